"""Which part of a page is the article: Recoupe beside extraction tools."""

"""Addresses of the desk's pages, as templates of the report take them."""

ARTICLE_PAGE = "/a/{}"

-- Versions of an article are found by the address it was read at.

CREATE INDEX articles_by_source ON articles (source);

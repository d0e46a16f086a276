-- Versions of an article are found by the address it was read at.
-- By its hash: an address can be longer than what a sorted index of PostgreSQL takes.

CREATE INDEX articles_by_source ON articles USING hash (source);

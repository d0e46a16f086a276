-- How an article hangs together with the others of its origin: "own", or the kind of the origin.
-- Empty for stories that were told before, until they are told anew.

ALTER TABLE story_articles ADD COLUMN tie TEXT;

-- What was left out is told in the reader's language, and beside the stories it came with.

ALTER TABLE dropped ADD COLUMN reason TEXT;
CREATE INDEX dropped_by_time ON dropped (at);

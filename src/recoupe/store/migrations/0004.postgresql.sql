-- Lists of speakers are read, not counted from all statements.

CREATE TABLE speakers (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,         -- the one most often given; of equals the longest, then by letters
    statement_count INTEGER NOT NULL,
    article_count INTEGER NOT NULL
);
CREATE INDEX speakers_by_count ON speakers (statement_count, id);
INSERT INTO speakers
SELECT counted.speaker_id, COALESCE(named.speaker_name, counted.speaker_id), counted.statement_count,
    counted.article_count
FROM (
    SELECT speaker_id, COUNT(*) AS statement_count, COUNT(DISTINCT article_id) AS article_count
    FROM statements WHERE speaker_id IS NOT NULL GROUP BY speaker_id
) AS counted
LEFT JOIN (
    SELECT speaker_id, speaker_name, ROW_NUMBER() OVER (
        PARTITION BY speaker_id
        ORDER BY COUNT(*) DESC, LENGTH(speaker_name) DESC, speaker_name COLLATE "C"
    ) AS place
    FROM statements WHERE speaker_name IS NOT NULL GROUP BY speaker_id, speaker_name
) AS named ON named.speaker_id = counted.speaker_id AND named.place = 1;

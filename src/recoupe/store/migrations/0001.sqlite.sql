-- What the desk keeps, first version, for SQLite.

CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    outlet TEXT,
    title TEXT,
    published TEXT,
    day TEXT NOT NULL,          -- day of publication, else the day it was added: its neighbours
    language TEXT,
    text_sha256 TEXT NOT NULL,
    text_chars INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    record BLOB NOT NULL        -- the article as JSON, without the words of its parse
) STRICT;
CREATE INDEX articles_by_day ON articles (day, id);
CREATE INDEX articles_by_outlet ON articles (outlet);

CREATE TABLE parses (
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    record BLOB NOT NULL        -- the whole article as annotated, compressed JSON
) STRICT;

CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    article_count INTEGER NOT NULL,
    text_count INTEGER NOT NULL,
    outlet_count INTEGER NOT NULL,
    unknown_outlet_count INTEGER NOT NULL,
    origin_count INTEGER NOT NULL,
    claim_count INTEGER NOT NULL,
    conflict_count INTEGER NOT NULL,
    update_count INTEGER NOT NULL,
    unconfirmed_count INTEGER NOT NULL,
    single_origin_count INTEGER NOT NULL,
    made_from TEXT NOT NULL,    -- hash of its articles and origins: equal means nothing to tell anew
    added_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    record BLOB NOT NULL        -- the story as JSON
) STRICT;
CREATE INDEX stories_by_change ON stories (changed_at, id);
CREATE INDEX stories_by_conflicts ON stories (conflict_count, id);
CREATE INDEX stories_by_size ON stories (article_count, id);
CREATE INDEX stories_by_day ON stories (last_day, id);

CREATE TABLE story_articles (
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX story_articles_by_story ON story_articles (story_id);

-- An id that a story had before it grew, so that old links lead to where its articles are now.
CREATE TABLE former_stories (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL
) STRICT;

CREATE TABLE claims (
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    article_count INTEGER NOT NULL,
    origin_count INTEGER NOT NULL,
    status TEXT,                -- the last reported one
    PRIMARY KEY (story_id, position)
) STRICT;
CREATE INDEX claims_by_id ON claims (id);

CREATE TABLE differences (
    story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    verdict TEXT NOT NULL,
    is_conflict INTEGER NOT NULL,
    matter TEXT NOT NULL,
    PRIMARY KEY (story_id, position)
) STRICT;
CREATE INDEX differences_by_id ON differences (id);

CREATE TABLE statements (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    form TEXT NOT NULL,
    stance TEXT NOT NULL,
    speaker_id TEXT,
    speaker_name TEXT,
    text TEXT NOT NULL,
    PRIMARY KEY (article_id, position)
) STRICT;
CREATE INDEX statements_by_id ON statements (id);
CREATE INDEX statements_by_speaker ON statements (speaker_id, article_id);

CREATE TABLE figures (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    value REAL,
    low REAL,
    high REAL,
    modifier TEXT,
    unit TEXT NOT NULL,
    counted TEXT NOT NULL,
    stage TEXT,
    text TEXT NOT NULL,
    PRIMARY KEY (article_id, position)
) STRICT;
CREATE INDEX figures_by_id ON figures (id);

-- Everything that can be found: the words are in `search_words` under the same number.
CREATE TABLE search_items (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,         -- article, statement, claim, figure
    ref TEXT NOT NULL,          -- its id
    article_id TEXT,
    story_id TEXT,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    day TEXT,
    outlet TEXT,
    speaker_id TEXT,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX search_items_by_article ON search_items (article_id);
CREATE INDEX search_items_by_story ON search_items (story_id);
CREATE VIRTUAL TABLE search_words USING fts5 (
    words, lemmas, tokenize="unicode61 remove_diacritics 2"
);

-- Which lemmas a form can have: a query in other forms finds the same things.
CREATE TABLE word_forms (
    form TEXT NOT NULL,
    lemma TEXT NOT NULL,
    PRIMARY KEY (form, lemma)
) STRICT, WITHOUT ROWID;

CREATE TABLE changes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    story_id TEXT NOT NULL,
    kind TEXT NOT NULL,         -- article, claim, status, figure, conflict, update
    ref TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX changes_by_story ON changes (story_id, number);
CREATE INDEX changes_by_time ON changes (at);

CREATE TABLE decisions (
    id TEXT PRIMARY KEY,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,       -- JSON: id and evidence of what it was made about
    value TEXT NOT NULL,        -- JSON: what was decided
    note TEXT NOT NULL DEFAULT '',
    undone_at TEXT
) STRICT;
CREATE INDEX decisions_by_time ON decisions (made_at, id);

CREATE TABLE dropped (
    source TEXT NOT NULL,
    stage TEXT NOT NULL,
    why TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (source, stage, why)
) STRICT;

CREATE TABLE feeds (
    address TEXT PRIMARY KEY,
    title TEXT,
    added_at TEXT NOT NULL,
    checked_at TEXT,
    state TEXT NOT NULL,        -- JSON: etag, last_modified, error, seen entries
    folder TEXT
) STRICT;

CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    record TEXT NOT NULL        -- JSON: what was asked, what was done, what was left out
) STRICT;

CREATE TABLE saved_searches (
    id TEXT PRIMARY KEY,
    made_at TEXT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL         -- JSON: words and facets
) STRICT;

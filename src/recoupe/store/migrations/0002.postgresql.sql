-- Decisions are found by the articles that they hold on to; lists by speaker and by day of search.

CREATE TABLE decision_articles (
    article_id TEXT NOT NULL,
    decision_id TEXT NOT NULL REFERENCES decisions (id) ON DELETE CASCADE,
    PRIMARY KEY (article_id, decision_id)
);
CREATE INDEX decisions_by_kind ON decisions (kind, undone_at);
CREATE INDEX word_forms_by_lemma ON word_forms (lemma, form);
CREATE INDEX search_items_by_speaker ON search_items (speaker_id);

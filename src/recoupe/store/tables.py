"""The tables as SQLAlchemy Core sees them, the same on SQLite and PostgreSQL.

The migrations make them; here are only the names and types that queries are built from. A test
holds both against each other.
"""

from __future__ import annotations

from sqlalchemy import REAL, Column, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()


def _table(name: str, /, **columns: type) -> Table:
    return Table(name, metadata, *(Column(key, type_) for key, type_ in columns.items()))


articles = _table(
    "articles",
    id=Text,
    source=Text,
    outlet=Text,
    title=Text,
    published=Text,
    day=Text,
    language=Text,
    text_sha256=Text,
    text_chars=Integer,
    added_at=Text,
    record=LargeBinary,
)
parses = _table("parses", article_id=Text, record=LargeBinary)
stories = _table(
    "stories",
    id=Text,
    title=Text,
    first_day=Text,
    last_day=Text,
    article_count=Integer,
    text_count=Integer,
    outlet_count=Integer,
    unknown_outlet_count=Integer,
    origin_count=Integer,
    claim_count=Integer,
    conflict_count=Integer,
    update_count=Integer,
    unconfirmed_count=Integer,
    single_origin_count=Integer,
    made_from=Text,
    added_at=Text,
    changed_at=Text,
    record=LargeBinary,
)
story_articles = _table("story_articles", article_id=Text, story_id=Text, tie=Text)
former_stories = _table("former_stories", id=Text, article_id=Text)
claims = _table(
    "claims",
    story_id=Text,
    position=Integer,
    id=Text,
    text=Text,
    article_count=Integer,
    origin_count=Integer,
    status=Text,
)
differences = _table(
    "differences",
    story_id=Text,
    position=Integer,
    id=Text,
    kind=Text,
    verdict=Text,
    is_conflict=Integer,
    matter=Text,
)
statements = _table(
    "statements",
    article_id=Text,
    position=Integer,
    id=Text,
    start_char=Integer,
    end_char=Integer,
    form=Text,
    stance=Text,
    speaker_id=Text,
    speaker_name=Text,
    text=Text,
)
speakers = _table(
    "speakers",
    id=Text,
    name=Text,
    statement_count=Integer,
    article_count=Integer,
)
figures = _table(
    "figures",
    article_id=Text,
    position=Integer,
    id=Text,
    start_char=Integer,
    end_char=Integer,
    value=REAL,
    low=REAL,
    high=REAL,
    modifier=Text,
    unit=Text,
    counted=Text,
    stage=Text,
    text=Text,
)
search_items = _table(
    "search_items",
    number=Integer,
    kind=Text,
    ref=Text,
    article_id=Text,
    story_id=Text,
    start_char=Integer,
    end_char=Integer,
    day=Text,
    outlet=Text,
    speaker_id=Text,
)
word_forms = _table("word_forms", form=Text, lemma=Text)
changes = _table("changes", number=Integer, at=Text, story_id=Text, kind=Text, ref=Text, text=Text)
decisions = _table(
    "decisions",
    id=Text,
    made_at=Text,
    made_by=Text,
    kind=Text,
    target=Text,
    value=Text,
    note=Text,
    undone_at=Text,
)
decision_articles = _table("decision_articles", article_id=Text, decision_id=Text)
dropped = _table("dropped", source=Text, stage=Text, why=Text, at=Text, reason=Text)
feeds = _table(
    "feeds",
    address=Text,
    title=Text,
    added_at=Text,
    checked_at=Text,
    state=Text,
    folder=Text,
)
jobs = _table("jobs", id=Text, started_at=Text, ended_at=Text, record=Text)
saved_searches = _table("saved_searches", id=Text, made_at=Text, name=Text, query=Text)

"""Speakers as a list, and where one of them is reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, or_, select

from recoupe.store import tables
from recoupe.store.fold_words import fold_words

_SPEAKERS = tables.speakers.c


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One speaker in a list; the columns of the table `speakers`.

    Attributes:
        id: Slug that joins one speaker across articles.
        name: The name most often given; of equals the longest, then the first by letters.
        statement_count: How many statements are reported.
        article_count: In how many articles.
    """

    id: str
    name: str
    statement_count: int
    article_count: int


_COLUMNS = [_SPEAKERS[name] for name in SpeakerRow.__dataclass_fields__]


def list_speakers(
    connection: Connection,
    *,
    named_like: str = "",
    after: tuple[int, str] | None = None,
    limit: int = 100,
) -> list[SpeakerRow]:
    """Speakers, the most reported first.

    Args:
        connection: A connection of the store.
        named_like: Only those whose id holds these words, accents and case aside.
        after: Statement count and id of the last one of the page before.
        limit: At most so many.
    """
    count = _SPEAKERS.statement_count
    query = select(*_COLUMNS).order_by(count.desc(), _SPEAKERS.id).limit(limit)
    for word in fold_words(named_like).split():
        query = query.where(_SPEAKERS.id.contains(word, autoescape=True))
    if after:
        past, last = after
        query = query.where(or_(count < past, and_(count == past, _SPEAKERS.id > last)))
    return [SpeakerRow(*row) for row in connection.execute(query)]


def find_speaker(connection: Connection, speaker_id: str) -> SpeakerRow | None:
    """One speaker, or None where nothing is reported of that id."""
    row = connection.execute(select(*_COLUMNS).where(_SPEAKERS.id == speaker_id)).first()
    return SpeakerRow(*row) if row else None


def find_latest_articles(connection: Connection, speaker_id: str, limit: int = 200) -> list[str]:
    """Ids of the articles that report a speaker, the latest first."""
    articles, said = tables.articles.c, tables.statements.c
    query = (
        select(articles.id)
        .where(articles.id.in_(select(said.article_id).where(said.speaker_id == speaker_id)))
        .order_by(articles.day.desc(), articles.id)
        .limit(limit)
    )
    return list(connection.execute(query).scalars())


def find_said(
    connection: Connection, speaker_id: str, articles: Sequence[str]
) -> set[tuple[str, str]]:
    """What a speaker says in some articles as people see it: id of the article, of the statement."""
    said = tables.statements.c
    query = select(said.article_id, said.id).where(
        said.speaker_id == speaker_id, said.article_id.in_(articles)
    )
    return {(row.article_id, row.id) for row in connection.execute(query)}

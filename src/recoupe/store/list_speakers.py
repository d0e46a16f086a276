"""Speakers as a list, and where one of them is reported."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, or_, select

from recoupe.store import tables
from recoupe.store.fold_words import fold_words

_SAID = tables.statements.c


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One speaker in a list.

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
    count = func.count()
    query = (
        select(_SAID.speaker_id, count, func.count(_SAID.article_id.distinct()))
        .where(_SAID.speaker_id.is_not(None))
        .group_by(_SAID.speaker_id)
        .order_by(count.desc(), _SAID.speaker_id)
        .limit(limit)
    )
    for word in fold_words(named_like).split():
        query = query.where(_SAID.speaker_id.contains(word, autoescape=True))
    if after:
        past, last = after
        query = query.having(or_(count < past, and_(count == past, _SAID.speaker_id > last)))
    rows = connection.execute(query).all()
    names = _find_names(connection, [row[0] for row in rows])
    return [SpeakerRow(id_, names[id_], n, articles) for id_, n, articles in rows]


def find_speaker(connection: Connection, speaker_id: str) -> SpeakerRow | None:
    """One speaker, or None where nothing is reported of that id."""
    row = connection.execute(
        select(func.count(), func.count(_SAID.article_id.distinct())).where(
            _SAID.speaker_id == speaker_id
        )
    ).one()
    if not row[0]:
        return None
    return SpeakerRow(speaker_id, _find_names(connection, [speaker_id])[speaker_id], *row)


def find_latest_articles(connection: Connection, speaker_id: str, limit: int = 200) -> list[str]:
    """Ids of the articles that report a speaker, the latest first."""
    articles = tables.articles.c
    query = (
        select(articles.id)
        .where(articles.id.in_(select(_SAID.article_id).where(_SAID.speaker_id == speaker_id)))
        .order_by(articles.day.desc(), articles.id)
        .limit(limit)
    )
    return list(connection.execute(query).scalars())


def _find_names(connection: Connection, ids: list[str]) -> dict[str, str]:
    count = func.count()
    rows = connection.execute(
        select(_SAID.speaker_id, _SAID.speaker_name, count)
        .where(_SAID.speaker_id.in_(ids), _SAID.speaker_name.is_not(None))
        .group_by(_SAID.speaker_id, _SAID.speaker_name)
    )
    ranked = sorted((id_, -n, -len(name), name) for id_, name, n in rows)
    found: dict[str, str] = {}
    for id_, _, _, name in ranked:
        found.setdefault(id_, name)
    return {id_: found.get(id_, id_) for id_ in ids}

"""Who is reported and how often, counted again where statements changed."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, insert, select

from recoupe.store import tables

_SAID = tables.statements.c
_SLICE = 400


def find_speakers(connection: Connection, article_id: str) -> set[str]:
    """Ids of the speakers of an article as its rows have them."""
    query = select(_SAID.speaker_id).where(
        _SAID.article_id == article_id, _SAID.speaker_id.is_not(None)
    )
    return set(connection.execute(query).scalars())


def count_speakers(connection: Connection, ids: Iterable[str]) -> None:
    """Write the rows of speakers anew from all their statements; those without any have none.

    Args:
        connection: A writing transaction; the statements have their rows.
        ids: Ids of the speakers whose statements changed.
    """
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), _SLICE):
        some = wanted[start : start + _SLICE]
        names = _find_names(connection, some)
        counted = connection.execute(
            select(_SAID.speaker_id, func.count(), func.count(_SAID.article_id.distinct()))
            .where(_SAID.speaker_id.in_(some))
            .group_by(_SAID.speaker_id)
        )
        rows = [
            {
                "id": id_,
                "name": names.get(id_, id_),
                "statement_count": n,
                "article_count": articles,
            }
            for id_, n, articles in counted
        ]
        connection.execute(delete(tables.speakers).where(tables.speakers.c.id.in_(some)))
        if rows:
            connection.execute(insert(tables.speakers), rows)


def _find_names(connection: Connection, ids: list[str]) -> dict[str, str]:
    """The name most often given with each id; of equals the longest, then the first by letters."""
    rows = connection.execute(
        select(_SAID.speaker_id, _SAID.speaker_name, func.count())
        .where(_SAID.speaker_id.in_(ids), _SAID.speaker_name.is_not(None))
        .group_by(_SAID.speaker_id, _SAID.speaker_name)
    )
    found: dict[str, str] = {}
    for id_, _, _, name in sorted((id_, -n, -len(name), name) for id_, name, n in rows):
        found.setdefault(id_, name)
    return found

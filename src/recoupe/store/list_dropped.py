"""What was left out, as lines of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import ColumnElement, Connection, func, select

from recoupe.records.reason import NO_REASON, Reason
from recoupe.store import tables

_DROPPED = tables.dropped.c


@dataclass(frozen=True, slots=True)
class DroppedRow:
    """One thing that was left out.

    Attributes:
        source: Its path or address.
        stage: The room that left it out.
        why: A sentence in French.
        at: When last, ISO 8601.
        reason: The same for other languages; `NO_REASON` of what was left out before reasons
            were kept.
    """

    source: str
    stage: str
    why: str
    at: str
    reason: Reason


def list_dropped(connection: Connection, limit: int = 100) -> tuple[int, list[DroppedRow]]:
    """How much was left out in all, and the last of it, the latest first."""
    count = connection.execute(select(func.count()).select_from(tables.dropped)).scalar_one()
    return count, _select(connection, (), limit)


def list_dropped_beside(
    connection: Connection, articles: Sequence[str], limit: int = 100
) -> list[DroppedRow]:
    """What was left out in the imports that some articles came with, the latest first.

    What was left out again since is listed with its last import only.
    """
    kept = tables.articles.c
    times = select(kept.added_at).where(kept.id.in_(list(articles)))
    return _select(connection, [_DROPPED.at.in_(times)], limit)


def _select(
    connection: Connection, wanted: Sequence[ColumnElement[bool]], limit: int
) -> list[DroppedRow]:
    columns = [_DROPPED[name] for name in DroppedRow.__dataclass_fields__]
    last = (_DROPPED.at.desc(), _DROPPED.source, _DROPPED.why)
    found = connection.execute(select(*columns).where(*wanted).order_by(*last).limit(limit))
    return [
        DroppedRow(source, stage, why, at, _read_reason(reason))
        for source, stage, why, at, reason in found
    ]


def _read_reason(kept: str | None) -> Reason:
    return msgspec.json.decode(kept, type=Reason) if kept else NO_REASON

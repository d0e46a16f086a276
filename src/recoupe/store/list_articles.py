"""Articles as lines of a list, and what was left out beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from recoupe.store import tables

_ARTICLES = tables.articles.c


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article in a list; columns of the table `articles`."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class DroppedRow:
    """One thing that was left out: what, by which room, why (in French), and when last."""

    source: str
    stage: str
    why: str
    at: str


_COLUMNS = [_ARTICLES[name] for name in ArticleRow.__dataclass_fields__]


def list_articles(connection: Connection, ids: Sequence[str]) -> list[ArticleRow]:
    """Those of the articles that are there, by day."""
    return _select(connection, _ARTICLES.id.in_(list(ids)), len(ids))


def list_dropped(connection: Connection, limit: int = 100) -> tuple[int, list[DroppedRow]]:
    """How much was left out in all, and the last of it, the latest first."""
    dropped = tables.dropped.c
    count = connection.execute(select(func.count()).select_from(tables.dropped)).scalar_one()
    columns = [dropped[name] for name in DroppedRow.__dataclass_fields__]
    query = select(*columns).order_by(dropped.at.desc(), dropped.source, dropped.why).limit(limit)
    return count, [DroppedRow(*row) for row in connection.execute(query)]


def _select(connection: Connection, wanted: ColumnElement[bool], limit: int) -> list[ArticleRow]:
    query = select(*_COLUMNS).where(wanted).order_by(_ARTICLES.day, _ARTICLES.id).limit(limit)
    return [ArticleRow(*row) for row in connection.execute(query)]

"""Articles as lines of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, select

from recoupe.store import tables

_ARTICLES = tables.articles.c


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article in a list; columns of the table `articles`."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None


_COLUMNS = [_ARTICLES[name] for name in ArticleRow.__dataclass_fields__]


def list_articles(connection: Connection, ids: Sequence[str]) -> list[ArticleRow]:
    """Those of the articles that are there, by day."""
    return _select(connection, _ARTICLES.id.in_(list(ids)), len(ids))


def _select(connection: Connection, wanted: ColumnElement[bool], limit: int) -> list[ArticleRow]:
    query = select(*_COLUMNS).where(wanted).order_by(_ARTICLES.day, _ARTICLES.id).limit(limit)
    return [ArticleRow(*row) for row in connection.execute(query)]

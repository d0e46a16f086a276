"""When the text of an article was kept, and what else was read at the same address."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from recoupe.store import tables


@dataclass(frozen=True, slots=True)
class Copy:
    """The text of an article as the store keeps it.

    Attributes:
        article: Id of the article.
        added_at: When it was kept, ISO 8601.
    """

    article: str
    added_at: str


def find_copy(connection: Connection, article_id: str) -> Copy | None:
    """When the store took an article in, or None where it has none of that id."""
    articles = tables.articles.c
    row = connection.execute(select(articles.added_at).where(articles.id == article_id)).first()
    return Copy(article_id, row.added_at) if row else None


def list_versions(connection: Connection, article_id: str) -> list[Copy]:
    """The other articles read from the same address or file, in the order they were added."""
    articles = tables.articles.c
    source = select(articles.source).where(articles.id == article_id).scalar_subquery()
    rows = connection.execute(
        select(articles.id, articles.added_at)
        .where(articles.source == source, articles.id != article_id)
        .order_by(articles.added_at, articles.id)
    )
    return [Copy(row.id, row.added_at) for row in rows]

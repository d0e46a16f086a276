"""Articles of the store by the address or path that they were read from."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from recoupe.records import Article
from recoupe.store import tables
from recoupe.store.clean_text import clean_text
from recoupe.store.load import load_light_articles


def find_by_source(connection: Connection, sources: Iterable[str]) -> dict[str, list[Article]]:
    """The articles read from each of the sources, in the order they were added."""
    articles = tables.articles.c
    found: dict[str, list[Article]] = {}
    for source in dict.fromkeys(sources):
        rows = connection.execute(
            select(articles.id)
            .where(articles.source == clean_text(source))
            .order_by(articles.added_at, articles.id)
        ).scalars()
        if known := load_light_articles(connection, rows):
            found[source] = known
    return found

"""Write articles with their parse, and what was left out."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from recoupe.records import Article, Dropped
from recoupe.store import tables
from recoupe.store.clean_text import clean_text
from recoupe.store.load import load_articles

# The parse of an article shrinks to a fifth; higher levels take twice the time for 2 % more.
COMPRESSION_LEVEL = 3


def find_known(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Those of the article ids that are in the store."""
    known: set[str] = set()
    for start in range(0, len(ids), 500):
        some = ids[start : start + 500]
        rows = connection.execute(
            select(tables.articles.c.id).where(tables.articles.c.id.in_(some))
        )
        known.update(rows.scalars())
    return known


def keep_articles(connection: Connection, articles: Iterable[Article], at: str) -> None:
    """Write new articles with their parse.

    Args:
        connection: A writing transaction.
        articles: As `annotate` gives them; none is in the store.
        at: Time of the addition, ISO 8601.
    """
    for article in articles:
        values = {
            "id": article.id,
            "source": clean_text(article.source),
            "outlet": clean_text(article.outlet),
            "title": clean_text(article.title),
            "published": article.published,
            "day": (article.published or at)[:10],
            "language": article.language,
            "text_sha256": article.text_sha256,
            "text_chars": len(article.text),
            "added_at": at,
            "record": pack_light(article),
        }
        connection.execute(insert(tables.articles).values(values))
        connection.execute(
            insert(tables.parses).values(article_id=article.id, record=pack_parse(article))
        )


def update_articles(connection: Connection, articles: Iterable[Article]) -> None:
    """Write articles as `align` gives them within their story; their parse stays as it is."""
    for article in articles:
        ours = tables.articles.c.id == article.id
        connection.execute(update(tables.articles).where(ours).values(record=pack_light(article)))


def update_parses(connection: Connection, articles: Iterable[Article]) -> None:
    """Write articles as `annotate` gives them with other rules than before."""
    for article in articles:
        ours = tables.parses.c.article_id == article.id
        connection.execute(update(tables.parses).where(ours).values(record=pack_parse(article)))


def keep_dropped(connection: Connection, dropped: Iterable[Dropped], at: str) -> None:
    """Write what was left out; the same item and reason once, with its last time."""
    for item in dropped:
        row = {
            "source": clean_text(item.source),
            "stage": item.stage,
            "why": clean_text(item.why),
        }
        same = [tables.dropped.c[key] == value for key, value in row.items()]
        connection.execute(delete(tables.dropped).where(*same))
        reason = msgspec.json.encode(item.reason).decode() if item.reason.code else None
        connection.execute(insert(tables.dropped).values(**row, at=at, reason=reason))


def add_sources(connection: Connection, article: Article, source: str) -> Article:
    """The stored article with one more place where its text was found."""
    if source == article.source or source in article.also_at:
        return article
    grown = replace(article, also_at=tuple(sorted({*article.also_at, source})))
    ours = tables.articles.c.id == article.id
    connection.execute(update(tables.articles).where(ours).values(record=pack_light(grown)))
    (parsed,) = load_articles(connection, [article.id])
    update_parses(connection, [replace(parsed, also_at=grown.also_at)])
    return grown


def pack_light(article: Article) -> bytes:
    """The article as JSON without the words of its parse, which only rooms need."""
    sentences = tuple(replace(s, tokens=()) for s in article.sentences)
    return msgspec.json.encode(replace(article, sentences=sentences), order="deterministic")


def pack_parse(article: Article) -> bytes:
    """The whole article as compressed JSON."""
    return zlib.compress(msgspec.json.encode(article, order="deterministic"), COMPRESSION_LEVEL)

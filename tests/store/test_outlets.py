"""The list of outlets counts what was read of each, on every kind of database."""

from __future__ import annotations

from recoupe.growth import add
from recoupe.records import Article
from recoupe.store import Store
from recoupe.store.list_outlets import Share, list_outlet_articles, list_outlets


def test_outlets_are_counted_with_what_is_their_own(
    empty_store: Store, sample_articles: list[Article]
) -> None:
    add(empty_store, sample_articles, at="2026-11-20T08:00:00+00:00")
    with empty_store.read() as connection:
        rows = list_outlets(connection)
        listed = {
            (row.name, share): list_outlet_articles(connection, row.name, share)
            for row in rows
            for share in Share
        }
    assert sum(row.article_count for row in rows) == len(sample_articles)
    assert any(row.tied_count for row in rows)
    for row in rows:
        assert row.own_count + row.tied_count == row.article_count
        counts = (row.article_count, row.own_count, row.tied_count)
        assert tuple(len(listed[row.name, share]) for share in Share) == counts

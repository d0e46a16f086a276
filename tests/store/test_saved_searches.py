"""Searches that people keep, and what came in since they looked."""

from __future__ import annotations

import pytest

from recoupe.growth import add
from recoupe.records import Article
from recoupe.store import Store
from recoupe.store.saved_searches import (
    count_news,
    drop_search,
    find_saved,
    list_saved,
    mark_seen,
    save_search,
)
from recoupe.store.search import ItemKind, SearchQuery, search

LATER = "2026-11-22T08:00:00+00:00"
BEFORE = "2026-11-19T08:00:00+00:00"


@pytest.mark.parametrize(
    "query",
    [
        SearchQuery(words="usine"),
        SearchQuery(words="usine", kinds=(ItemKind.STATEMENT,)),
        SearchQuery(outlets=("Le Courant",)),
        SearchQuery(words="chlore", day_from="2026-03-11"),
    ],
)
def test_news_are_what_the_search_finds_in_later_articles(
    filled_store: Store, query: SearchQuery
) -> None:
    with filled_store.write() as connection:
        kept = save_search(connection, "ma recherche", query, BEFORE)
        assert list_saved(connection) == [kept]
        found = search(connection, query).total
        assert count_news(connection, kept) == search(connection, kept.news).total == found > 0
        mark_seen(connection, kept, LATER)
        seen = find_saved(connection, kept.id)
        assert seen is not None
        assert count_news(connection, seen) == 0
        drop_search(connection, kept.id)
        assert list_saved(connection) == []


def test_an_article_that_comes_in_is_news(
    empty_store: Store, sample_articles: list[Article]
) -> None:
    add(empty_store, sample_articles[:1], at=BEFORE)
    with empty_store.write() as connection:
        kept = save_search(connection, "usine", SearchQuery(words="usine"), BEFORE)
        assert count_news(connection, kept) == 0
    add(empty_store, sample_articles[:2], at=LATER)
    with empty_store.read() as connection:
        hits = search(connection, kept.news).hits
        assert len(hits) == count_news(connection, kept)
        assert {hit.article for hit in hits} == {sample_articles[1].id}


def test_a_search_kept_twice_is_kept_once(empty_store: Store) -> None:
    with empty_store.write() as connection:
        one = save_search(connection, "gaz", SearchQuery(words="gaz"), BEFORE)
        again = save_search(connection, "gaz", SearchQuery(words="gaz", after="x"), LATER)
        other = save_search(connection, "gaz bis", SearchQuery(words="gaz"), LATER)
        assert one == again
        assert list_saved(connection) == [one, other]


@pytest.mark.parametrize("words", ["", " ", "?!", "«"])
def test_a_search_without_words_has_no_news(filled_store: Store, words: str) -> None:
    with filled_store.write() as connection:
        kept = save_search(connection, "vide", SearchQuery(words=words), BEFORE)
        assert count_news(connection, kept) == 0

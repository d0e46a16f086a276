"""A store that grows article by article holds what a dossier made in one go holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

import recoupe
from recoupe.growth import add
from recoupe.records import Article, Dossier
from recoupe.rooms.read import read
from recoupe.store import Store
from recoupe.store.load import find_story, load_articles, load_light_articles, load_stories
from tests.conftest import SAMPLE

FIRST, SECOND = "2026-11-20T08:00:00+00:00", "2026-11-21T08:00:00+00:00"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return recoupe.dossier([SAMPLE])


def test_what_goes_in_comes_out(empty_store: Store, dossier: Dossier) -> None:
    grown = add(empty_store, read([SAMPLE]), at=FIRST)
    with empty_store.read() as connection:
        stories = load_stories(connection, [story.id for story in dossier.stories])
        ids = [article.id for article in dossier.articles]
        parsed = load_articles(connection, ids)
        light = load_light_articles(connection, ids)
    assert tuple(stories) == dossier.stories
    shown = [replace(a, sentences=p.sentences) for a, p in zip(light, parsed, strict=True)]
    assert tuple(shown) == dossier.articles
    assert sorted(grown.stories) == sorted(story.id for story in dossier.stories)


def test_in_batches_and_backwards_comes_to_the_same(
    empty_store: Store, dossier: Dossier, sample_articles: list[Article]
) -> None:
    add(empty_store, sample_articles[5:], at=FIRST)
    add(empty_store, sample_articles[:5], at=SECOND)
    with empty_store.read() as connection:
        stories = load_stories(connection, [story.id for story in dossier.stories])
    assert tuple(stories) == dossier.stories


def test_the_same_articles_twice_change_nothing(
    empty_store: Store, sample_articles: list[Article]
) -> None:
    add(empty_store, sample_articles[:4], at=FIRST)
    again = add(empty_store, sample_articles[:4], at=SECOND)
    assert (again.added, again.known, again.stories) == ((), 4, ())


def test_an_old_link_leads_to_the_grown_story(
    empty_store: Store, sample_articles: list[Article]
) -> None:
    before = add(empty_store, sample_articles[:2], at=FIRST).stories[0]
    add(empty_store, sample_articles[2:], at=SECOND)
    with empty_store.read() as connection:
        story = find_story(connection, before)
    assert story is not None
    assert story.id != before
    assert len(story.articles) > 2


def test_a_crash_leaves_the_batch_before(
    empty_store: Store, sample_articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    add(empty_store, sample_articles[:2], at=FIRST)

    def crash(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("recoupe.growth.keep_story", crash)
    with pytest.raises(MemoryError):
        add(empty_store, sample_articles[2:], at=SECOND)
    monkeypatch.undo()
    assert len(add(empty_store, sample_articles[2:], at=SECOND).added) == len(sample_articles) - 2

"""A store that grows article by article holds what a dossier made in one go holds."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import recoupe
from recoupe.growth import add
from recoupe.records import Article, Dossier
from recoupe.rooms.read import read
from recoupe.store import Store, open_store
from recoupe.store.load import find_story, load_shown_articles, load_stories

SAMPLE = Path(str(files("recoupe") / "sample"))
FIRST, SECOND = "2026-11-20T08:00:00+00:00", "2026-11-21T08:00:00+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "desk.sqlite")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return recoupe.dossier([SAMPLE])


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [item for item in read([SAMPLE]) if isinstance(item, Article)]


def test_what_goes_in_comes_out(store: Store, dossier: Dossier) -> None:
    grown = add(store, read([SAMPLE]), at=FIRST)
    with store.read() as connection:
        stories = load_stories(connection, [story.id for story in dossier.stories])
        shown = load_shown_articles(connection, [article.id for article in dossier.articles])
    assert tuple(stories) == dossier.stories
    assert tuple(shown) == dossier.articles
    assert sorted(grown.stories) == sorted(story.id for story in dossier.stories)


def test_in_batches_and_backwards_comes_to_the_same(
    store: Store, dossier: Dossier, articles: list[Article]
) -> None:
    add(store, articles[5:], at=FIRST)
    add(store, articles[:5], at=SECOND)
    with store.read() as connection:
        stories = load_stories(connection, [story.id for story in dossier.stories])
    assert tuple(stories) == dossier.stories


def test_the_same_articles_twice_change_nothing(store: Store, articles: list[Article]) -> None:
    add(store, articles[:4], at=FIRST)
    again = add(store, articles[:4], at=SECOND)
    assert (again.added, again.known, again.stories) == ((), 4, ())


def test_an_old_link_leads_to_the_grown_story(store: Store, articles: list[Article]) -> None:
    before = add(store, articles[:2], at=FIRST).stories[0]
    add(store, articles[2:], at=SECOND)
    with store.read() as connection:
        story = find_story(connection, before)
    assert story is not None
    assert story.id != before
    assert len(story.articles) > 2


def test_a_crash_leaves_the_batch_before(
    store: Store, articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, articles[:2], at=FIRST)

    def crash(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("recoupe.growth.keep_story", crash)
    with pytest.raises(MemoryError):
        add(store, articles[2:], at=SECOND)
    monkeypatch.undo()
    assert len(add(store, articles[2:], at=SECOND).added) == len(articles) - 2

"""What changed since a time, in all stories and in one, whatever ids it had before it grew."""

from __future__ import annotations

import pytest

from recoupe.growth import add
from recoupe.records import Article
from recoupe.retell import retell
from recoupe.store import Store
from recoupe.store.list_changes import Change, list_changes
from recoupe.store.list_stories import list_stories

FIRST, SECOND = "2026-11-20T08:00:00+00:00", "2026-11-21T08:00:00+00:00"


@pytest.fixture
def grown(empty_store: Store, sample_articles: list[Article]) -> Store:
    """The sample story, its second half added a day later."""
    add(empty_store, sample_articles[:5], at=FIRST)
    add(empty_store, sample_articles[5:], at=SECOND)
    return empty_store


def ask(store: Store, since: str | None = None, story: str | None = None) -> list[Change]:
    with store.read() as connection:
        return list_changes(connection, since=since, story=story, limit=1000)


def test_what_is_new_since_a_time(grown: Store) -> None:
    new = ask(grown, since=SECOND)
    assert {change.at for change in new} == {SECOND}
    assert sum(change.kind == "article" for change in new) == 5
    assert {"conflict", "update"} <= {change.kind for change in new}
    assert all(change.text for change in new if change.kind != "article")
    assert ask(grown, since="2027-01-01") == []


def test_a_story_that_grew_keeps_its_changes(grown: Store) -> None:
    with grown.read() as connection:
        largest = max(list_stories(connection), key=lambda row: row.article_count)
    own = ask(grown, story=largest.id)
    assert {change.at for change in own} == {FIRST, SECOND}
    assert sum(change.kind == "article" for change in own) == largest.article_count
    late = ask(grown, story=largest.id, since=SECOND)
    assert 0 < sum(change.kind == "article" for change in late) < largest.article_count


def test_pages_follow_one_another(grown: Store) -> None:
    whole = ask(grown)
    with grown.read() as connection:
        first = list_changes(connection, limit=3)
        second = list_changes(connection, limit=3, before=first[-1].number)
    assert [*first, *second] == whole[:6]


def test_new_rules_are_no_news(grown: Store) -> None:
    before = ask(grown)
    retell(grown, at="2026-11-22T08:00:00+00:00")
    assert ask(grown) == before


def test_only_hearsay_and_what_is_not_confirmed_counts_as_unconfirmed(filled_store: Store) -> None:
    with filled_store.read() as connection:
        row = max(list_stories(connection), key=lambda r: r.article_count)
    assert 0 < row.unconfirmed_count <= row.claim_count // 10

"""Decisions in a store: seen in stories, lists and search; undone; there after a re-run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from recoupe.decide import decide, undo
from recoupe.decisions import ShownStory, show_story
from recoupe.errors import StoreError
from recoupe.growth import add
from recoupe.records import Article, DecisionKind, Judgement, Ruling, Story, Verdict
from recoupe.retell import retell
from recoupe.store import Store, open_store
from recoupe.store.decisions import list_decisions
from recoupe.store.list_stories import StoryRow, list_stories
from recoupe.store.load import find_story
from recoupe.store.search import SearchQuery, search
from tests.databases import Databases

CONFIRMED, REJECTED = Ruling(Judgement.CONFIRMED), Ruling(Judgement.REJECTED)


@pytest.fixture(scope="module")
def filled(databases: Databases, sample_articles: list[Article]) -> str:
    """The sample story without its first article."""
    address = databases.make()
    store = open_store(address)
    add(store, sample_articles[1:], at="2031-03-01T08:00:00+00:00")
    store.close()
    return address


@pytest.fixture
def store(databases: Databases, filled: str) -> Iterator[Store]:
    opened = open_store(databases.copy(filled))
    yield opened
    opened.close()


def rows(store: Store) -> list[StoryRow]:
    with store.read() as connection:
        return list_stories(connection)


def show(store: Store, story_id: str) -> ShownStory:
    with store.read() as connection:
        found = show_story(connection, story_id)
    assert found is not None
    return found


def largest(store: Store) -> Story:
    row = max(rows(store), key=lambda r: r.article_count)
    return show(store, row.id).shown.story


def count_hits(store: Store, query: SearchQuery) -> int:
    with store.read() as connection:
        return search(connection, query).total


def test_a_corrected_speaker_is_found_and_forgotten_again(store: Store) -> None:
    story = largest(store)
    article = show(store, story.id).shown.articles[0]
    statement = article.statements[0]
    before = count_hits(store, SearchQuery(speakers=("zoe-marchais",)))
    ruling = Ruling(Judgement.CORRECTED, speaker_name="Zoé Marchais")
    decision = decide(store, DecisionKind.SPEAKER, [statement.id], ruling, made_by="Lise")
    shown = show(store, story.id).shown
    corrected = shown.articles[0].find_statement(statement.id)
    assert corrected is not None
    assert corrected.speaker is not None
    assert corrected.speaker.name == "Zoé Marchais"
    assert shown.marks[statement.id][0].decision == decision
    assert count_hits(store, SearchQuery(words="marchais")) >= 1
    assert count_hits(store, SearchQuery(speakers=("zoe-marchais",))) > before == 0
    undone = undo(store, decision.id)
    assert undone.undone_at is not None
    assert show(store, story.id).shown.articles[0].find_statement(statement.id) == statement
    assert count_hits(store, SearchQuery(speakers=("zoe-marchais",))) == 0
    with store.read() as connection:
        assert list_decisions(connection) == [undone]
        assert list_decisions(connection, undone=False) == []


def test_joined_speakers_are_one_in_search_and_come_apart(store: Store) -> None:
    with store.read() as connection:
        one, other, *_ = search(connection, SearchQuery(words="usine")).speakers
    alone = count_hits(store, SearchQuery(speakers=(one.value,)))
    both = alone + count_hits(store, SearchQuery(speakers=(other.value,)))
    decision = decide(store, DecisionKind.SAME_SPEAKER, [one.value, other.value], CONFIRMED)
    assert count_hits(store, SearchQuery(speakers=(one.value,))) == both
    assert count_hits(store, SearchQuery(speakers=(other.value,))) == 0
    undo(store, decision.id)
    assert count_hits(store, SearchQuery(speakers=(one.value,))) == alone


def test_a_difference_set_aside_leaves_the_count_of_conflicts(store: Store) -> None:
    story = largest(store)
    conflict = next(d for d in story.differences if d.is_conflict)
    before = next(r for r in rows(store) if r.id == story.id).conflict_count
    decision = decide(store, DecisionKind.VERDICT, [conflict.id], REJECTED)
    assert next(r for r in rows(store) if r.id == story.id).conflict_count == before - 1
    # What was set aside can be decided on again, and the machine's word is still there.
    ruling = Ruling(Judgement.CORRECTED, verdict=Verdict.DISPUTE)
    decide(store, DecisionKind.VERDICT, [conflict.id], ruling)
    found = show(store, story.id)
    assert conflict in found.machine.differences
    assert {d.id: d.verdict for d in found.shown.story.differences}[conflict.id] == "dispute"
    assert next(r for r in rows(store) if r.id == story.id).conflict_count == before
    undo(store, decision.id)
    assert [m.person for m in show(store, story.id).shown.marks[conflict.id]] == ["dispute"]


def test_claims_split_and_joined_can_be_decided_on_again(store: Store) -> None:
    story = largest(store)
    claim = next(c for c in story.claims if len(c.evidence) > 1)
    away = Ruling(Judgement.CORRECTED, evidence=claim.evidence[-1:])
    decide(store, DecisionKind.CLAIM, [claim.id], away)
    split = largest(store).claims
    assert len(split) == len(story.claims) + 1
    part = next(c for c in split if c.evidence == claim.evidence[-1:])
    decide(store, DecisionKind.SAME_CLAIM, [claim.id, part.id], CONFIRMED)
    joined = next(c for c in largest(store).claims if c.id == claim.id)
    assert joined.evidence == claim.evidence
    assert (joined.text, joined.origin_count) == (claim.text, claim.origin_count)
    assert next(r for r in rows(store) if r.id == story.id).claim_count == len(story.claims)


def test_merged_stories_stay_merged_when_articles_come_in(
    store: Store, sample_articles: list[Article]
) -> None:
    one, other = sorted(rows(store), key=lambda r: -r.article_count)[:2]
    decision = decide(store, DecisionKind.SAME_STORY, [one.id, other.id], CONFIRMED)
    (merged,) = rows(store)
    assert merged.article_count == one.article_count + other.article_count
    with store.read() as connection:
        for old in (one.id, other.id):
            found = find_story(connection, old)
            assert found is not None
            assert found.id == merged.id
    add(store, sample_articles, at="2031-03-02T08:00:00+00:00")
    (grown,) = rows(store)
    assert grown.article_count == merged.article_count + 1
    assert [m.decision for m in show(store, grown.id).shown.marks[grown.id]] == [decision]
    undo(store, decision.id)
    assert sorted(r.article_count for r in rows(store)) == [
        other.article_count,
        one.article_count + 1,
    ]


def test_a_split_story_stays_split_when_articles_come_in(
    store: Store, sample_articles: list[Article]
) -> None:
    story = largest(store)
    away = Ruling(Judgement.CORRECTED, articles=story.articles[-2:])
    decision = decide(store, DecisionKind.STORY, [story.id], away)
    assert len(rows(store)) == 3
    add(store, sample_articles, at="2031-03-02T08:00:00+00:00")
    held = [set(show(store, row.id).shown.story.articles) for row in rows(store)]
    apart = set(story.articles[-2:])
    assert all(group & apart in (set(), apart) for group in held)
    assert not any(group & apart and group & set(story.articles[:-2]) for group in held)
    undo(store, decision.id)
    assert (
        max(len(show(store, row.id).shown.story.articles) for row in rows(store))
        == len(story.articles) + 1
    )


def test_decisions_survive_the_same_articles_again(
    store: Store, sample_articles: list[Article]
) -> None:
    story = largest(store)
    statement = show(store, story.id).shown.articles[0].statements[0]
    decide(
        store, DecisionKind.SPEAKER, [statement.id], Ruling(Judgement.CORRECTED, speaker_name="Zoé")
    )
    add(store, sample_articles, at="2031-03-02T08:00:00+00:00")
    found = show(store, largest(store).id).shown
    assert found.orphaned == ()
    assert count_hits(store, SearchQuery(speakers=("zoe",))) >= 1


def test_decisions_survive_a_retelling(store: Store) -> None:
    story = largest(store)
    statement = show(store, story.id).shown.articles[0].statements[0]
    conflict = next(d for d in story.differences if d.is_conflict)
    zoe = Ruling(Judgement.CORRECTED, speaker_name="Zoé")
    decide(store, DecisionKind.SPEAKER, [statement.id], zoe)
    decide(store, DecisionKind.VERDICT, [conflict.id], REJECTED)
    away = Ruling(Judgement.CORRECTED, articles=story.articles[-1:])
    decide(store, DecisionKind.STORY, [story.id], away)
    before = rows(store)
    retell(store)
    assert rows(store) == before
    assert count_hits(store, SearchQuery(speakers=("zoe",))) >= 1


@pytest.mark.parametrize(
    ("kind", "about", "ruling"),
    [
        (DecisionKind.SPEAKER, ["nowhere"], CONFIRMED),
        (DecisionKind.SAME_SPEAKER, ["nobody", "none"], CONFIRMED),
        (DecisionKind.VERDICT, ["nowhere"], CONFIRMED),
        (DecisionKind.CLAIM, ["%"], CONFIRMED),
        (DecisionKind.SAME_STORY, ["nowhere", "either"], CONFIRMED),
        (DecisionKind.SAME_STORY, ["one"], CONFIRMED),
        (DecisionKind.SAME_CLAIM, ["one", "one"], CONFIRMED),
        (DecisionKind.SPEAKER, ["x"], Ruling(Judgement.CORRECTED)),
        (DecisionKind.VERDICT, ["x"], Ruling(Judgement.CORRECTED)),
        (DecisionKind.STORY, ["x"], REJECTED),
    ],
)
def test_what_cannot_be_decided_is_said(
    store: Store, kind: DecisionKind, about: list[str], ruling: Ruling
) -> None:
    with pytest.raises(StoreError):
        decide(store, kind, about, ruling)
    with store.read() as connection:
        assert list_decisions(connection) == []


def test_an_unknown_decision_cannot_be_undone(store: Store) -> None:
    with pytest.raises(StoreError):
        undo(store, "nowhere")

"""Decisions laid over a story: what changes, what is marked, what holds when it is told anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.decisions import apply_decisions
from recoupe.decisions.apply import NOT_SAME_FACT, UNSURE
from recoupe.records import (
    Anchor,
    DecisionKind,
    Evidence,
    Judgement,
    Ruling,
    Span,
    Verdict,
)
from tests.decisions.made_up_story import (
    ARTICLES,
    FIRST,
    HOLDS,
    INJURED,
    SECOND,
    SOLID,
    STORY,
    TEN_OR_TWELVE,
    decide,
    prove,
)

CONFIRMED = Ruling(Judgement.CONFIRMED)
REJECTED = Ruling(Judgement.REJECTED)
PAUL = Ruling(Judgement.CORRECTED, speaker_name="Paul Vidal")
S2 = Anchor("s2", evidence=(prove(FIRST, "s2"),))
C1 = Anchor("c1", evidence=INJURED.evidence)
D1 = Anchor("d1", evidence=(prove(FIRST, "s2"), prove(SECOND, "s3")))


def test_without_decisions_everything_stays() -> None:
    applied = apply_decisions(STORY, ARTICLES, [])
    assert (applied.story, applied.articles, applied.marks) == (STORY, ARTICLES, {})


def test_a_corrected_speaker_moves_through_claims_and_sides() -> None:
    applied = apply_decisions(STORY, ARTICLES, [decide(DecisionKind.SPEAKER, [S2], PAUL)])
    statement = applied.articles[0].find_statement("s2")
    assert statement is not None
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.id) == ("Paul Vidal", "paul-vidal")
    claim = applied.story.claims[0]
    assert claim.speakers == ("j-aubrac", "paul-vidal")
    assert claim.status[0].by == "paul-vidal"
    assert [s.said_by for s in applied.story.differences[0].sides] == ["paul-vidal", "j-aubrac"]
    (mark,) = applied.marks["s2"]
    assert (mark.machine, mark.person) == ("Jeanne Aubrac", "Paul Vidal")
    assert STORY.claims[0].speakers == ("j-aubrac", "jeanne-aubrac")  # the machine's word is kept


def test_a_rejected_speaker_is_nobody() -> None:
    applied = apply_decisions(STORY, ARTICLES, [decide(DecisionKind.SPEAKER, [S2], REJECTED)])
    statement = applied.articles[0].find_statement("s2")
    assert statement is not None
    assert statement.speaker is None
    assert applied.story.claims[0].speakers == ("j-aubrac",)
    assert applied.story.claims[0].status[0].by is None


def test_of_two_corrections_the_later_holds_beside_the_machine() -> None:
    second = Ruling(Judgement.CORRECTED, speaker_name="Anne Roy")
    decisions = [
        decide(DecisionKind.SPEAKER, [S2], second, number=2),
        decide(DecisionKind.SPEAKER, [S2], PAUL, number=1),
    ]
    applied = apply_decisions(STORY, ARTICLES, decisions)
    assert [(m.machine, m.person) for m in applied.marks["s2"]] == [
        ("Jeanne Aubrac", "Paul Vidal"),
        ("Jeanne Aubrac", "Anne Roy"),
    ]
    assert applied.story.claims[0].speakers == ("anne-roy", "j-aubrac")


def test_joined_speakers_are_one_everywhere() -> None:
    ruling = Ruling(Judgement.CONFIRMED, speaker_name="Jeanne Aubrac")
    about = [Anchor("jeanne-aubrac"), Anchor("j-aubrac")]
    applied = apply_decisions(STORY, ARTICLES, [decide(DecisionKind.SAME_SPEAKER, about, ruling)])
    statement = applied.articles[1].find_statement("s3")
    assert statement is not None
    assert statement.speaker is not None
    assert (statement.speaker.id, statement.speaker.name) == ("jeanne-aubrac", "Jeanne Aubrac")
    assert applied.story.claims[0].speakers == ("jeanne-aubrac",)
    assert {s.said_by for s in applied.story.differences[0].sides} == {"jeanne-aubrac"}
    assert list(applied.marks) == ["jeanne-aubrac"]


def test_speakers_joined_in_a_ring_end() -> None:
    pairs = [("a", "b"), ("b", "c"), ("c", "a")]
    decisions = [
        decide(DecisionKind.SAME_SPEAKER, [Anchor(x), Anchor(y)], CONFIRMED, number=n)
        for n, (x, y) in enumerate(pairs)
    ]
    assert apply_decisions(STORY, ARTICLES, decisions).story == STORY


def test_a_claim_is_split() -> None:
    away = Ruling(Judgement.CORRECTED, evidence=(prove(SECOND, "s3"),))
    applied = apply_decisions(STORY, ARTICLES, [decide(DecisionKind.CLAIM, [C1], away)])
    by_text = {claim.text: claim for claim in applied.story.claims}
    kept, apart = by_text["Il y a dix blessés"], by_text["on compte douze blessés"]
    assert kept.id == "c1"
    assert (kept.speakers, kept.origin_count, len(kept.status)) == (("jeanne-aubrac",), 1, 1)
    assert (apart.speakers, apart.origin_count, apart.status) == (("j-aubrac",), 1, ())
    assert list(applied.marks) == ["c1"]


def test_claims_are_joined() -> None:
    about = [Anchor("c2", HOLDS.evidence), Anchor("c3", SOLID.evidence)]
    applied = apply_decisions(STORY, ARTICLES, [decide(DecisionKind.SAME_CLAIM, about, CONFIRMED)])
    joined = next(c for c in applied.story.claims if c.id == "c2")
    assert [c.id for c in applied.story.claims] == ["c1", "c2"]
    assert joined.text == "le pont tient"
    assert (joined.article_count, joined.outlet_count, joined.origin_count) == (2, 2, 2)
    assert [change.evidence for change in joined.status] == [0, 1]


@pytest.mark.parametrize(
    ("ruling", "verdict", "person"),
    [
        (CONFIRMED, Verdict.CONTRADICTION, "contradiction"),
        (Ruling(Judgement.CORRECTED, verdict=Verdict.UPDATE), Verdict.UPDATE, "update"),
        (Ruling(Judgement.UNSURE), Verdict.CONTRADICTION, UNSURE),
        (REJECTED, None, NOT_SAME_FACT),
    ],
)
def test_a_verdict_is_judged(ruling: Ruling, verdict: Verdict | None, person: str) -> None:
    applied = apply_decisions(STORY, ARTICLES, [decide(DecisionKind.VERDICT, [D1], ruling)])
    assert [d.verdict for d in applied.story.differences] == ([verdict] if verdict else [])
    assert applied.set_aside == (() if verdict else (TEN_OR_TWELVE,))
    (mark,) = applied.marks["d1"]
    assert (mark.machine, mark.person) == ("contradiction", person)


def test_what_was_set_aside_can_be_taken_up_again() -> None:
    decisions = [
        decide(DecisionKind.VERDICT, [D1], REJECTED, number=1),
        decide(DecisionKind.VERDICT, [D1], CONFIRMED, number=2),
    ]
    applied = apply_decisions(STORY, ARTICLES, decisions)
    assert (applied.story.differences, applied.set_aside) == ((TEN_OR_TWELVE,), ())


def test_decisions_hold_when_ids_change() -> None:
    retold = replace(
        STORY,
        claims=(replace(INJURED, id="c9"), HOLDS, SOLID),
        differences=(replace(TEN_OR_TWELVE, id="d9"),),
    )
    other_cut = replace(
        FIRST.statements[1], id="s9", content=(Span(FIRST.statements[1].start, 70),)
    )
    articles = (replace(FIRST, statements=(FIRST.statements[0], other_cut)), SECOND)
    away = Ruling(Judgement.CORRECTED, evidence=(prove(SECOND, "s3"),))
    decisions = [
        decide(DecisionKind.SPEAKER, [S2], PAUL),
        decide(DecisionKind.CLAIM, [C1], away),
        decide(DecisionKind.VERDICT, [D1], REJECTED),
    ]
    applied = apply_decisions(retold, articles, decisions)
    assert sorted(applied.marks) == ["c9", "d9", "s9"]
    assert applied.orphaned == ()
    assert applied.story.differences == ()


def test_what_is_gone_is_listed() -> None:
    elsewhere = Evidence(FIRST.id, Span(0, 3))
    decisions = [
        decide(DecisionKind.SPEAKER, [Anchor("s0", (elsewhere,))], PAUL, number=1),
        decide(DecisionKind.CLAIM, [Anchor("c0", (elsewhere,))], REJECTED, number=2),
        decide(DecisionKind.VERDICT, [Anchor("d0", (elsewhere,))], REJECTED, number=3),
    ]
    applied = apply_decisions(STORY, ARTICLES, decisions)
    assert applied.orphaned == tuple(decisions)
    assert (applied.story, applied.marks) == (STORY, {})


def test_undone_decisions_are_passed_over() -> None:
    undone = replace(decide(DecisionKind.VERDICT, [D1], REJECTED), undone_at="2031-03-04")
    assert apply_decisions(STORY, ARTICLES, [undone]).story == STORY

"""Stories with claims by hand: their notation, and how pairs are counted on them."""

from __future__ import annotations

import pytest
from quality.gold_claims import GoldStory, PairCounts, count_pairs, strip_marks

from recoupe.records import Claim, Evidence, Span, Story

A, B, C = Span(0, 10), Span(20, 30), Span(40, 50)
STORY = GoldStory(
    "s",
    Story("s", "t", ("one", "two")),
    (),
    ((("one", A), ("two", A)), (("one", B), ("two", B)), (("two", C),)),
    ((), (("two", C),), ()),
)


def test_marks_are_stripped_and_their_passages_kept() -> None:
    text, passages = strip_marks("Bilan. {a|Il pleut fort.} {b|Il neige}, dit-on.")
    assert text == "Bilan. Il pleut fort. Il neige, dit-on."
    assert [(name, span.cut(text)) for name, span in passages] == [
        ("a", "Il pleut fort"),
        ("b", "Il neige"),
    ]


@pytest.mark.parametrize(
    ("groups", "counts"),
    [
        ([], PairCounts(0, 0, 0, 2)),
        ([[("one", A), ("two", A)]], PairCounts(1, 0, 1, 2)),
        ([[("one", A), ("two", B)]], PairCounts(0, 1, 0, 2)),
        ([[("one", A), ("one", B)]], PairCounts(0, 0, 0, 2)),  # of one article
        ([[("one", B), ("two", C)]], PairCounts(0, 0, 0, 2)),  # weak
        ([[("one", A), ("two", C)]], PairCounts(0, 1, 0, 2)),
        ([[("one", A), ("two", Span(90, 99))]], PairCounts(0, 0, 0, 2)),  # at no gold passage
        ([[("one", A), ("two", A), ("one", B), ("two", B)]], PairCounts(2, 2, 2, 2)),
    ],
)
def test_pairs_are_counted_as_the_scorer_counts_them(
    groups: list[list[tuple[str, Span]]], counts: PairCounts
) -> None:
    claims = [
        Claim("c", "", tuple(Evidence(article, span) for article, span in group), (), 2, None, 2)
        for group in groups
    ]
    assert count_pairs(STORY, claims) == counts


def test_nothing_judged_has_no_precision() -> None:
    assert PairCounts().precision is None
    assert PairCounts(1, 3, 2, 4).precision == 0.25
    assert PairCounts(1, 3, 2, 4).recall == 0.5

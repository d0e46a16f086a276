"""Differences made from sides: ids, order and the words of a side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from recoupe.language.why import Why, shorten, word_difference
from recoupe.records import (
    Difference,
    DifferenceKind,
    Evidence,
    Side,
    Verdict,
    make_id,
)

# A side's value is shown in a table cell, a matter in a heading; longer words are cut between two.
VALUE_LIMIT_CHARS = 90
MATTER_LIMIT_CHARS = 80
# Two ways to find that one says what another denies.
_OF_WORDS = {DifferenceKind.STANCE, DifferenceKind.WORDING}
_RANK = {
    Verdict.CONTRADICTION: 0,
    Verdict.DISPUTE: 1,
    Verdict.GARBLED: 2,
    Verdict.UPDATE: 3,
    Verdict.DIFFERENT_MEASURE: 4,
    Verdict.COMPATIBLE: 5,
    Verdict.WORDING: 6,
}


def make_side(
    value: str, evidence: Iterable[Evidence], said_by: str | None = None, on: str | None = None
) -> Side:
    """A side whose evidence is sorted and without repeats, its value shortened."""
    kept = tuple(dict.fromkeys(evidence))
    return Side(shorten(value, VALUE_LIMIT_CHARS), said_by, on[:10] if on else None, kept)


def make_difference(
    kind: DifferenceKind,
    verdict: Verdict,
    matter: str,
    sides: Sequence[Side],
    why: Why,
) -> Difference:
    """A difference with its id and its reason in both languages.

    Sides with a date stand oldest first, before those without. A matter without words gives way to
    what the first side says.
    """
    ordered = tuple(sorted(sides, key=lambda s: (s.on is None, s.on or "")))
    parts = [f"{e.article}:{e.span.start}:{e.span.end}" for side in ordered for e in side.evidence]
    key = make_id("difference", kind.value, verdict.value, *parts)
    return Difference(
        key,
        kind,
        verdict,
        shorten(matter.strip(" .,;:") or ordered[0].value, MATTER_LIMIT_CHARS),
        ordered,
        word_difference(why, "fr"),
        word_difference(why, "en"),
    )


def sort_key(difference: Difference) -> tuple[int, int, str]:
    """Conflicts first, then updates, then the rest; wide ones before narrow ones."""
    width = sum(len(side.evidence) for side in difference.sides)
    return (_RANK[difference.verdict], -width, difference.id)


def covers(wide: Difference, other: Difference) -> bool:
    """Whether a difference shows another one too: each of its sides beside a passage of its own."""
    alike = wide.kind is other.kind or {wide.kind, other.kind} <= _OF_WORDS
    if not alike or wide.verdict is not other.verdict:
        return False
    met = [
        next((n for n, own in enumerate(wide.sides) if _has_all(own, side)), None)
        for side in other.sides
    ]
    return None not in met and len(set(met)) == len(met)


def _has_all(side: Side, other: Side) -> bool:
    """Whether a side has every passage of another one, or words within it."""
    return all(
        any(e.article == o.article and e.span.overlaps(o.span) for e in side.evidence)
        for o in other.evidence
    )


def is_told_alike(difference: Difference) -> bool:
    """Whether an update has but one wording: words moved from one speaker to another are no news."""
    if difference.verdict is not Verdict.UPDATE:
        return False
    words = {re.sub(r"\W+", " ", side.value.casefold()).strip() for side in difference.sides}
    return len(words) < 2

"""Differences made from sides: ids, order and the words of a side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoupe.records import (
    Difference,
    DifferenceKind,
    Evidence,
    Side,
    Verdict,
    make_id,
)

# A side's value is shown in a table cell; longer evidence is cut at a word.
VALUE_LIMIT_CHARS = 90
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
    short = " ".join(value.split())
    if len(short) > VALUE_LIMIT_CHARS:
        short = short[:VALUE_LIMIT_CHARS].rsplit(" ", 1)[0] + " …"
    kept = tuple(dict.fromkeys(evidence))
    return Side(short, said_by, on[:10] if on else None, kept)


def make_difference(
    kind: DifferenceKind,
    verdict: Verdict,
    matter: str,
    sides: Sequence[Side],
    why: str,
    why_en: str,
) -> Difference:
    """A difference with its id; sides with a date stand oldest first, before those without."""
    ordered = tuple(sorted(sides, key=lambda s: (s.on is None, s.on or "")))
    parts = [f"{e.article}:{e.span.start}:{e.span.end}" for side in ordered for e in side.evidence]
    key = make_id("difference", kind.value, verdict.value, *parts)
    return Difference(key, kind, verdict, " ".join(matter.split()), ordered, why, why_en)


def sort_key(difference: Difference) -> tuple[int, int, str]:
    """Conflicts first, then updates, then the rest; wide ones before narrow ones."""
    width = sum(len(side.evidence) for side in difference.sides)
    return (_RANK[difference.verdict], -width, difference.id)


def join_words(items: Sequence[str], word: str = "et") -> str:
    """« a, b et c »."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"

"""Two texts line by line beside each other: what both tell stands in one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.rooms.report.cut_text import Line
from recoupe.store.fold_words import fold_words

# Lines are a pair where the shorter has so much of its words in the other. Seen on the sample
# story: rewritten sentences share 0.6 and more, sentences about other matters 0.3 and less.
LEAST_COMMON_RATIO = 0.5
# Shorter lines are headings and bylines; sharing most of their words says nothing.
LEAST_WORDS = 5
# Beyond so many comparisons of lines (two live pages of a day) the texts stand unpaired.
MOST_COMPARED = 40_000


@dataclass(frozen=True, slots=True)
class Row:
    """Lines that stand beside each other; either side may be empty."""

    one: tuple[Line, ...]
    other: tuple[Line, ...]


def pair_lines(one: Sequence[Line], other: Sequence[Line]) -> list[Row]:
    """The lines of two texts in rows, each line once and in its order.

    A row is a pair of lines that share most of their words, or what stands between two pairs. Of
    pairs that cross each other those are kept that share most words in all.

    Cost:
        Quadratic in the lines, at most `MOST_COMPARED` pairs of them.
    """
    if len(one) * len(other) > MOST_COMPARED:
        return [Row(tuple(one), tuple(other))]
    rows: list[Row] = []
    at = at_other = 0
    for n, m in [*_choose_pairs(_weigh_pairs(one, other)), (len(one), len(other))]:
        if n > at or m > at_other:
            rows.append(Row(tuple(one[at:n]), tuple(other[at_other:m])))
        if n < len(one):
            rows.append(Row((one[n],), (other[m],)))
        at, at_other = n + 1, m + 1
    return rows


def _weigh_pairs(one: Sequence[Line], other: Sequence[Line]) -> list[list[int]]:
    """How many words each line of one text shares with each of the other, 0 where they are none."""
    words, others = ([_list_words(line) for line in lines] for lines in (one, other))
    return [[_count_common(mine, theirs) for theirs in others] for mine in words]


def _count_common(mine: frozenset[str], theirs: frozenset[str]) -> int:
    shorter = min(len(mine), len(theirs))
    if shorter < LEAST_WORDS:
        return 0
    common = len(mine & theirs)
    return common if common >= LEAST_COMMON_RATIO * shorter else 0


def _list_words(line: Line) -> frozenset[str]:
    return frozenset(fold_words("".join(segment.text for segment in line.segments)).split())


def _choose_pairs(weights: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """The pairs that do not cross and weigh most together, in order."""
    width = len(weights[0]) if weights else 0
    best = [[0] * (width + 1) for _ in range(len(weights) + 1)]
    for n in reversed(range(len(weights))):
        for m in reversed(range(width)):
            taken = weights[n][m] + best[n + 1][m + 1] if weights[n][m] else 0
            best[n][m] = max(taken, best[n + 1][m], best[n][m + 1])
    pairs: list[tuple[int, int]] = []
    n = m = 0
    while n < len(weights) and m < width:
        if weights[n][m] and best[n][m] == weights[n][m] + best[n + 1][m + 1]:
            pairs.append((n, m))
            n, m = n + 1, m + 1
        elif best[n][m] == best[n + 1][m]:
            n += 1
        else:
            m += 1
    return pairs

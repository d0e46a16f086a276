"""Which passages of two articles say alike, by a look-up of their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from recoupe.rooms.trace.resemblance import Vector


@dataclass(frozen=True, slots=True, order=True)
class Alike:
    """Two passages that say alike, by their places in the two lists.

    Attributes:
        one: Place of the passage in the one list.
        other: Place of the passage in the other.
        likeness: Cosine of the two, 0 to 1.
    """

    one: int
    other: int
    likeness: float


def find_alike(
    ones: Sequence[Vector], others: Sequence[Vector], threshold: float
) -> tuple[Alike, ...]:
    """The pairs of passages with a cosine from the threshold on, in the order of the lists.

    Cost:
        Linear in the words that the two articles share, times the passages that hold each.
    """
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for n, vector in enumerate(others):
        for lemma, weight in vector.items():
            holders[lemma].append((n, weight))
    found: list[Alike] = []
    for n, vector in enumerate(ones):
        sums: dict[int, float] = defaultdict(float)
        for lemma in sorted(vector.keys() & holders.keys()):
            for other, weight in holders[lemma]:
                sums[other] += vector[lemma] * weight
        found.extend(Alike(n, other, s) for other, s in sorted(sums.items()) if s >= threshold)
    return tuple(found)


def pair_best(alike: Sequence[Alike]) -> tuple[Alike, ...]:
    """The pairs in which each passage stands once, the most alike taken first; in order."""
    ones: set[int] = set()
    others: set[int] = set()
    taken: list[Alike] = []
    for pair in sorted(alike, key=lambda p: (-p.likeness, p.one, p.other)):
        if pair.one not in ones and pair.other not in others:
            ones.add(pair.one)
            others.add(pair.other)
            taken.append(pair)
    return tuple(sorted(taken))


def pair_in_order(alike: Sequence[Alike]) -> tuple[Alike, ...]:
    """The longest chain of pairs in which both lists go forward; of equals the earliest.

    Cost:
        Linear in the pairs, times the logarithm of the passages of the other list.
    """
    ordered = sorted(alike)
    chains = _LongestBefore(max((pair.other for pair in ordered), default=0) + 1)
    before: list[int | None] = []
    lengths: list[int] = []
    for _, row in groupby(ordered, key=lambda pair: pair.one):
        others = [pair.other for pair in row]
        first = len(before)
        for other in others:
            length, number = chains.find(other)
            before.append(number)
            lengths.append(length + 1)
        for number, other in enumerate(others, start=first):
            chains.note(other, lengths[number], number)
    chain: list[Alike] = []
    at = max(range(len(ordered)), key=lambda n: (lengths[n], -n), default=None)
    while at is not None:
        chain.append(ordered[at])
        at = before[at]
    return tuple(reversed(chain))


class _LongestBefore:
    """The longest chain that ends before a place, of equals the first noted: a Fenwick tree of maxima."""

    def __init__(self, places: int) -> None:
        self._best: list[tuple[int, int]] = [(0, 0)] * (places + 1)

    def find(self, place: int) -> tuple[int, int | None]:
        """Length and number of the longest chain that ends before a place; 0 and None without one."""
        best = (0, 0)
        while place > 0:
            best = max(best, self._best[place])
            place -= place & -place
        return (best[0], -best[1]) if best[0] else (0, None)

    def note(self, place: int, length: int, number: int) -> None:
        """A chain of this length ends at a place."""
        at = place + 1
        while at < len(self._best):
            self._best[at] = max(self._best[at], (length, -number))
            at += at & -at

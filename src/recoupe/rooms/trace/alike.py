"""Which passages of two articles say alike, by a look-up of their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

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
    """The longest chain of pairs in which both lists go forward; of equals the earliest."""
    ordered = sorted(alike)
    lengths: list[int] = []
    before: list[int | None] = []
    for n, pair in enumerate(ordered):
        best = max(
            (m for m in range(n) if ordered[m].one < pair.one and ordered[m].other < pair.other),
            key=lambda m: (lengths[m], -m),
            default=None,
        )
        before.append(best)
        lengths.append(1 + (lengths[best] if best is not None else 0))
    chain: list[Alike] = []
    at = max(range(len(ordered)), key=lambda n: (lengths[n], -n), default=None)
    while at is not None:
        chain.append(ordered[at])
        at = before[at]
    return tuple(reversed(chain))

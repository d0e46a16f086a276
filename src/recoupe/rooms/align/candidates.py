"""Which passages are worth comparing: those that share a word that tells something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from recoupe.rooms.align.signs import Signs

# A key in more passages than this brings no two together by itself. A story of 100 articles has
# some 5,000 passages; its matter ("explosion", "usine") stands in hundreds of them, and the pairs
# under this cap stay below a million.
COMMONEST_KEY_UNITS = 120


def find_candidates(
    signs: Sequence[Signs], rarity: Mapping[str, float]
) -> tuple[tuple[int, int], ...]:
    """Pairs of passages that share at least two keys, one of them not too common, sorted.

    Up to the cap every pair that shares a key counts, so small stories are compared in full.

    Cost:
        Quadratic in the passages that hold one key, of which there are at most 120.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(signs):
        for key in each.keys:
            holders[key].append(number)
    found: dict[tuple[int, int], int] = defaultdict(int)
    for key in sorted(holders, key=lambda k: (rarity.get(k, 1.0), k), reverse=True):
        if len(holders[key]) <= COMMONEST_KEY_UNITS:
            for n, a in enumerate(holders[key]):
                for b in holders[key][n + 1 :]:
                    found[a, b] += 1
    return tuple(
        sorted(pair for pair, shared in found.items() if shared >= 2 or _is_short(signs, pair))
    )


def _is_short(signs: Sequence[Signs], pair: tuple[int, int]) -> bool:
    return min(len(signs[n].keys) for n in pair) <= 3

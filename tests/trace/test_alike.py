"""The longest chain of alike passages, against all chains of small lists."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

import pytest

from recoupe.rooms.trace.alike import Alike, pair_in_order


def _find_by_trying(alike: list[Alike]) -> int:
    for count in range(len(alike), 0, -1):
        for chain in combinations(sorted(alike), count):
            if all(a.one < b.one and a.other < b.other for a, b in pairwise(chain)):
                return count
    return 0


@pytest.mark.parametrize("seed", range(20))
def test_no_chain_is_longer(seed: int) -> None:
    chance = random.Random(seed)
    places = {(chance.randrange(6), chance.randrange(6)) for _ in range(9)}
    alike = [Alike(one, other, 0.5) for one, other in places]
    chain = pair_in_order(alike)
    assert len(chain) == _find_by_trying(alike)
    assert all(a.one < b.one and a.other < b.other for a, b in pairwise(chain))


def test_of_equal_chains_the_earliest_is_taken() -> None:
    pairs = [Alike(0, 1, 0.9), Alike(0, 0, 0.1), Alike(1, 2, 0.5), Alike(1, 3, 0.5)]
    assert [(p.one, p.other) for p in pair_in_order(pairs)] == [(0, 0), (1, 2)]


def test_bad_input_22_long_lists_end() -> None:
    """Two hundred thousand pairs: all against all they would be 20 thousand million."""
    pairs = [Alike(n, m, 0.5) for n in range(2000) for m in range(0, 2000, 20)]
    assert len(pair_in_order(pairs)) == 100

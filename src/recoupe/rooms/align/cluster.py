"""Passages that say the same, joined by average likeness with pairs that must stay apart."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

Pair = tuple[int, int]


def join_alike(
    count: int, likeness: Mapping[Pair, float], apart: frozenset[Pair], threshold: float
) -> tuple[tuple[int, ...], ...]:
    """Groups of items by average linkage; a pair that must stay apart is never in one group.

    Pairs without a likeness count as 0, so that a group grows only while its members are alike
    on the average.

    Args:
        count: How many items, numbered from 0.
        likeness: Likeness of pairs (lower number first), 0 to 1.
        apart: Pairs (lower number first) that must not be in one group.
        threshold: Least average likeness of two groups that are joined.

    Returns:
        All groups, single items included, in the order of their first members.

    Example:
        >>> join_alike(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1}, frozenset(), 0.5)
        ((0, 1), (2,))

    Cost:
        p log p in the pairs that are alike, times the number of neighbours of a merged group.
    """
    members: dict[int, list[int]] = {n: [n] for n in range(count)}
    sums: dict[int, dict[int, float]] = {n: {} for n in range(count)}
    for (a, b), value in likeness.items():
        sums[a][b] = value
        sums[b][a] = value
    banned: dict[int, set[int]] = {n: set() for n in range(count)}
    for a, b in apart:
        banned[a].add(b)
        banned[b].add(a)
    heap = [(-value, a, b) for (a, b), value in likeness.items() if value >= threshold]
    heapq.heapify(heap)
    following = count
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in members or b not in members or b in banned[a]:
            continue
        new = following
        following += 1
        members[new] = sorted(members.pop(a) + members.pop(b))
        banned[new] = banned[a] | banned[b]
        for n in banned[new]:
            banned[n].add(new)
        joined = sums[new] = _add(sums.pop(a), sums.pop(b), {a, b})
        for n, total in sorted(joined.items()):
            sums[n].pop(a, None)
            sums[n].pop(b, None)
            sums[n][new] = total
            average = total / (len(members[new]) * len(members[n]))
            if average >= threshold and n not in banned[new]:
                heapq.heappush(heap, (-average, n, new))
    return tuple(sorted(tuple(group) for group in members.values()))


def _add(
    one: Mapping[int, float], other: Mapping[int, float], without: set[int]
) -> dict[int, float]:
    return {
        n: one.get(n, 0.0) + other.get(n, 0.0)
        for n in sorted(one.keys() | other.keys())
        if n not in without
    }

"""Groups of events by average link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from recoupe.rooms.group.features import EventFeatures
from recoupe.rooms.group.likeness import measure_likeness

# Average likeness from which an article joins a story; docs/decisions/0005-stories.md.
SAME_STORY = 0.2
# Events are compared when they share so many of their heaviest words.
KEY_WORDS = 40
COMMON_KEYS = 2


def join_events(
    events: Sequence[EventFeatures],
    together: Sequence[Sequence[str]],
    weights: Mapping[str, float],
) -> list[list[EventFeatures]]:
    """Groups of events, in time order inside; the order of input changes nothing.

    Args:
        events: The events in time order.
        together: Ids that belong together whatever the likeness.
        weights: Weight of each word.

    Cost:
        Compares only pairs that share heavy words; merging is quadratic in the groups that
        such pairs connect.
    """
    number = {event.article: n for n, event in enumerate(events)}
    group_of = list(range(len(events)))
    for ids in together:
        known = [number[key] for key in ids if key in number]
        for n in known[1:]:
            _merge(group_of, group_of[known[0]], group_of[n])
    likeness = {
        pair: measure_likeness(events[pair[0]], events[pair[1]], weights)
        for pair in _find_candidates(events, weights)
    }
    while (best := _find_best(group_of, likeness)) is not None:
        _merge(group_of, *best)
    groups: dict[int, list[EventFeatures]] = defaultdict(list)
    for n, event in enumerate(events):
        groups[group_of[n]].append(event)
    return list(groups.values())


def _merge(group_of: list[int], one: int, other: int) -> None:
    low, high = min(one, other), max(one, other)
    for n, group in enumerate(group_of):
        if group == high:
            group_of[n] = low


def _find_candidates(
    events: Sequence[EventFeatures], weights: Mapping[str, float]
) -> list[tuple[int, int]]:
    """Pairs of event numbers with heavy words in common, sorted."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n, event in enumerate(events):
        heaviest = sorted(event.bag, key=lambda w: (-event.bag[w] * weights[w], w))[:KEY_WORDS]
        for word in heaviest:
            holders[word].append(n)
    common: dict[tuple[int, int], int] = defaultdict(int)
    for word in sorted(holders):
        numbers = holders[word]
        for i, a in enumerate(numbers):
            for b in numbers[i + 1 :]:
                common[a, b] += 1
    return sorted(pair for pair, count in common.items() if count >= COMMON_KEYS)


def _find_best(
    group_of: Sequence[int], likeness: Mapping[tuple[int, int], float]
) -> tuple[int, int] | None:
    """The two groups with the highest average likeness, or None below the threshold."""
    sizes: dict[int, int] = defaultdict(int)
    for group in group_of:
        sizes[group] += 1
    sums: dict[tuple[int, int], float] = defaultdict(float)
    for (a, b), value in likeness.items():
        one, other = group_of[a], group_of[b]
        if one != other:
            sums[min(one, other), max(one, other)] += value
    averages = [(total / (sizes[a] * sizes[b]), -a, -b) for (a, b), total in sums.items()]
    best = max(averages, default=(0.0, 0, 0))
    return (-best[1], -best[2]) if best[0] >= SAME_STORY else None

"""Groups of events by average link."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from recoupe.rooms.group.likeness import WINDOW_DAYS, EventVectors, measure_likeness

# Average likeness from which an article joins a story. Fourteen sibling events of our own, the sample
# story and five real articles are told apart without a fault from 0.06 to 0.16; at 0.18 the sample's
# reportage falls off. docs/decisions/0005-stories.md
SAME_STORY = 0.12
# An article that copies another belongs to its story when the two are at least this alike: three
# sentences in a digest of forty do not make the digest one of the reports.
TIED_STORY = 0.06
# Events are compared when they share so many of their heaviest words.
KEY_WORDS = 20
COMMON_KEYS = 2
# An event is looked up among so many earlier ones for each of its words, the latest: what more have
# in common is the matter of the day.
REMEMBERED_EVENTS = 150


def join_events(
    vectors: Sequence[EventVectors], ties: Sequence[tuple[str, str]]
) -> list[list[EventVectors]]:
    """Groups of events, in time order inside; the order of input changes nothing.

    Args:
        vectors: The events in time order.
        ties: Pairs of ids that belong together unless they are quite unlike or vetoed.

    Cost:
        Compares only pairs that share heavy words, `REMEMBERED_EVENTS` back at most for each
        word; merging is linear in those pairs, times the logarithm of their number.
    """
    number = {v.event.article: n for n, v in enumerate(vectors)}
    clusters = AverageLink(len(vectors))
    for a, b in _find_candidates(vectors):
        clusters.set_likeness(a, b, measure_likeness(vectors[a], vectors[b]))
    for source, target in ties:
        one, other = number[source], number[target]
        if measure_likeness(vectors[one], vectors[other]) >= TIED_STORY:
            clusters.merge(clusters.group_of[one], clusters.group_of[other])
    clusters.join_from(SAME_STORY)
    groups: dict[int, list[EventVectors]] = defaultdict(list)
    for n, vector in enumerate(vectors):
        groups[clusters.group_of[n]].append(vector)
    return list(groups.values())


class AverageLink:
    """Agglomerative clusters by average likeness; pairs without one count as 0.

    Attributes:
        group_of: The group of each item; a group bears the number of its first item.
    """

    def __init__(self, count: int) -> None:
        self.group_of = list(range(count))
        self._members = {n: [n] for n in range(count)}
        self._sums: dict[int, dict[int, float]] = {n: {} for n in range(count)}

    def set_likeness(self, one: int, other: int, value: float) -> None:
        """Say how like two items are; before any merge."""
        self._sums[one][other] = self._sums[other][one] = value

    def merge(self, one: int, other: int) -> int:
        """Make one group of two; gives its number back."""
        low, high = min(one, other), max(one, other)
        if low == high:
            return low
        for item in self._members[high]:
            self.group_of[item] = low
        self._members[low] += self._members.pop(high)
        for third, total in self._sums.pop(high).items():
            del self._sums[third][high]
            if third != low:
                joint = self._sums[low].get(third, 0.0) + total
                self._sums[low][third] = self._sums[third][low] = joint
        return low

    def join_from(self, threshold: float) -> None:
        """Merge the two groups most alike, again and again, down to the threshold."""
        heap = [
            (-self._average(one, other), one, other)
            for one in sorted(self._sums)
            for other in sorted(self._sums[one])
            if one < other
        ]
        heapq.heapify(heap)
        while heap and -heap[0][0] >= threshold:
            minus_average, one, other = heapq.heappop(heap)
            if other not in self._sums.get(one, {}) or -minus_average != self._average(one, other):
                continue
            group = self.merge(one, other)
            for third in sorted(self._sums[group]):
                low, high = min(group, third), max(group, third)
                heapq.heappush(heap, (-self._average(low, high), low, high))

    def _average(self, one: int, other: int) -> float:
        return self._sums[one][other] / (len(self._members[one]) * len(self._members[other]))


def _find_candidates(vectors: Sequence[EventVectors]) -> list[tuple[int, int]]:
    """Pairs of event numbers with heavy names or words in common, sorted."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for kind, bags in (("name", [v.names for v in vectors]), ("word", [v.words for v in vectors])):
        spread = Counter(key for bag in bags for key in bag)
        for n, bag in enumerate(bags):
            shared = [key for key in bag if spread[key] > 1]
            for key in sorted(shared, key=lambda k: (-bag[k], k))[:KEY_WORDS]:
                holders[kind, key].append(n)
    days = [_count_days(vector.event.published) for vector in vectors]
    common: dict[tuple[int, int], int] = defaultdict(int)
    for word in sorted(holders):
        numbers = holders[word]
        for i, b in enumerate(numbers):
            for a in numbers[max(0, i - REMEMBERED_EVENTS) : i]:
                if _are_near(days[a], days[b]):
                    common[a, b] += 1
    return sorted(pair for pair, count in common.items() if count >= COMMON_KEYS)


def _count_days(published: str | None) -> int | None:
    return date.fromisoformat(published).toordinal() if published else None


def _are_near(one: int | None, other: int | None) -> bool:
    """Whether two days are in one window; a day that is not known is near all others."""
    return one is None or other is None or abs(one - other) <= WINDOW_DAYS

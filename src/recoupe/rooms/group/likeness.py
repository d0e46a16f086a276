"""How likely two articles tell of one event."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from recoupe.rooms.group.features import EventFeatures

# A story's articles lie at most so many days apart; what comes later is another episode.
WINDOW_DAYS = 14
# Events this many days apart, told in the same words, are two episodes of one saga
# when a number, a rank or the day of the week repeats itself.
EPISODE_DAYS = 3


def weigh_words(events: Sequence[EventFeatures]) -> Mapping[str, float]:
    """Inverse document frequency, smoothed so that one story alone does not lose its words."""
    counts = Counter(word for event in events for word in event.bag)
    total = len(events) + 1
    return {word: math.log(1 + total / n) for word, n in counts.items()}


def measure_likeness(
    one: EventFeatures, other: EventFeatures, weights: Mapping[str, float]
) -> float:
    """Weighted cosine of the bags, 0 to 1; 0 where time, rank or number vetoes."""
    if is_vetoed(one, other):
        return 0.0
    common = sorted(one.bag.keys() & other.bag.keys())
    product = sum(one.bag[w] * other.bag[w] * weights[w] ** 2 for w in common)
    lengths = _length(one, weights) * _length(other, weights)
    return product / lengths if lengths else 0.0


def _length(event: EventFeatures, weights: Mapping[str, float]) -> float:
    return math.sqrt(sum((n * weights[w]) ** 2 for w, n in event.bag.items()))


def is_vetoed(one: EventFeatures, other: EventFeatures) -> bool:
    """Whether the two cannot be one event: too far apart, or two episodes of one saga."""
    if (
        one.published
        and other.published
        and _gap_days(one.published, other.published) > WINDOW_DAYS
    ):
        return True
    if not one.days or not other.days or one.days & other.days:
        return False
    gap = min(_gap_days(a, b) for a in one.days for b in other.days)
    if gap < EPISODE_DAYS:
        return False
    ranks_clash = bool(one.ordinals and other.ordinals and not one.ordinals & other.ordinals)
    return ranks_clash or _numbers_clash(one, other) or gap % 7 == 0


def _gap_days(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _numbers_clash(one: EventFeatures, other: EventFeatures) -> bool:
    """Whether both openings count the same thing at the same stage and give no value in common."""
    return any(
        not one.figures[counted] & other.figures[counted]
        for counted in one.figures.keys() & other.figures.keys()
    )

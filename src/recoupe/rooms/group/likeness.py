"""How likely two articles tell of one event."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from recoupe.rooms.group.features import EventFeatures

# A story's articles lie at most so many days apart; what comes later is another episode.
WINDOW_DAYS = 14
# Events this many days apart, told in the same words, are two episodes of one saga
# when a number, a rank or the day of the week repeats itself.
EPISODE_DAYS = 3


# Names tell events apart, words tell what happened: both halves count alike.
NAMES_SHARE = 0.5
DETAIL_SHARE = 0.3

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class EventVectors:
    """An event's names and words, weighted and at length 1.

    Attributes:
        event: What they were made from.
        names: Weight of each name.
        words: Weight of each content lemma.
    """

    event: EventFeatures
    names: Weights
    words: Weights


def make_vectors(events: Sequence[EventFeatures]) -> tuple[EventVectors, ...]:
    """The vectors of events, in their order; rare names and words weigh more."""
    names = _weigh([event.names for event in events])
    words = _weigh([event.words for event in events])
    return tuple(
        EventVectors(event, _scale(event.names, names), _scale(event.words, words))
        for event in events
    )


def measure_likeness(one: EventVectors, other: EventVectors) -> float:
    """Cosine of the names and of the words in equal shares, 0 to 1; 0 where time or rank vetoes."""
    if is_vetoed(one.event, other.event):
        return 0.0
    names = _multiply(one.names, other.names)
    return NAMES_SHARE * names + (1 - NAMES_SHARE) * _multiply(one.words, other.words)


def _weigh(bags: Sequence[Weights]) -> Weights:
    """Inverse document frequency, smoothed so that one story alone does not lose its words.

    A key of a single article is a detail of its telling and weighs less.
    """
    counts = Counter(key for bag in bags for key in bag)
    return {
        key: math.log(1 + (len(bags) + 1) / n) * (DETAIL_SHARE if n == 1 else 1)
        for key, n in counts.items()
    }


def _scale(bag: Weights, weights: Weights) -> Weights:
    length = math.sqrt(sum((n * weights[key]) ** 2 for key, n in bag.items()))
    return {key: n * weights[key] / length for key, n in bag.items()} if length else {}


def _multiply(one: Weights, other: Weights) -> float:
    return sum(one[key] * other[key] for key in sorted(one.keys() & other.keys()))


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

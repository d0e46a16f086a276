"""How likely two articles tell of one event."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import mul

from recoupe.rooms.group.features import EventFeatures

# A story's articles lie at most so many days apart; what comes later is another episode.
WINDOW_DAYS = 14
# Events this many days apart, told in the same words, are two episodes of one saga
# when a number, a rank or the day of the week repeats itself.
EPISODE_DAYS = 3


# Names tell events apart, words tell what happened: both halves count alike, words no more than
# names.
NAMES_SHARE = 0.5
DETAIL_SHARE = 0.3
# Two articles that open on different places may still tell of one event, as the parser takes other
# names for places: a doubt, not a veto.
OTHER_PLACE_FACTOR = 0.4

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class EventVectors:
    """An event's names and words, weighted and at length 1.

    Attributes:
        event: What they were made from.
        names: Weight of each name.
        words: Weight of each content lemma.
        places: For each place of its opening, how many events name it.
    """

    event: EventFeatures
    names: Weights
    words: Weights
    places: Mapping[str, int]


def make_vectors(events: Sequence[EventFeatures]) -> tuple[EventVectors, ...]:
    """The vectors of events, in their order; rare names and words weigh more."""
    names = _weigh([event.names for event in events])
    words = _weigh([event.words for event in events])
    spread = Counter(name for event in events for name in event.names)
    return tuple(
        EventVectors(
            event,
            _scale(event.names, names),
            _scale(event.words, words),
            {place: spread[place] for place in sorted(event.places)},
        )
        for event in events
    )


def measure_likeness(one: EventVectors, other: EventVectors) -> float:
    """How like two events are, 0 to 1; 0 where time or rank vetoes.

    The cosine of the names and that of the words in equal shares, but the words count no more than
    the names do: two floods are told in the same words, and are two events where the places are.
    """
    if is_vetoed(one.event, other.event):
        return 0.0
    names = _multiply(one.names, other.names)
    if not names:
        return 0.0
    words = min(names, _multiply(one.words, other.words))
    doubt = OTHER_PLACE_FACTOR if _is_elsewhere(one, other) else 1.0
    return doubt * (NAMES_SHARE * names + (1 - NAMES_SHARE) * words)


def _is_elsewhere(one: EventVectors, other: EventVectors) -> bool:
    """Whether each opens on a place that the other never names, and what both name is wider.

    « Sorvik, Karvastan » and « Tarmina, Karvastan »: more events name the country than the towns.
    """
    ones = [spread for place, spread in one.places.items() if place not in other.names]
    others = [spread for place, spread in other.places.items() if place not in one.names]
    if not ones or not others:
        return False
    common = [spread for place, spread in one.places.items() if place in other.places]
    return all(spread > max(min(ones), min(others)) for spread in common)


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
    common = sorted(one.keys() & other.keys())
    product: float = sum(map(mul, map(one.__getitem__, common), map(other.__getitem__, common)))
    return product


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

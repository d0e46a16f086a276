"""How likely two values are of one matter: signs of their words, nouns, stages and sizes, weighed."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log

from recoupe.rooms.compare.fact import Fact
from recoupe.rooms.compare.matter_tests import (
    WIDEST_RATIO,
    count_days_between,
    find_doubts,
    have_same_digits,
)

# Nouns that count anybody, so that they neither join nor part two counts.
ANYBODY = frozenset({"personne", "habitant", "victime", None})
# Dimensions in which a noun tells what is counted.
_NOUNS_COUNT = ("count", "percent")
# Two numbers this near each other are near: « 1,2 milliard », « 1,4 milliard ».
CLOSE_RATIO = 1.6

# Weights of a logistic regression, fitted by `python -m quality.fit_matters`; see
# docs/decisions/0007-verdicts.md for its data and what it is worth on stories left out.
BIAS = 0.2
WEIGHTS: dict[str, float] = {
    "same_digits": 2.1,
    "ratio": -1.9,
    "other_stage": -1.6,
    "likeness": 1.4,
    "same_stage": 1.4,
    "answer": 1.3,
    "other_part": -1.0,
    "other_names": -1.0,
    "same_head": 0.9,
    "any_head": -0.8,
    "percent": -0.7,
    "near_words": 0.7,
    "reached_word": 0.7,
    "near_word": 0.6,
    "crowd": -0.6,
    "close": 0.5,
    "days": -0.4,
    "no_rival": 0.4,
    "other_time": 0.4,
    "other_earlier": -0.3,
    "other_head": -0.3,
    "bare_head": -0.2,
}
SIGNS = tuple(WEIGHTS)


class Crowd:
    """How many numbers of one dimension and noun stand in each article and in the story."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._numbers: dict[tuple[str, ...], set[object]] = {}
        for fact in facts:
            for key in (_find_kind(fact), (*_find_kind(fact), fact.pages.id)):
                self._numbers.setdefault(key, set()).add(fact.figure.value or fact.value)

    def count_beside(self, one: Fact, other: Fact) -> int:
        """Numbers like theirs in the articles of two values, apart from their own."""
        keys = [(*_find_kind(f), f.pages.id) for f in (one, other)]
        return sum(len(self._numbers[key]) - 1 for key in keys)

    def count_in_story(self, one: Fact, other: Fact) -> int:
        """Numbers like theirs in the story, at least 1."""
        return max(len(self._numbers[_find_kind(f)]) for f in (one, other))


def _find_kind(fact: Fact) -> tuple[str, str]:
    counts = fact.dimension in _NOUNS_COUNT
    return fact.dimension, (fact.head or "") if counts else ""


def read_signs(
    one: Fact, other: Fact, crowd: Crowd, without: frozenset[str] = frozenset()
) -> dict[str, float]:
    """The signs of two values of one dimension, by name, mostly 0 or 1.

    Args:
        one: A value.
        other: Another.
        crowd: The numbers of the story.
        without: Innocent explanations to do without.
    """
    heads = {one.head_word, other.head_word}
    near = (one.words.near & other.words.near) - heads
    reached = (one.words.near & other.words.own) | (other.words.near & one.words.own)
    counts = one.dimension in _NOUNS_COUNT
    specific = one.head not in ANYBODY and other.head not in ANYBODY
    ratio = _find_ratio(one, other)
    signs: dict[str, float] = {
        "likeness": one.words.find_likeness(other.words),
        "near_word": bool(near),
        "near_words": len(near) > 1,
        "reached_word": bool(reached - heads),
        "same_head": counts and specific and one.head == other.head,
        "any_head": counts and not specific,
        "other_head": counts and specific and one.head != other.head,
        "percent": one.dimension == "percent",
        "no_rival": crowd.count_beside(one, other) == 0,
        "crowd": log(crowd.count_in_story(one, other)),
        "bare_head": counts and specific and one.head == other.head and not reached - heads,
        "same_stage": one.stage is not None and one.stage == other.stage,
        "ratio": log(ratio),
        "close": ratio < CLOSE_RATIO,
        "same_digits": have_same_digits(one, other),
        "days": count_days_between(one, other) > 1,
        "answer": one.pages is other.pages,
    }
    return signs | find_doubts(one, other, without)


def weigh_signs(signs: dict[str, float]) -> float:
    """The probability that two values are of one matter, 0 to 1."""
    return 1 / (1 + exp(-BIAS - sum(WEIGHTS[name] * sign for name, sign in signs.items() if sign)))


def _find_ratio(one: Fact, other: Fact) -> float:
    """How many times the greater number is the smaller one, at most `WIDEST_RATIO`."""
    low, high = sorted(abs(f.figure.value or f.figure.low or 0.0) for f in (one, other))
    return min(high / low, WIDEST_RATIO) if low else WIDEST_RATIO

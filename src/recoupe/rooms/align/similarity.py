"""How alike two passages are: several signals and a small logistic model."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import NamedTuple

import numpy as np

from recoupe.rooms.align.settings import AlignSettings
from recoupe.rooms.align.signs import Signs
from recoupe.rooms.align.soft_match import Weights, match_softly
from recoupe.rooms.align.vetoes import measure_alike, same_number


class Signals(NamedTuple):
    """The signals of one pair of passages, each 0 to 1.

    Attributes:
        soft: How well each word is met by its nearest on the other side, by word vectors.
        grams: Share of common character groups.
        rarest: Weight of the rarest label in common, key or family of near words.
        figure: 1 where they give one number at one stage, or a number that is no everyday one,
            0.8 where they share a small number, 0 where only one gives a number, else 0.5.
        speaker: 1 for one speaker, 0 for two, 0.5 where either is unknown.
        number: 1 where `figure` is 1; it weighs more than the three others are apart.
        place: 1 for the same place in both articles, 0 for the head of one and the end of the other:
            reports of one event tell it in one order.
    """

    soft: float
    grams: float
    rarest: float
    figure: float
    speaker: float
    number: float
    place: float


NAMES = Signals._fields

# « deux » and « trois » stand for many things in one story; a number from here on rarely does.
TELLING_NUMBER = 20
SMALL_NUMBER = 0.8
# Units of numbers that a passage often has by the way: their absence elsewhere tells nothing.
ASIDE = ("duration", "age")


@dataclass(frozen=True, slots=True)
class Weighed:
    """The signs of a passage with what its words weigh in the story.

    Attributes:
        signs: What is compared.
        rarity: How much each label of the story tells; the same for all its passages.
        word_weights: Weight of each of its words, float64.
    """

    signs: Signs
    rarity: Mapping[str, float]
    word_weights: Weights


def weigh_signs(signs: Signs, rarity: Mapping[str, float]) -> Weighed:
    """The signs of a passage with what its words weigh in a story (see `weigh_keys`)."""
    words = [max(rarity.get(key, 1.0) for key in each) for each in signs.words.keys]
    return Weighed(signs, rarity, np.array(words))


def measure_signals(one: Weighed, others: Sequence[Weighed]) -> list[Signals]:
    """The signals of a passage with each of several others; who is one and who other changes nothing."""
    soft = match_softly(
        one.signs.words,
        [other.signs.words for other in others],
        one.word_weights,
        [other.word_weights for other in others],
    )
    return [_measure_pair(one, other, near) for other, near in zip(others, soft, strict=True)]


def _measure_pair(one: Weighed, other: Weighed, soft: float) -> Signals:
    first, second = one.signs, other.signs
    figure = _compare_figures(first, second)
    grams = len(first.grams) + len(second.grams)
    known = bool(first.speaker and second.speaker)
    return Signals(
        soft=soft,
        grams=2 * len(first.grams & second.grams) / max(1, grams),
        rarest=max(map(one.rarity.__getitem__, first.labels & second.labels), default=0.0),
        figure=figure,
        speaker=float(first.speaker == second.speaker) if known else 0.5,
        number=float(figure == 1.0),
        place=1.0 - abs(first.position - second.position),
    )


def _compare_figures(one: Signs, other: Signs) -> float:
    if not one.figures and not other.figures:
        return 0.5
    pairs = [
        (a, b)
        for a in one.figures
        for b in other.figures
        if a.value is not None and b.value is not None and measure_alike(a, b) and same_number(a, b)
    ]
    if any((a.stage and a.stage == b.stage) or (a.value or 0) >= TELLING_NUMBER for a, b in pairs):
        return 1.0
    if pairs:
        return SMALL_NUMBER
    return 0.0 if _gives_count(one) != _gives_count(other) else 0.5


def _gives_count(signs: Signs) -> bool:
    """Whether a passage says how many or how much; « en panne trente heures » says it of no matter."""
    return any(not figure.unit.startswith(ASIDE) for figure in signs.figures)


def judge_alike(signals: Iterable[Signals], settings: AlignSettings) -> list[float]:
    """The model's probability that the two passages of each pair are one claim."""
    weights = [settings.weights.get(name, 0.0) for name in NAMES]
    return [1 / (1 + math.exp(-settings.bias - sum(map(mul, weights, each)))) for each in signals]

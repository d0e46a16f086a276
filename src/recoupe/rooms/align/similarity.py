"""How alike two passages are: several signals and a small logistic model."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields

from recoupe.rooms.align.signs import Signs
from recoupe.rooms.align.soft_match import match_softly
from recoupe.rooms.align.vetoes import measure_alike, same_number


@dataclass(frozen=True, slots=True)
class Signals:
    """The signals of one pair of passages, each 0 to 1.

    Attributes:
        words: Cosine of the keys, rare ones weighing more.
        soft: How well each word is met by its nearest on the other side, by word vectors.
        grams: Share of common character groups.
        rarest: Weight of the rarest key in common.
        figure: 1 where they give one number at one stage, or a number that is no everyday one,
            0.8 where they share a small number, 0 where only one gives a number, else 0.5.
        speaker: 1 for one speaker, 0 for two, 0.5 where either is unknown.
        number: 1 where `figure` is 1; it weighs more than the three others are apart.
        place: 1 for the same place in both articles, 0 for the head of one and the end of the other:
            reports of one event tell it in one order.
    """

    words: float
    soft: float
    grams: float
    rarest: float
    figure: float
    speaker: float
    number: float
    place: float


NAMES = tuple(field.name for field in fields(Signals))

# « deux » and « trois » stand for many things in one story; a number from here on rarely does.
TELLING_NUMBER = 20
SMALL_NUMBER = 0.8

# Set by quality/fit_claims.py on the sample and the stories of quality/claims/seen; see
# docs/decisions/0006-claims.md for data and ablation.
BIAS = -8.3
WEIGHTS: Mapping[str, float] = {
    "words": 1.5,
    "soft": 4.7,
    "grams": 1.5,
    "rarest": 2.5,
    "figure": 2.8,
    "speaker": 1.6,
    "number": 2.7,
    "place": 1.6,
}


def measure_signals(one: Signs, other: Signs, rarity: Mapping[str, float]) -> Signals:
    """The signals of a pair; the order of the two changes nothing."""
    weights = [
        {key: value * rarity.get(key, 1.0) for key, value in signs.keys.items()}
        for signs in (one, other)
    ]
    figure = _compare_figures(one, other)
    common = sorted(weights[0].keys() & weights[1].keys())
    product = sum(weights[0][key] * weights[1][key] for key in common)
    norms = [math.sqrt(sum(w * w for w in each.values())) for each in weights]
    return Signals(
        words=product / (norms[0] * norms[1]) if norms[0] and norms[1] else 0.0,
        soft=match_softly(one.words, other.words, rarity),
        grams=2 * len(one.grams & other.grams) / max(1, len(one.grams) + len(other.grams)),
        rarest=max((rarity.get(key, 1.0) for key in common), default=0.0),
        figure=figure,
        speaker=0.5
        if not one.speaker or not other.speaker
        else float(one.speaker == other.speaker),
        number=float(figure == 1.0),
        place=1.0 - abs(one.position - other.position),
    )


def _compare_figures(one: Signs, other: Signs) -> float:
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
    return 0.0 if bool(one.figures) != bool(other.figures) else 0.5


def judge_alike(signals: Signals) -> float:
    """The model's probability that two passages are one claim."""
    total = BIAS + sum(WEIGHTS[name] * getattr(signals, name) for name in NAMES)
    return 1 / (1 + math.exp(-total))

"""How alike two passages are: several signals and a small logistic model."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields

from recoupe.rooms.align.signs import Signs
from recoupe.rooms.align.vetoes import measure_alike, same_number


@dataclass(frozen=True, slots=True)
class Signals:
    """The signals of one pair of passages, each 0 to 1.

    Attributes:
        words: Cosine of the keys, rare ones weighing more.
        contained: Share of the lesser passage's weight that the other has too.
        stems: Share of common stems, families left aside.
        grams: Share of common character groups.
        rarest: Weight of the rarest key in common.
        places: Share of common places, 0.5 where neither names one.
        figure: 1 where they give one number at one stage, or a number that is no everyday one,
            0.8 where they share a small number, 0 where only one gives a number, else 0.5.
        speaker: 1 for one speaker, 0 for two, 0.5 where either is unknown.
        quoted: Share of common keys in quotation marks, 0.5 where either quotes nothing.
        heads: Whether the main words share a key.
        subject: 1 where the subjects share a key, 0 where they do not, 0.5 where one is unknown.
    """

    words: float
    contained: float
    stems: float
    grams: float
    rarest: float
    places: float
    figure: float
    speaker: float
    quoted: float
    heads: float
    subject: float


NAMES = tuple(field.name for field in fields(Signals))

# « deux » and « trois » stand for many things in one story; a number from here on rarely does.
TELLING_NUMBER = 20
SMALL_NUMBER = 0.8

# Set by quality/fit_claims.py; see docs/decisions/0006-claims.md for data and ablation.
BIAS = -7.4
WEIGHTS: Mapping[str, float] = {
    "words": 4.1,
    "contained": 1.3,
    "stems": 1.2,
    "grams": 2.5,
    "rarest": 1.7,
    "places": 0.0,
    "figure": 2.8,
    "speaker": 1.4,
    "quoted": 0.7,
    "heads": 0.4,
    "subject": 0.1,
}


def measure_signals(one: Signs, other: Signs, rarity: Mapping[str, float]) -> Signals:
    """The signals of a pair; the order of the two changes nothing."""
    weights = [
        {key: value * rarity.get(key, 1.0) for key, value in signs.keys.items()}
        for signs in (one, other)
    ]
    common = sorted(weights[0].keys() & weights[1].keys())
    product = sum(weights[0][key] * weights[1][key] for key in common)
    norms = [math.sqrt(sum(w * w for w in each.values())) for each in weights]
    least = min(sum(each.values()) for each in weights)
    shared = sum(min(weights[0][key], weights[1][key]) for key in common)
    return Signals(
        words=product / (norms[0] * norms[1]) if norms[0] and norms[1] else 0.0,
        contained=shared / least if least else 0.0,
        stems=share(one.stems, other.stems),
        grams=2 * len(one.grams & other.grams) / max(1, len(one.grams) + len(other.grams)),
        rarest=max((rarity.get(key, 1.0) for key in common), default=0.0),
        places=share(one.places, other.places) if one.places or other.places else 0.5,
        figure=_compare_figures(one, other),
        speaker=0.5
        if not one.speaker or not other.speaker
        else float(one.speaker == other.speaker),
        quoted=share(one.quoted, other.quoted) if one.quoted and other.quoted else 0.5,
        heads=float(bool(one.heads & other.heads)),
        subject=float(bool(one.subject & other.subject)) if one.subject and other.subject else 0.5,
    )


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """The common part of two sets over both (Dice); 0 where both are empty.

    Example:
        >>> share(frozenset("ab"), frozenset("bc"))
        0.5
    """
    return 2 * len(one & other) / max(1, len(one) + len(other))


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

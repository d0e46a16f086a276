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
        figure: 1 where they give one number, 0 where one gives a number and the other none,
            else 0.5.
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

# Set by quality/fit_claims.py; see docs/decisions/0006-claims.md for data and ablation.
BIAS = -6.2
WEIGHTS: Mapping[str, float] = {
    "words": 4.0,
    "contained": 2.0,
    "stems": 2.0,
    "grams": 2.5,
    "rarest": 1.0,
    "places": 0.6,
    "figure": 1.2,
    "speaker": 1.0,
    "quoted": 0.8,
    "heads": 0.8,
    "subject": 0.6,
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
    if any(measure_alike(a, b) and same_number(a, b) for a in one.figures for b in other.figures):
        return 1.0
    return 0.0 if bool(one.figures) != bool(other.figures) else 0.5


def judge_alike(signals: Signals) -> float:
    """The model's probability that two passages are one claim."""
    total = BIAS + sum(WEIGHTS[name] * getattr(signals, name) for name in NAMES)
    return 1 / (1 + math.exp(-total))

"""What the align room weighs: its signals, vetoes and threshold, each of which can be switched off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

# Set by quality/fit_claims.py on the sample and the stories of quality/claims/seen; see
# docs/decisions/0006-claims.md for data and ablation.
BIAS = -8.3
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "soft": 5.1,
        "grams": 1.6,
        "rarest": 3.0,
        "figure": 3.3,
        "speaker": 1.9,
        "number": 2.5,
        "place": 1.0,
    }
)
VETOES = frozenset({"figure", "stage", "population", "negation", "opposite", "roles"})
# Least average probability of two groups that are joined. Of 0.35 to 0.42 the one with the most
# recall of pairs at a precision above 0.88 on the five real articles, on which no weight was fitted
# (docs/decisions/0006-claims.md).
THRESHOLD = 0.38


@dataclass(frozen=True, slots=True)
class AlignSettings:
    """What the align room weighs. The defaults are what Recoupe uses; others are for measuring.

    Attributes:
        bias: Added to the weighed signals.
        weights: Weight of each signal by its name in `Signals`; one that is not there is off.
        vetoes: Names of the vetoes that are on, of those that `find_veto` gives.
        threshold: Least average probability of two groups of passages that are joined.
        near_words: Whether words of one family of near words count as nearly the same.
    """

    bias: float = BIAS
    weights: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)
    vetoes: frozenset[str] = VETOES
    threshold: float = THRESHOLD
    near_words: bool = True

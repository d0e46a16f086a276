"""Fits the weights of the align room's likeness on stories with claims by hand.

    python -m quality.fit_claims [--show N]

Fits on the sample and `quality/claims/seen`, prints bias and weights for `settings.py`, and each
story's pairs with weights fitted without it; `quality/claims/unseen` is measured, never fitted on.
A pair of passages from two articles is labelled as the scorer labels it: both at gold passages of
one claim, both at gold passages of none in common; pairs with a weak end are left out. With
``--show`` the pairs of the stories fitted on that are judged most wrongly are listed.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from quality.gold_claims import GoldStory, find_places, read_claim_stories, read_gold_dossier

from recoupe.rooms.align.join_names import join_names
from recoupe.rooms.align.settings import AlignSettings
from recoupe.rooms.align.signs import read_signs, weigh_keys
from recoupe.rooms.align.similarity import NAMES, measure_signals, weigh_signs
from recoupe.rooms.align.units import cut_units
from recoupe.rooms.align.vetoes import find_veto

ROOT = Path(__file__).parents[1]
# Strength of the pull of the weights towards 0: the bias is free. Of 0.1, 1, 5 and 20 the one with
# the best F1 of clustered pairs, each story measured without itself.
PULL = 1.0
ROUNDS = 60
LONGEST_STEP = 3.0

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Pairs:
    """The labelled pairs of a story that no veto keeps apart.

    Attributes:
        name: Of the story.
        texts: The two passages of each pair.
        signals: A row for each pair, a column for each of `NAMES`.
        labels: 1 where the two are one claim.
        vetoed: How many pairs that are one claim a veto keeps apart.
    """

    name: str
    texts: tuple[tuple[str, str], ...]
    signals: Floats
    labels: Floats
    vetoed: int


def load_fitted() -> list[GoldStory]:
    """The stories whose claims the weights are fitted on."""
    sample = read_gold_dossier(
        ROOT / "quality" / "sample" / "gold.json", ROOT / "src" / "recoupe" / "sample"
    )
    return [*sample, *read_claim_stories(ROOT / "quality" / "claims" / "seen")]


def load_unseen() -> list[GoldStory]:
    """The stories that are measured and never fitted on."""
    return read_claim_stories(ROOT / "quality" / "claims" / "unseen")


def label_pairs(gold: GoldStory, *, near_words: bool = True) -> Pairs:
    """The labelled pairs of a story, as the align room cuts and measures its passages."""
    units = [unit for article in join_names(gold.articles) for unit in cut_units(article)]
    signs = [read_signs(unit, "fr", near_words=near_words) for unit in units]
    rarity = weigh_keys(signs)
    weighed = [weigh_signs(each, rarity) for each in signs]
    places = [(unit.article.id, unit.passage) for unit in units]
    inside = [find_places(gold.members, place) for place in places]
    near = [
        found | find_places(gold.weak, place) for found, place in zip(inside, places, strict=True)
    ]
    texts, rows, labels, vetoed = [], [], [], 0
    for a, b in combinations(range(len(units)), 2):
        if units[a].article.id == units[b].article.id or not near[a] or not near[b]:
            continue
        same = bool(inside[a] & inside[b])
        if not same and near[a] & near[b]:
            continue
        if find_veto(signs[a], signs[b], "fr") is not None:
            vetoed += same
            continue
        (measured,) = measure_signals(weighed[a], [weighed[b]])
        texts.append((units[a].text, units[b].text))
        rows.append([getattr(measured, name) for name in NAMES])
        labels.append(float(same))
    signals = np.array(rows, dtype=np.float64).reshape(len(rows), len(NAMES))
    return Pairs(gold.name, tuple(texts), signals, np.array(labels), vetoed)


def fit(stories: Sequence[Pairs], names: Sequence[str] = NAMES) -> AlignSettings:
    """Settings whose bias and weights of the named signals a logistic regression gives.

    Newton's method with bounded steps; every pair weighs the same.
    """
    columns = [NAMES.index(name) for name in names]
    signals = np.concatenate([story.signals[:, columns] for story in stories])
    x = np.c_[np.ones(len(signals)), signals]
    y = np.concatenate([story.labels for story in stories])
    theta = np.zeros(x.shape[1])
    pull = np.eye(len(theta)) * PULL
    pull[0, 0] = PULL / 100
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(x @ theta, -30, 30)))
        gradient = x.T @ (p - y) + pull @ theta
        hessian = (x * (p * (1 - p))[:, None]).T @ x + pull
        step = np.linalg.solve(hessian, gradient)
        longest = float(np.abs(step).max())
        theta -= step * min(1.0, LONGEST_STEP / longest) if longest else step
        if longest < 1e-8:
            break
    weights = {name: round(float(w), 1) for name, w in zip(names, theta[1:], strict=True)}
    return AlignSettings(bias=round(float(theta[0]), 1), weights=weights)


def judge(pairs: Pairs, settings: AlignSettings) -> Floats:
    """The probability of each pair."""
    weights = np.array([settings.weights.get(name, 0.0) for name in NAMES])
    return np.asarray(1 / (1 + np.exp(-(settings.bias + pairs.signals @ weights))))


def tell(pairs: Pairs, p: Floats) -> str:
    """How many pairs, their average precision, and the recall at precision 0.85."""
    order = np.argsort(-p, kind="stable")
    right = np.cumsum(pairs.labels[order])
    precision = right / np.arange(1, len(order) + 1)
    wanted = max(1.0, float(pairs.labels.sum()))
    average = float((precision * pairs.labels[order]).sum()) / wanted
    reached = max((right[n] for n in range(len(order)) if precision[n] >= 0.85), default=0.0)
    return (
        f"{pairs.name:28} {len(p):6} pairs, {int(pairs.labels.sum()):3} alike, {pairs.vetoed} vetoed;"
        f"  average precision {average:.3f}, recall at precision 0.85 {reached / wanted:.3f}"
    )


def main() -> int:
    """Print weights, results and, where asked for, the worst pairs."""
    show = int(sys.argv[2]) if sys.argv[1:2] == ["--show"] else 0
    fitted = [label_pairs(story) for story in load_fitted()]
    settings = fit(fitted)
    print("bias", settings.bias, "weights", dict(settings.weights))
    print("fitted on the others:")
    for pairs in fitted:
        print(" ", tell(pairs, judge(pairs, fit([p for p in fitted if p is not pairs]))))
    print("fitted on all of these, unseen:")
    for pairs in map(label_pairs, load_unseen()):
        print(" ", tell(pairs, judge(pairs, settings)))
    for pairs in fitted if show else ():
        p = judge(pairs, settings)
        print(pairs.name)
        for n in sorted(range(len(p)), key=lambda n: -abs(p[n] - pairs.labels[n]))[:show]:
            row = " ".join(
                f"{name}={v:.2f}" for name, v in zip(NAMES, pairs.signals[n], strict=True)
            )
            print(f"  {p[n]:.2f}, is {int(pairs.labels[n])}: {row}")
            print(*(f"      {text[:150]!r}" for text in pairs.texts[n]), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

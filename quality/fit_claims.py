"""Fits the weights of the align room's likeness on gold stories, and tells what each part is worth.

    python quality/fit_claims.py [--show N] GOLD TEXTS [GOLD TEXTS ...]

Prints the fitted weights (for `similarity.py`), each story's result with the weights fitted on
the other stories, the ablation of signals, and the pairs that are judged most wrongly. A pair of
passages from two articles is labelled as the scorer labels it: both at gold passages of one claim,
both at gold passages of none in common; pairs with a weak end are left out.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from gold_articles import load_gold

from recoupe.records import Span
from recoupe.rooms.align.join_names import join_names
from recoupe.rooms.align.signs import Signs, read_signs, weigh_keys
from recoupe.rooms.align.similarity import BIAS, NAMES, WEIGHTS, measure_signals
from recoupe.rooms.align.units import Unit, cut_units
from recoupe.rooms.align.vetoes import find_veto

# Strength of the pull towards the hand-set weights: few data must not move them far.
PULL = 1.0


@dataclass
class Pairs:
    """Labelled pairs of one story."""

    name: str
    texts: list[tuple[str, str]]
    signals: np.ndarray
    labels: np.ndarray
    vetoes: list[str | None]


def same_passage(a: Span, b: Span) -> bool:
    """The scorer's rule: half of the shorter is common, or the IoU is above 0.3."""
    common = min(a.end, b.end) - max(a.start, b.start)
    union = a.length_chars + b.length_chars - common
    return common > 0 and (
        2 * common >= min(a.length_chars, b.length_chars) or common > 0.3 * union
    )


def label_pairs(gold_file: Path, texts: Path) -> list[Pairs]:
    """The labelled pairs of each story of a gold file."""
    stories, articles = load_gold(gold_file, texts)
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    ids = {a["id"]: a["text_sha256"][:12] for a in gold["articles"]}
    done = []
    for story, raw in zip(stories, gold["stories"], strict=True):
        passages = [
            (ids[e["article"]], Span(e["start"], e["end"]), role, number)
            for number, claim in enumerate(raw["claims"])
            for role, key in (("member", "evidence"), ("weak", "weak"))
            for e in claim.get(key, ())
        ]
        joined = join_names([articles[key] for key in story.articles])
        units = [unit for article in joined for unit in cut_units(article)]
        signs = [read_signs(unit, "fr") for unit in units]
        done.append(_label(story.id, units, signs, passages))
    return done


def _label(
    name: str, units: list[Unit], signs: list[Signs], passages: list[tuple[str, Span, str, int]]
) -> Pairs:
    rarity = weigh_keys(signs)
    at = [
        {
            (role, n)
            for article, span, role, n in passages
            if article == u.article.id and same_passage(u.span, span)
        }
        for u in units
    ]
    pairs = Pairs(name, [], np.zeros(0), np.zeros(0), [])
    rows, labels = [], []
    for a, b in combinations(range(len(units)), 2):
        if units[a].article.id == units[b].article.id or not at[a] or not at[b]:
            continue
        members = [{n for role, n in each if role == "member"} for each in (at[a], at[b])]
        either = {n for _, n in at[a]} & {n for _, n in at[b]}
        if not members[0] & members[1] and either:
            continue
        measured = measure_signals(signs[a], signs[b], rarity)
        rows.append([getattr(measured, key) for key in NAMES])
        labels.append(float(bool(members[0] & members[1])))
        pairs.vetoes.append(find_veto(signs[a], signs[b], "fr"))
        pairs.texts.append((units[a].text, units[b].text))
    pairs.signals, pairs.labels = np.array(rows), np.array(labels)
    return pairs


def fit(sets: list[Pairs], keep: list[int]) -> tuple[float, np.ndarray]:
    """Logistic regression by Newton's method, stories weighing the same, pulled to the prior."""
    prior = np.array([-6.2, *[PRIOR[NAMES[n]] for n in keep]])
    rows, labels, weights = [], [], []
    for pairs in sets:
        free = np.array([veto is None for veto in pairs.vetoes])
        rows.append(np.c_[np.ones(free.sum()), pairs.signals[free][:, keep]])
        labels.append(pairs.labels[free])
        weights.append(np.full(free.sum(), 100 / max(1.0, pairs.labels[free].sum())))
    x, y, w = np.concatenate(rows), np.concatenate(labels), np.concatenate(weights)
    theta = prior.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ theta))
        gradient = x.T @ (w * (p - y)) + PULL * (theta - prior)
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + PULL * np.eye(len(theta))
        step = np.linalg.solve(hessian, gradient)
        theta -= step
        if np.abs(step).max() < 1e-8:
            break
    return float(theta[0]), theta[1:]


PRIOR = {
    "words": 4.0, "soft": 3.0, "grams": 2.5, "rarest": 1.0,
    "figure": 1.2, "speaker": 1.0, "heads": 0.8,
}  # fmt: skip


def judge(
    pairs: Pairs, bias: float, weights: np.ndarray, keep: list[int], *, veto: bool = True
) -> np.ndarray:
    """The probability of each pair; 0 under a veto."""
    p = 1 / (1 + np.exp(-(bias + pairs.signals[:, keep] @ weights)))
    return np.where([bool(v) and veto for v in pairs.vetoes], 0.0, p)


def tell(pairs: Pairs, p: np.ndarray) -> str:
    """Precision and recall of pairs above one half, and the best recall at precision 0.85."""
    order = np.argsort(-p, kind="stable")
    right = np.cumsum(pairs.labels[order])
    precision = right / np.arange(1, len(order) + 1)
    at85 = max((right[n] for n in range(len(order)) if precision[n] >= 0.85), default=0)
    hit = p > 0.5
    return (
        f"P {pairs.labels[hit].mean():.3f} R {pairs.labels[hit].sum() / pairs.labels.sum():.3f}"
        f"  R@P.85 {at85 / pairs.labels.sum():.3f}"
    )


def main() -> int:
    """Print weights, results and ablations."""
    arguments = sys.argv[1:]
    show = 0
    if arguments[0] == "--show":
        show, arguments = int(arguments[1]), arguments[2:]
    sets = []
    for gold, texts in zip(arguments[::2], arguments[1::2], strict=True):
        sets += [p for p in label_pairs(Path(gold), Path(texts)) if p.labels.sum() > 3]
    everything = list(range(len(NAMES)))
    constants = np.array([WEIGHTS[name] for name in NAMES])
    for pairs in sets:
        vetoed = sum(1 for v, y in zip(pairs.vetoes, pairs.labels, strict=True) if v and y)
        print(
            f"{pairs.name}: {len(pairs.labels)} pairs, {int(pairs.labels.sum())} alike, {vetoed} of them vetoed"
        )
        print("  constants      ", tell(pairs, judge(pairs, BIAS, constants, everything)))
        print(
            "  without vetoes ", tell(pairs, judge(pairs, BIAS, constants, everything, veto=False))
        )
        others = [p for p in sets if p is not pairs]
        if others:
            print(
                "  other stories' ", tell(pairs, judge(pairs, *fit(others, everything), everything))
            )
            for n, name in enumerate(NAMES):
                keep = [k for k in everything if k != n]
                print(f"    without {name:10}", tell(pairs, judge(pairs, *fit(others, keep), keep)))
    bias, weights = fit(sets, everything)
    print(
        "fitted on all: BIAS",
        round(bias, 1),
        {n: round(float(w), 1) for n, w in zip(NAMES, weights, strict=True)},
    )
    for pairs in sets if show else []:
        p = judge(pairs, BIAS, constants, everything)
        wrong = sorted(range(len(p)), key=lambda n: -abs(p[n] - pairs.labels[n]))[:show]
        for n in wrong:
            row = " ".join(
                f"{name[:5]}={v:.2f}" for name, v in zip(NAMES, pairs.signals[n], strict=True)
            )
            print(f"{p[n]:.2f} {int(pairs.labels[n])} {pairs.vetoes[n]} {row}")
            print("      ", pairs.texts[n][0][:150].replace("\n", " "))
            print("      ", pairs.texts[n][1][:150].replace("\n", " "))
    return 0


if __name__ == "__main__":
    sys.exit(main())

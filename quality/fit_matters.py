"""Fits the weights by which the compare room tells whether two values are of one matter.

    python -m quality.fit_matters [--show]

Fits on the stories of `quality/differences` that are no longer unseen and on the sets of
`score_sets` with a gold reading; those of `differences/unseen` are never read here. A pair of values of one
dimension that no explanation keeps apart is labelled 1 where a difference of the gold holds both and its verdict is not
`different_measure`; pairs that no difference holds count as two matters, unless both numbers can
hold: then nobody marked them either way and they are left out. Prints bias and weights for
`matter_signs.py`, and what pairs of a story are found with weights fitted without it.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from quality.difference_rows import load_rows
from quality.score_sets import SETS

from recoupe.flow import find_stories, prepare
from recoupe.records import Article, Evidence, Span, Story
from recoupe.rooms.align import align
from recoupe.rooms.annotate import annotate
from recoupe.rooms.compare.fact import Fact
from recoupe.rooms.compare.fact_pairs import find_all_pairs
from recoupe.rooms.compare.fact_words import Rarity
from recoupe.rooms.compare.facts import find_facts
from recoupe.rooms.compare.figure_bounds import can_both_hold
from recoupe.rooms.compare.material import Material
from recoupe.rooms.compare.matter_signs import SIGNS, Crowd, read_signs
from recoupe.rooms.compare.matter_tests import find_explanation
from recoupe.rooms.read import read

ROOT = Path(__file__).parents[1]
# Strength of the pull of the weights towards 0; the bias is free. 1 was the only value tried.
PULL = 1.0
ROUNDS = 40
LONGEST_STEP = 3.0
# A story in which one toll stands thirty times weighs no more than one with six pairs of a matter,
# nor its pairs of two matters more than sixty.
MOST_ONE, MOST_TWO = 6.0, 60.0

# Sets whose differences have been read; the others are for measuring.
SEEN_SETS = (
    "seeds",
    "sample",
    "varied",
    "second_story",
    "third_story",
    "fourth_story",
    "fifth_story",
)

Floats = NDArray[np.float64]
Sides = tuple[tuple[Evidence, ...], ...]


@dataclass(frozen=True)
class Labelled:
    """The pairs of a story: signs, labels, articles and words."""

    name: str
    signs: Floats
    labels: Floats
    pairs: tuple[tuple[Fact, Fact], ...]


def load_stories() -> Iterator[tuple[str, Material, list[Sides]]]:
    """The stories with the sides of the differences that are of one matter."""
    for rows in load_rows(ROOT / "quality" / "differences"):
        articles = [a for a in annotate(rows.articles) if isinstance(a, Article)]
        wanted: list[Sides] = [
            tuple((Evidence(article, span),) for article, span in e.sides)
            for e in rows.expected
            if e.verdicts[0] != "different_measure"
        ]
        yield (
            rows.name,
            _compare_ready(Story("s", "s", tuple(a.id for a in articles)), articles),
            wanted,
        )
    for each in SETS:
        if each.name not in SEEN_SETS or not each.gold.is_file():
            continue
        gold = json.loads(each.gold.read_text(encoding="utf-8"))
        articles, _ = prepare(read([each.articles]))
        found = {a.text_sha256: a.id for a in articles}
        ids = {a["id"]: found.get(a["text_sha256"], "") for a in gold["articles"]}
        by_id = {a.id: a for a in articles}
        wanted = [
            _read_sides(d, ids)
            for s in gold["stories"]
            for d in s.get("differences", ())
            if d["kind"] == "figure" and d["verdict"] != "different_measure"
        ]
        for story in find_stories(articles):
            if len(story.articles) > 1:
                yield each.name, _compare_ready(story, [by_id[k] for k in story.articles]), wanted


def _compare_ready(story: Story, articles: list[Article]) -> Material:
    aligned, joined = align(story, articles)
    return Material(aligned, joined)


def _read_sides(raw: dict[str, object], ids: dict[str, str]) -> Sides:
    return tuple(
        tuple(
            Evidence(ids[e["article"]], Span(e["start"], e["end"]))
            for e in [*side["evidence"], *side.get("also_evidence", ())]
        )
        for side in raw["sides"]  # type: ignore[attr-defined]
    )


def label_story(name: str, material: Material, wanted: list[Sides]) -> Labelled:
    """The labelled pairs of a story."""
    facts = find_facts(material, Rarity(material))
    crowd = Crowd(facts)
    signs, labels, pairs = [], [], []
    for one, other in find_all_pairs(facts):
        if one.dimension == "age" or one.figure.value == other.figure.value:
            continue
        if find_explanation(one, other) is not None:
            continue
        label = any(_holds(sides, one, other) for sides in wanted)
        if not label and can_both_hold(one.figure, other.figure):
            continue
        read_out = read_signs(one, other, crowd)
        signs.append([read_out[sign] for sign in SIGNS])
        labels.append(float(label))
        pairs.append((one, other))
    return Labelled(name, np.array(signs).reshape(-1, len(SIGNS)), np.array(labels), tuple(pairs))


def _holds(sides: Sides, one: Fact, other: Fact) -> bool:
    places = [
        {
            n
            for n, side in enumerate(sides)
            for e in side
            if e.article == f.pages.article.id and e.span.overlaps(f.figure.span)
        }
        for f in (one, other)
    ]
    return all(places)


def fit(stories: list[Labelled]) -> Floats:
    """Bias and weights of a logistic regression: Newton's method with bounded steps."""
    x = np.concatenate([s.signs for s in stories])
    x = np.c_[np.ones(len(x)), x]
    y = np.concatenate([s.labels for s in stories])
    weights = np.concatenate([_weigh(stories, s) for s in stories])
    theta, pull = np.zeros(x.shape[1]), np.eye(x.shape[1]) * PULL
    pull[0, 0] = 1e-6
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(x @ theta, -30, 30)))
        hessian = (x * (weights * p * (1 - p))[:, None]).T @ x + pull
        step = np.linalg.solve(hessian, x.T @ (weights * (y - p)) - pull @ theta)
        theta += step * min(1.0, LONGEST_STEP / float(np.abs(step).max()))
    return theta


def _weigh(stories: list[Labelled], story: Labelled) -> Floats:
    of_name = np.concatenate([s.labels for s in stories if s.name == story.name])
    ones, twos = max(1.0, of_name.sum()), max(1.0, (1 - of_name).sum())
    one, two = min(1.0, MOST_ONE / ones), min(1.0, MOST_TWO / twos)
    return np.asarray(np.where(story.labels == 1, one, two))


def judge(story: Labelled, theta: Floats) -> Floats:
    """The probability of each pair."""
    return np.asarray(1 / (1 + np.exp(-np.clip(theta[0] + story.signs @ theta[1:], -30, 30))))


def match(story: Labelled, p: Floats) -> list[int]:
    """Numbers of pairs such that no value is held against two of one article, best first."""
    used: dict[str, set[tuple[str, str]]] = defaultdict(set)
    chosen = []
    for n in sorted(range(len(p)), key=lambda n: -p[n]):
        one, other = story.pairs[n]
        key = "|".join(sorted({one.pages.article.id, other.pages.article.id}))
        ids = {(f.pages.article.id, f.figure.id) for f in (one, other)}
        if not ids & used[key]:
            used[key] |= ids
            chosen.append(n)
    return chosen


def main() -> int:
    """Print the weights and what they find in stories left out."""
    stories = [label_story(*each) for each in load_stories()]
    theta = fit(stories)
    print(f"BIAS = {theta[0]:.1f}")
    for name, weight in sorted(zip(SIGNS, theta[1:], strict=True), key=lambda pair: -abs(pair[1])):
        print(f'    "{name}": {weight:.1f},')
    found = []
    for story in stories:
        p = judge(story, fit([s for s in stories if s.name != story.name]))
        found += [(p[n], story.labels[n], story, n) for n in match(story, p)]
    whole = sum(s.labels.sum() for s in stories)
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        kept = [label for p, label, *_ in found if p >= least]
        print(
            f"p >= {least}: {int(sum(kept))} right, {int(len(kept) - sum(kept))} wrong, of {int(whole)} pairs (stories left out)"
        )
    for p, label, story, n in sorted(found, key=lambda f: -f[0]) if "--show" in sys.argv else ():
        if (p >= 0.4) != (label == 1):
            words = " | ".join(f.figure.span.cut(f.pages.text) for f in story.pairs[n])
            print(f"{p:.2f} {'missed' if label else 'wrong'} {story.name}: {words}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

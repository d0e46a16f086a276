"""Links between articles that name the same agency as the source of a like text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from recoupe.records import Article, Link, OriginKind
from recoupe.rooms.trace.nearness import published_near
from recoupe.rooms.trace.resemblance import Weights, compare_vectors, list_lemmas, make_vector

# Two texts with one credit tell of one event from this weighted cosine of their lemmas on.
ALIKE_TEXTS = 0.35


def find_same_credits(articles: Sequence[Article], weights: Weights) -> tuple[Link, ...]:
    """Pairs of articles with a credit in common whose texts are alike, a day apart at most."""
    bags = {a.id: make_vector(list_lemmas(a.sentences), weights) for a in articles if a.credits}
    links: list[Link] = []
    for one, other in combinations([a for a in articles if a.credits], 2):
        names = {c.name for c in one.credits} & {c.name for c in other.credits}
        if not names or not published_near(one, other, days=1):
            continue
        likeness = compare_vectors(bags[one.id], bags[other.id])
        if likeness < ALIKE_TEXTS:
            continue
        first, second = sorted((one, other), key=lambda a: (a.published or "9", a.id))
        name = min(names)
        links.append(
            Link(
                source=first.id,
                target=second.id,
                kind=OriginKind.SAME_CREDIT,
                ratio=round(likeness, 3),
                why=f"même source créditée : {name}",
                why_en=f"same credited source: {name}",
                source_spans=tuple(c.span for c in first.credits if c.name == name)[:1],
                target_spans=tuple(c.span for c in second.credits if c.name == name)[:1],
            )
        )
    return tuple(links)

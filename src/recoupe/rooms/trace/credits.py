"""Links between articles that name the same agency as the source of a like text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recoupe.language import load_table
from recoupe.records import Article, Link, OriginKind
from recoupe.rooms.trace.candidates import ArticlePair
from recoupe.rooms.trace.nearness import published_near
from recoupe.rooms.trace.resemblance import Weights, compare_vectors, list_lemmas, make_vector

# Two texts with one credit tell of one event from this weighted cosine of their lemmas on.
ALIKE_TEXTS = 0.35
# « Avec agences » does not say which.
UNNAMED = frozenset({"agences"})

Signed = Mapping[str, frozenset[str]]


def find_signed(articles: Sequence[Article]) -> Signed:
    """The agencies that each article is signed with, in its text or its author line."""
    return {
        article.id: frozenset(credit.name for credit in article.credits)
        | _read_byline(article.byline or "")
        for article in articles
    }


def _read_byline(byline: str) -> frozenset[str]:
    """The agencies that an author line names (« Le Phare avec AFP »)."""
    found = ((entry, entry.regex.search(byline)) for entry in load_table("fr", "agencies"))
    return frozenset(entry.data.get("name") or match[0] for entry, match in found if match)


def find_same_credits(
    near: Sequence[ArticlePair], signed: Signed, weights: Weights
) -> tuple[Link, ...]:
    """Pairs of articles with a credit in common whose texts are alike, a day apart at most.

    « Avec agences » names none, and joins none.

    Args:
        near: Pairs of articles worth comparing, from `find_near_pairs`.
        signed: The agencies of each article, from `find_signed`.
        weights: Weight of each lemma.
    """
    articles = {a.id: a for pair in near for a in pair if signed[a.id]}
    vectors = {
        key: make_vector(list_lemmas(article.sentences), weights)
        for key, article in articles.items()
    }
    links: list[Link] = []
    for first, second in near:
        names = sorted(signed[first.id] & signed[second.id] - UNNAMED)
        if not names or not published_near(first, second, days=1):
            continue
        likeness = compare_vectors(vectors[first.id], vectors[second.id])
        if likeness < ALIKE_TEXTS:
            continue
        spans = [
            tuple(c.span for c in article.credits if c.name == names[0])[:1]
            for article in (first, second)
        ]
        links.append(
            Link(
                source=first.id,
                target=second.id,
                kind=OriginKind.SAME_CREDIT,
                ratio=round(likeness, 3),
                why=f"même source créditée : {names[0]}",
                why_en=f"same credited source: {names[0]}",
                source_spans=spans[0] if all(spans) else (),
                target_spans=spans[1] if all(spans) else (),
            )
        )
    return tuple(links)

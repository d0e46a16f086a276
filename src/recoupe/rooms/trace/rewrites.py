"""Links between articles that tell the same, sentence after sentence, in other words."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.records import Article, Link, OriginKind, Span
from recoupe.rooms.trace.candidates import ArticlePair
from recoupe.rooms.trace.resemblance import (
    Vector,
    Weights,
    compare_vectors,
    list_lemmas,
    make_vector,
)

Bags = list[tuple[Span, Vector]]

# Two sentences say the same in other words from this weighted cosine on ...
ALIKE_SENTENCES = 0.3
# ... when each has at least so many content words.
SENTENCE_WORDS = 4
# Share of the shorter article's sentences that must be told again, in the same order, and how many
# at least. In the sample story a dispatch and its machine translation reach 0.8; independent
# reports of one event, there and in five real articles, at most 0.3.
RETOLD_RATIO = 0.5
RETOLD_SENTENCES = 5


def find_rewrites(near: Sequence[ArticlePair], weights: Weights) -> tuple[Link, ...]:
    """Rewrites and translations of one text: its sentences come again, reworded, in its order.

    Does not find a rewrite that also turns the order of the sentences round.

    Args:
        near: Pairs of articles worth comparing, from `find_near_pairs`.
        weights: Weight of each lemma.

    Cost:
        Quadratic in the articles published near each other, and in their sentences.
    """
    articles = {article.id: article for pair in near for article in pair}
    bags = {key: _list_bags(article, weights) for key, article in articles.items()}
    links = (_link(one, other, bags[one.id], bags[other.id]) for one, other in near)
    return tuple(link for link in links if link is not None)


def _list_bags(article: Article, weights: Weights) -> Bags:
    bags = [(s.span, list_lemmas([s])) for s in article.sentences if not s.is_heading]
    return [(span, make_vector(bag, weights)) for span, bag in bags if len(bag) >= SENTENCE_WORDS]


def _link(one: Article, other: Article, bags: Bags, others: Bags) -> Link | None:
    pairs = _align_in_order(bags, others)
    if len(pairs) < max(RETOLD_SENTENCES, RETOLD_RATIO * min(len(bags), len(others))):
        return None
    ratio = len(pairs) / min(len(bags), len(others))
    turned = (one.published or "9", one.id) > (other.published or "9", other.id)
    first, second = (other, one) if turned else (one, other)
    kind = OriginKind.REWRITE if one.language == other.language else OriginKind.TRANSLATION
    spans = [(b, a) if turned else (a, b) for a, b in pairs]
    return Link(
        source=first.id,
        target=second.id,
        kind=kind,
        ratio=round(ratio, 3),
        why=f"{len(pairs)} phrases redites dans le même ordre avec d’autres mots",
        why_en=f"{len(pairs)} sentences told again in the same order in other words",
        source_spans=tuple(a for a, _ in spans),
        target_spans=tuple(b for _, b in spans),
    )


def _align_in_order(bags: Bags, others: Bags) -> list[tuple[Span, Span]]:
    """The longest common subsequence of sentences that say the same."""
    alike = [
        [compare_vectors(bag, other) >= ALIKE_SENTENCES for _, other in others] for _, bag in bags
    ]
    rows, columns = len(bags), len(others)
    longest = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            longest[i][j] = max(
                longest[i + 1][j], longest[i][j + 1], (longest[i + 1][j + 1] + 1) * alike[i][j]
            )
    pairs: list[tuple[Span, Span]] = []
    i = j = 0
    while i < rows and j < columns:
        if alike[i][j] and longest[i][j] == longest[i + 1][j + 1] + 1:
            pairs.append((bags[i][0], others[j][0]))
            i, j = i + 1, j + 1
        elif longest[i + 1][j] >= longest[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs

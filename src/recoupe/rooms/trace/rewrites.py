"""Links between articles that tell the same, sentence for sentence, in other words."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.language.translated import says_translated
from recoupe.records import Article, Link, OriginKind, Span
from recoupe.rooms.trace.alike import Alike, find_alike, pair_best, pair_in_order
from recoupe.rooms.trace.candidates import ArticlePair
from recoupe.rooms.trace.resemblance import Vector, Weights, list_lemmas, list_names, make_vector

Passages = list[tuple[Span, Vector]]

# Two sentences say the same in other words from this weighted cosine on, names and numbers
# counted twice, ...
ALIKE_SENTENCES = 0.3
# ... when each has at least so many content words.
SENTENCE_WORDS = 4
# Share of the shorter article's sentences told again in the same order, and how many at least. Two
# dispatches of our own reworded throughout reach 0.44 and 0.70, the sample story's machine
# translation 0.62 and 0.77; independent reports there and in five real articles at most 0.31.
RETOLD_RATIO = 0.4
RETOLD_SENTENCES = 4
# The same in any order: the same dispatches turned round reach 0.9, independent reports 0.43.
TURNED_RATIO = 0.6
TURNED_SENTENCES = 5


def find_rewrites(near: Sequence[ArticlePair], weights: Weights) -> tuple[Link, ...]:
    """Rewrites and translations of one text: its sentences come again, reworded.

    A rewrite is called a translation where the later article says that it is one (« traduit de
    l'anglais ») or has another language. Does not find texts reworded so far that fewer than two
    sentences in five share a third of their weight.

    Args:
        near: Pairs of articles worth comparing, from `find_near_pairs`.
        weights: Weight of each lemma.
    """
    articles = {article.id: article for pair in near for article in pair}
    passages = {key: _list_passages(article, weights) for key, article in articles.items()}
    links = (_link(one, other, passages[one.id], passages[other.id]) for one, other in near)
    return tuple(link for link in links if link is not None)


def _list_passages(article: Article, weights: Weights) -> Passages:
    bags = [
        (s.span, [*list_lemmas([s]), *list_names([s])])
        for s in article.sentences
        if not s.is_heading
    ]
    return [
        (span, make_vector(bag, weights)) for span, bag in bags if len(set(bag)) >= SENTENCE_WORDS
    ]


def _link(first: Article, second: Article, ones: Passages, others: Passages) -> Link | None:
    shorter = min(len(ones), len(others))
    alike = find_alike([v for _, v in ones], [v for _, v in others], ALIKE_SENTENCES)
    pairs: tuple[Alike, ...] = pair_in_order(alike)
    order, order_en = "dans le même ordre", "in the same order"
    if len(pairs) < max(RETOLD_SENTENCES, RETOLD_RATIO * shorter):
        pairs = pair_best(alike)
        order, order_en = "dans un autre ordre", "in another order"
        if len(pairs) < max(TURNED_SENTENCES, TURNED_RATIO * shorter):
            return None
    translated = first.language != second.language or says_translated(second)
    mark, mark_en = (
        (" ; présenté comme traduit", "; said to be translated") if translated else ("", "")
    )
    return Link(
        source=first.id,
        target=second.id,
        kind=OriginKind.TRANSLATION if translated else OriginKind.REWRITE,
        ratio=round(len(pairs) / shorter, 3),
        why=f"{len(pairs)} phrases redites {order} avec d’autres mots{mark}",
        why_en=f"{len(pairs)} sentences told again {order_en} in other words{mark_en}",
        source_spans=tuple(ones[pair.one][0] for pair in pairs),
        target_spans=tuple(others[pair.other][0] for pair in pairs),
    )

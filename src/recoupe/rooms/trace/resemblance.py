"""How alike two passages are by their words' lemmas, rare ones counting more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from recoupe.records import Article, Sentence, Span

CONTENT_POS = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
Weights = Mapping[str, float]


def list_lemmas(sentences: Iterable[Sentence], spans: Sequence[Span] | None = None) -> list[str]:
    """The lemmas of the content words of sentences, those inside the spans where given."""
    return [
        token.lemma.lower()
        for sentence in sentences
        for token in sentence.tokens
        if token.pos in CONTENT_POS
        and (spans is None or any(s.start <= token.start < s.end for s in spans))
    ]


def weigh_lemmas(articles: Sequence[Article]) -> Weights:
    """Inverse document frequency of each lemma, smoothed; 1 for a lemma of every article."""
    counts = Counter(lemma for a in articles for lemma in set(list_lemmas(a.sentences)))
    total = len(articles)
    return {lemma: 1 + math.log((1 + total) / (1 + n)) for lemma, n in counts.items()}


def compare_lemmas(one: Sequence[str], other: Sequence[str], weights: Weights) -> float:
    """Weighted cosine of two bags of lemmas, 0 to 1."""
    first, second = Counter(one), Counter(other)
    product = sum(
        first[lemma] * second[lemma] * weights.get(lemma, 1.0) ** 2
        for lemma in sorted(first.keys() & second.keys())
    )
    lengths = math.prod(
        math.sqrt(sum((n * weights.get(lemma, 1.0)) ** 2 for lemma, n in sorted(bag.items())))
        for bag in (first, second)
    )
    return product / lengths if lengths else 0.0

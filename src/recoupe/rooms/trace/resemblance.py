"""How alike two passages are by their words' lemmas, rare ones counting more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from recoupe.records import Article, Sentence, Span

CONTENT_POS = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
NAME_POS = frozenset({"PROPN", "NUM"})
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


def list_names(sentences: Iterable[Sentence]) -> list[str]:
    """The names and numbers of sentences, which stay when a text is reworded."""
    return [
        token.lemma.lower()
        for sentence in sentences
        for token in sentence.tokens
        if token.pos in NAME_POS
    ]


def list_proper_names(sentences: Iterable[Sentence]) -> list[str]:
    """The words of names in sentences, as the parser knows them, in lower case."""
    return [
        token.lemma.lower()
        for sentence in sentences
        for token in sentence.tokens
        if token.pos == "PROPN" and len(token.text) > 2 and token.text[0].isupper()
    ]


def weigh_lemmas(articles: Sequence[Article]) -> Weights:
    """Inverse document frequency of each lemma, smoothed; 1 for a lemma of every article."""
    counts = Counter(lemma for a in articles for lemma in set(list_lemmas(a.sentences)))
    total = len(articles)
    return {lemma: 1 + math.log((1 + total) / (1 + n)) for lemma, n in counts.items()}


Vector = Mapping[str, float]


def make_vector(lemmas: Sequence[str], weights: Weights) -> Vector:
    """The weighted counts of lemmas at length 1, in the order of the lemmas' first use."""
    counts = Counter(lemmas)
    raw = {lemma: n * weights.get(lemma, 1.0) for lemma, n in counts.items()}
    length = math.sqrt(sum(raw[lemma] ** 2 for lemma in sorted(raw)))
    return {lemma: value / length for lemma, value in raw.items()} if length else {}


def compare_vectors(one: Vector, other: Vector) -> float:
    """Cosine of two vectors, 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    return sum(one[lemma] * other[lemma] for lemma in sorted(one.keys() & other.keys()))

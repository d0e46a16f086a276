"""Passages of different articles that are nearly the same, whether or not one claim holds them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from recoupe.records import Evidence
from recoupe.rooms.compare.material import Material, find_lemmas

# A word in more sentences than this finds no twin; the pairs would grow with its square.
COMMON_WORD_SENTENCES = 30
# So many less common words have to agree before two sentences are looked at.
AGREEING_WORDS = 3


def find_near_pairs(material: Material) -> Iterator[tuple[Evidence, Evidence]]:
    """Pairs of passages from two articles with words in common: those of one claim, then sentences.

    Cost:
        Linear in the sentences, with at most `COMMON_WORD_SENTENCES` partners for each word.
    """
    for claim in material.claims:
        for one, other in combinations(claim.evidence, 2):
            if one.article != other.article:
                yield one, other
    places: list[Evidence] = []
    index: dict[str, list[int]] = defaultdict(list)
    for pages in material.pages.values():
        for sentence in pages.article.sentences:
            for lemma in sorted(set(find_lemmas(pages, sentence.span))):
                index[lemma].append(len(places))
            places.append(Evidence(pages.id, sentence.span))
    counts: Counter[tuple[int, int]] = Counter()
    for numbers in index.values():
        if 1 < len(numbers) <= COMMON_WORD_SENTENCES:
            counts.update(combinations(numbers, 2))
    for a, b in sorted(pair for pair, common in counts.items() if common >= AGREEING_WORDS):
        if places[a].article != places[b].article:
            yield places[a], places[b]

"""One clause with and without its negation, or with opposite words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from recoupe.language import load_table, match_word
from recoupe.language.why import Why, give_why
from recoupe.records import (
    Difference,
    DifferenceKind,
    Evidence,
    Stance,
    Token,
    Verdict,
)
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import CONTENT_POS, Material, day_of
from recoupe.rooms.compare.polarity_pairs import find_near_pairs

# Share of the longer passage's content words that both must have before a lost negation counts:
# judgement, the only value tried.
SAME_CLAUSE_RATIO = 0.75
SAME_CLAUSE_WORDS = 3
_DOUBTS = frozenset({Stance.DENIES, Stance.CANNOT_CONFIRM, Stance.ASKS, Stance.DEMANDS})
# Word families that have a contrary: by each the word of the text and that contrary.
Families = dict[str, tuple[str, str]]


@dataclass(frozen=True, eq=False)
class Passage:
    """The tokens of a passage, and what its pairs are judged by."""

    tokens: list[Token]
    language: str

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Lemmas of the words that carry meaning."""
        return frozenset(t.lemma.lower() for t in self.tokens if t.pos in CONTENT_POS)

    @cached_property
    def is_denied(self) -> bool:
        """Whether it is negated an odd number of times."""
        return count_negations(self.tokens, self.language) % 2 == 1

    @cached_property
    def families(self) -> Families:
        """Its words that have a contrary."""
        return _find_families(self.tokens, self.language)


def find_opposite_claims(material: Material) -> Iterator[Difference]:
    """Contradictions between near-identical passages that differ by a negation or an opposite word.

    « était toujours maîtrisé » against « n'était toujours pas maîtrisé ». Not where a speaker
    denies (that is a stance), nor where the two passages hold for different days.
    """
    told: set[str] = set()
    read = _Passages(material)
    for one, other in find_near_pairs(material):
        passages = read[one], read[other]
        if not _share_most_words(passages[0].lemmas, passages[1].lemmas):
            continue
        difference = _compare(material, one, other, passages)
        if difference is not None and difference.matter not in told:
            told.add(difference.matter)
            yield difference


class _Passages(dict[Evidence, Passage]):
    """The passages of a story, read when first asked for."""

    def __init__(self, material: Material) -> None:
        super().__init__()
        self._material = material

    def __missing__(self, piece: Evidence) -> Passage:
        passage = self[piece] = _read_passage(self._material, piece)
        return passage


def _share_most_words(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    return shorter >= SAME_CLAUSE_WORDS and len(one & other) >= SAME_CLAUSE_RATIO * longer


def _compare(
    material: Material, one: Evidence, other: Evidence, passages: tuple[Passage, Passage]
) -> Difference | None:
    why = _find_opposition(*passages)
    if why is None or _is_explained(material, one, other):
        return None
    words = [material.cut(piece.article, piece.span) for piece in (one, other)]
    return make_difference(
        DifferenceKind.WORDING,
        Verdict.CONTRADICTION,
        words[0],
        [make_side(w, [piece]) for w, piece in zip(words, (one, other), strict=True)],
        why,
    )


def _read_passage(material: Material, piece: Evidence) -> Passage:
    tokens = [
        token
        for sentence in material.pages[piece.article].article.sentences_in(piece.span)
        for token in sentence.tokens
        if piece.span.start <= token.start and token.end <= piece.span.end
    ]
    return Passage(tokens, material.language)


def _find_opposition(one: Passage, other: Passage) -> Why | None:
    """The negation or pair of opposite words by which two passages part, or None."""
    pair = _find_opposite_pair(one.families, other.families)
    if (one.is_denied != other.is_denied) != (pair is not None):
        if pair is None:
            return give_why("contrary_negation")
        return give_why("contrary_words", one=pair[0], other=pair[1])
    return None


@cache
def _negators(language: str) -> re.Pattern[str]:
    patterns = [str(entry.pattern) for entry in load_table(language, "negators")]
    return re.compile("|".join(patterns) if patterns else r"(?!)")


def count_negations(tokens: list[Token], language: str) -> int:
    """How many negated verbs a clause has; « ne … que » and « ne … plus que » are none."""
    return sum(_is_negator(token.text, language) for token in tokens)


@lru_cache(maxsize=65_536)
def _is_negator(word: str, language: str) -> bool:
    return _negators(language).match(word.lower()) is not None


def find_opposite_words(
    one: list[Token], other: list[Token], language: str
) -> tuple[str, str] | None:
    """Two words of opposite families of which each stands in one clause only."""
    return _find_opposite_pair(_find_families(one, language), _find_families(other, language))


def _find_opposite_pair(one: Families, other: Families) -> tuple[str, str] | None:
    for family, (word, opposite) in sorted(one.items()):
        if opposite in other and family not in other and opposite not in one:
            return word, other[opposite][0]
    return None


def _find_families(tokens: list[Token], language: str) -> Families:
    found: Families = {}
    for token in tokens:
        if token.pos not in CONTENT_POS:
            continue
        for family, opposite in _find_opposites(token.lemma.lower(), language):
            found.setdefault(family, (token.text.lower(), opposite))
    return found


@lru_cache(maxsize=65_536)
def _find_opposites(lemma: str, language: str) -> tuple[tuple[str, str], ...]:
    """The families of a word that have a contrary, each with it, in file order."""
    found = (entry.data for entry in match_word(language, "synonyms", lemma))
    return tuple((data["family"], data["opposite"]) for data in found if data.get("opposite"))


def _is_explained(material: Material, one: Evidence, other: Evidence) -> bool:
    """Whether a denial, a question or another day explains the two."""
    times = []
    for piece in (one, other):
        pages = material.pages[piece.article]
        holder = pages.find_holder(piece.span) or (
            pages.article.find_statement(piece.statement) if piece.statement else None
        )
        if holder is not None and holder.stance in _DOUBTS:
            return True
        times.append(day_of(pages.find_time(piece.span, holder)))
    return times[0] is not None and times[1] is not None and times[0] != times[1]

"""One clause with and without its negation, or with opposite words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from recoupe.language import load_table
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


def find_opposite_claims(material: Material) -> Iterator[Difference]:
    """Contradictions between near-identical passages that differ by a negation or an opposite word.

    « était toujours maîtrisé » against « n'était toujours pas maîtrisé ». Not where a speaker
    denies (that is a stance), nor where the two passages hold for different days.
    """
    told: set[str] = set()
    read: dict[Evidence, tuple[list[Token], set[str]]] = {}
    for one, other in find_near_pairs(material):
        for piece in (one, other):
            if piece not in read:
                read[piece] = _read_passage(material, piece)
        if not _share_most_words(read[one][1], read[other][1]):
            continue
        difference = _compare(material, one, other, (read[one][0], read[other][0]))
        if difference is not None and difference.matter not in told:
            told.add(difference.matter)
            yield difference


def _share_most_words(one: set[str], other: set[str]) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    return shorter >= SAME_CLAUSE_WORDS and len(one & other) >= SAME_CLAUSE_RATIO * longer


def _compare(
    material: Material, one: Evidence, other: Evidence, tokens: tuple[list[Token], list[Token]]
) -> Difference | None:
    why = find_opposition(tokens[0], tokens[1], material.language)
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


def _read_passage(material: Material, piece: Evidence) -> tuple[list[Token], set[str]]:
    """The tokens of a passage, and the lemmas of those that carry meaning."""
    tokens = [
        token
        for sentence in material.pages[piece.article].article.sentences_in(piece.span)
        for token in sentence.tokens
        if piece.span.start <= token.start and token.end <= piece.span.end
    ]
    return tokens, {t.lemma.lower() for t in tokens if t.pos in CONTENT_POS}


def find_opposition(one: list[Token], other: list[Token], language: str) -> Why | None:
    """The negation or pair of opposite words by which two clauses part, or None."""
    one_negated, other_negated = count_negations(one, language), count_negations(other, language)
    pair = find_opposite_words(one, other, language)
    if (one_negated % 2 != other_negated % 2) != (pair is not None):
        if pair is None:
            return give_why("contrary_negation")
        return give_why("contrary_words", one=pair[0], other=pair[1])
    return None


@cache
def _negators(language: str) -> re.Pattern[str]:
    patterns = [entry.regex.pattern for entry in load_table(language, "negators")]
    return re.compile("|".join(patterns) if patterns else r"(?!)")


def count_negations(tokens: list[Token], language: str) -> int:
    """How many negated verbs a clause has; « ne … que » and « ne … plus que » are none."""
    return sum(_negators(language).match(token.text.lower()) is not None for token in tokens)


@cache
def load_opposite_families(language: str) -> tuple[tuple[object, str, str], ...]:
    """Word families with the family that says the contrary."""
    return tuple(
        (e.regex, e.data["family"], e.data["opposite"])
        for e in load_table(language, "synonyms")
        if e.data.get("opposite")
    )


def find_opposite_words(
    one: list[Token], other: list[Token], language: str
) -> tuple[str, str] | None:
    """Two words of opposite families of which each stands in one clause only."""
    families = [_families(tokens, language) for tokens in (one, other)]
    for family, (word, opposite) in sorted(families[0].items()):
        if opposite in families[1] and family not in families[1] and opposite not in families[0]:
            return word, families[1][opposite][0]
    return None


def _families(tokens: list[Token], language: str) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for token in tokens:
        if token.pos not in CONTENT_POS:
            continue
        for family, opposite in _find_opposites(token.lemma.lower(), language):
            found.setdefault(family, (token.text.lower(), opposite))
    return found


@lru_cache(maxsize=65_536)
def _find_opposites(lemma: str, language: str) -> tuple[tuple[str, str], ...]:
    """The families of a word that have a contrary, each with it, in file order."""
    return tuple(
        (family, opposite)
        for regex, family, opposite in load_opposite_families(language)
        if regex.match(lemma)  # type: ignore[attr-defined]
    )


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

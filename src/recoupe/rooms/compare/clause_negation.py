"""Which word denies a clause: its own « pas », or one above an infinitive."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from recoupe.language import load_table
from recoupe.records import Token


@cache
def has_role(word: str, role: str, language: str) -> bool:
    """Whether a word is one of the small words of a role: « ne », « aucun », « encore », « si »."""
    return any(
        e.data["role"] == role and e.regex.match(word) for e in load_table(language, "clause_words")
    )


@cache
def _negators(language: str) -> re.Pattern[str]:
    patterns = [str(entry.pattern) for entry in load_table(language, "negators")]
    return re.compile("|".join(patterns) if patterns else r"(?!)")


def find_negator(tokens: tuple[Token, ...], members: tuple[int, ...], language: str) -> int | None:
    """The word that denies the clause; « personne » and « jamais » need « ne » beside them."""
    words = [tokens[n].text.lower() for n in members]
    has_ne = any(has_role(word, "ne", language) for word in words)
    for n, word in zip(members, words, strict=True):
        if _negators(language).match(word) and (
            has_ne or has_role(word, "none", language) or has_role(word, "alone", language)
        ):
            return n
    return None


def find_negator_above(
    tokens: tuple[Token, ...], verb: int, negators: Mapping[int, int | None], language: str
) -> int | None:
    """The word above an infinitive that denies it: « pas question de vendre », « refuse de signer »."""
    at = tokens[verb].head
    if "VerbForm=Inf" not in tokens[verb].morph or at == verb:
        return None
    while at not in negators and tokens[at].head != at:
        at = tokens[at].head
    lemma = tokens[at].lemma.lower()
    if at == verb or has_role(lemma, "affirming", language):
        return None
    above = negators.get(at)
    if has_role(lemma, "denying", language):
        return at if above is None else None
    return above

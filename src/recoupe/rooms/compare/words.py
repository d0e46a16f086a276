"""Which words tell what a clause is about."""

from __future__ import annotations

from functools import cache

from recoupe.language import load_table
from recoupe.records import Token
from recoupe.rooms.compare.material import CONTENT_POS


@cache
def _light_lemmas(language: str) -> frozenset[str]:
    return frozenset(e.lemma for e in load_table(language, "light_words") if e.lemma)


def is_telling(token: Token, language: str) -> bool:
    """Whether a word tells what a clause is about: no auxiliary, number, unit or light word."""
    return (
        token.pos in CONTENT_POS
        and token.pos != "NUM"
        and token.text[0].isalpha()
        and token.lemma.lower() not in _light_lemmas(language)
    )

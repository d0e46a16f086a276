"""Keys of words: what brings « racheter », « le rachat » and « acquérir » together."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from recoupe.language import load_table
from recoupe.records import Token
from recoupe.rooms.compare.material import CONTENT_POS

# A stem shorter than this says too little to stand for its word.
SHORTEST_STEM_CHARS = 4


@lru_cache(maxsize=65_536)
def find_key(lemma: str, language: str) -> str:
    """The family of a word, else its lemma without accents and derivational ending.

    Example:
        >>> find_key("rembourser", "fr") == find_key("remboursement", "fr")
        True
        >>> find_key("pont", "fr")
        'pont'
    """
    lower = lemma.lower()
    for entry in load_table(language, "synonyms"):
        if entry.regex.match(lower):
            return str(entry.data["family"])
    for entry in load_table(language, "suffixes"):
        stem = entry.regex.sub("", lower, count=1)
        if stem != lower and len(stem) >= SHORTEST_STEM_CHARS:
            return _strip_accents(stem)
    return _strip_accents(lower)


@lru_cache(maxsize=65_536)
def find_keys(lemma: str, language: str) -> frozenset[str]:
    """All families of a word, else its only key: « arrêter » is to stop and to take in."""
    lower = lemma.lower()
    families = frozenset(
        str(e.data["family"]) for e in load_table(language, "synonyms") if e.regex.match(lower)
    )
    return families or frozenset({find_key(lemma, language)})


def _strip_accents(word: str) -> str:
    bare = unicodedata.normalize("NFD", word)
    return "".join(ch for ch in bare if not unicodedata.combining(ch))


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

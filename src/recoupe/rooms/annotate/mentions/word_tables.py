"""The tables of a language, ready to be asked at one place of a text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from recoupe.language import Entry, load_table

if TYPE_CHECKING:
    from spacy.tokens import Doc

# The longest entry of the French tables has 9 tokens.
WINDOW_TOKENS = 12


@cache
def _compile_table(language: str, table: str) -> tuple[re.Pattern[str], tuple[Entry, ...]] | None:
    """All patterns of a table as one, the longest first, each in a group that names its entry."""
    entries = sorted(load_table(language, table), key=lambda e: (-len(e.regex.pattern), e.key))
    if not entries:
        return None
    parts = (f"(?P<e{n}>{entry.regex.pattern})" for n, entry in enumerate(entries))
    return re.compile("|".join(parts), re.IGNORECASE), tuple(entries)


def match_entry(language: str, table: str, doc: Doc, index: int) -> tuple[Entry, int] | None:
    """The entry of a table that begins at this token, with one past the token where it ends.

    The entry with the longest pattern is tried first; entries have no capturing groups. An entry
    that ends inside a token does not count.
    """
    compiled = _compile_table(language, table)
    if compiled is None:
        return None
    tokens = doc[index : index + WINDOW_TOKENS]
    match = compiled[0].match(tokens.text)
    if match is None or match.lastgroup is None:
        return None
    end_char = doc[index].idx + match.end()
    for token in tokens:
        if token.idx + len(token.text) >= end_char:
            whole = token.idx + len(token.text) == end_char
            return (compiled[1][int(match.lastgroup[1:])], token.i + 1) if whole else None
    return None


@cache
def find_word(language: str, table: str, word: str) -> Entry | None:
    """The entry of a table that a whole word is, or None."""
    compiled = _compile_table(language, table)
    match = compiled[0].fullmatch(word) if compiled is not None else None
    if compiled is None or match is None or match.lastgroup is None:
        return None
    return compiled[1][int(match.lastgroup[1:])]


@cache
def _role_patterns(language: str) -> dict[str, re.Pattern[str]]:
    return {entry.data["role"]: entry.regex for entry in load_table(language, "phrase_words")}


@cache
def has_role(language: str, word: str, role: str) -> bool:
    """Whether a small word does this in a noun phrase ("determiner", "complement", ...)."""
    pattern = _role_patterns(language).get(role)
    return pattern is not None and pattern.search(word) is not None


@cache
def country_adjectives(language: str) -> dict[str, str]:
    """Adjective of nationality, lower case → name of the country."""
    return {
        adjective: entry.data["name"]
        for entry in load_table(language, "places")
        for adjective in entry.data.get("adjectives", ())
    }


@cache
def feminine_adjectives(language: str) -> frozenset[str]:
    """Adjectives of nationality that only a woman or a feminine noun takes."""
    return frozenset(
        adjective
        for entry in load_table(language, "places")
        for number, adjective in enumerate(entry.data.get("adjectives", ()))
        if adjective.endswith(("e", "es"))
        and not entry.data["adjectives"][0].endswith("e")
        and number > 0
    )


def find_gender(language: str, first_name: str) -> str | None:
    """ "f" or "m" for a first name that tells, else None; the first part of « Anne-Lise » counts."""
    for name in (first_name, first_name.split("-")[0]):
        entry = find_word(language, "first_names", name)
        if entry is not None:
            return str(entry.data["gender"])
    return None

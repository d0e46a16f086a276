"""The tables of a language, ready to be asked at one place of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from recoupe.language import Entry, find_shelf, fold_letters, load_table

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc

# The longest entry of the French tables has 9 tokens.
WINDOW_TOKENS = 12


def _longest_match(shelf: Sequence[Entry], text: str) -> tuple[Entry, int] | None:
    """The entry that matches most of the start of a text, the first of equals, and its end."""
    matches = [(e, m.end()) for e in shelf if (m := e.regex.match(text)) is not None]
    return max(matches, key=lambda pair: pair[1], default=None)


def match_entry(language: str, table: str, doc: Doc, index: int) -> tuple[Entry, int] | None:
    """The entry of a table that begins at this token, with one past the token where it ends.

    The answer is kept with the document: the same place is asked about again and again.

    Of several the one that takes most of the text counts (« secrétaire général », not
    « secrétaire »). One that ends inside a token does not count.
    """
    asked = doc.entries[table]
    if index not in asked:
        asked[index] = _look_up(language, table, doc, index)
    return asked[index]


def _look_up(language: str, table: str, doc: Doc, index: int) -> tuple[Entry, int] | None:
    start, ends = doc.starts[index], doc.ends
    last = min(index + WINDOW_TOKENS, len(ends)) - 1
    shelf = find_shelf(language, table, doc.folded[start : ends[last]])
    if not shelf:
        return None
    found = _longest_match(shelf, doc.text[start : ends[last]])
    if found is None:
        return None
    end = doc.after.get(start + found[1])
    return (found[0], end) if end is not None else None


@cache
def find_word(language: str, table: str, word: str) -> Entry | None:
    """The entry of a table that a whole word is, or None."""
    shelf = find_shelf(language, table, fold_letters(word))
    found = _longest_match(shelf, word)
    return found[0] if found is not None and found[1] == len(word) else None


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
    """The gender that a first name tells, else None; of « Anne-Lise » the first part counts."""
    for name in (first_name, first_name.split("-")[0]):
        entry = find_word(language, "first_names", name)
        if entry is not None:
            return str(entry.data["gender"])
    return None


@cache
def is_person_noun(language: str, *words: str) -> bool:
    """Whether a common noun, in one of these spellings, calls a person by trade, office or tie."""
    return any(
        entry.regex.search(word)
        for entry in load_table(language, "speaker_nouns")
        if not (entry.data.get("body") or entry.data.get("document"))
        for word in words
    )

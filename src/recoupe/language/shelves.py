"""A table by the letters that its entries open with: a word is held against few of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from recoupe.language.openings import OPENING_CHARS, find_openings, fold_letters
from recoupe.language.pack import Entry, load_table


def find_shelf(language: str, table: str, folded: str) -> tuple[Entry, ...]:
    """The entries of a table that could match at the beginning of a text, in file order.

    Args:
        language: The pack.
        table: A table whose entries all have a pattern.
        folded: The text, or its first letters, as `fold_letters` gives them.

    Example:
        >>> [entry.data["family"] for entry in find_shelf("fr", "synonyms", "otage")]
        ['otage']
    """
    return _find_shelf(language, table, folded[:OPENING_CHARS])


def match_word(language: str, table: str, word: str) -> list[Entry]:
    """The entries of a table that match at the beginning of a word, in file order."""
    return [e for e in find_shelf(language, table, fold_letters(word)) if e.regex.match(word)]


@lru_cache(maxsize=16_384)
def _find_shelf(language: str, table: str, opening: str) -> tuple[Entry, ...]:
    shelves, entries = _load_shelves(language, table), load_table(language, table)
    numbers = {n for size in range(len(opening) + 1) for n in shelves.get(opening[:size], ())}
    return tuple(entries[n] for n in sorted(numbers))


@cache
def _load_shelves(language: str, table: str) -> Mapping[str, tuple[int, ...]]:
    """The numbers of the entries of a table by each way in which their matches can open."""
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(load_table(language, table)):
        for opening in find_openings(str(entry.pattern)) or ("",):
            found.setdefault(opening, []).append(number)
    return {opening: tuple(numbers) for opening, numbers in found.items()}

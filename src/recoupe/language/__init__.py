"""The words of a language, as data."""

from recoupe.language.model import load_model
from recoupe.language.needed_words import might_match
from recoupe.language.openings import find_openings, fold_letters
from recoupe.language.pack import (
    Entry,
    known_languages,
    load_role_patterns,
    load_settings,
    load_table,
    table_names,
)
from recoupe.language.shelves import find_shelf, match_word

__all__ = [
    "Entry",
    "find_openings",
    "find_shelf",
    "fold_letters",
    "known_languages",
    "load_model",
    "load_role_patterns",
    "load_settings",
    "load_table",
    "match_word",
    "might_match",
    "table_names",
]

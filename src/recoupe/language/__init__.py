"""The words of a language, as data."""

from recoupe.language.model import load_model
from recoupe.language.needed_words import might_match
from recoupe.language.openings import OPENING_CHARS, find_openings, fold_letters
from recoupe.language.pack import (
    Entry,
    known_languages,
    load_role_patterns,
    load_settings,
    load_table,
    table_names,
)

__all__ = [
    "OPENING_CHARS",
    "Entry",
    "find_openings",
    "fold_letters",
    "known_languages",
    "load_model",
    "load_role_patterns",
    "load_settings",
    "load_table",
    "might_match",
    "table_names",
]

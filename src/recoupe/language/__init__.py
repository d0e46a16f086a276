"""The words of a language, as data."""

from recoupe.language.first_letters import find_first_letters, fold_first
from recoupe.language.model import load_model
from recoupe.language.needed_words import might_match
from recoupe.language.pack import (
    Entry,
    known_languages,
    load_role_patterns,
    load_settings,
    load_table,
    table_names,
)

__all__ = [
    "Entry",
    "find_first_letters",
    "fold_first",
    "known_languages",
    "load_model",
    "load_role_patterns",
    "load_settings",
    "load_table",
    "might_match",
    "table_names",
]

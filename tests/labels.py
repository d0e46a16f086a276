"""The catalogues of the interface, as their tests read them."""

from __future__ import annotations

import string

from recoupe.language.labels import LANGUAGES, read_labels


def list_labels(language: str, package: str) -> dict[str, str]:
    """Every label of a package by its place; of singular and plural the plural, lists left out."""
    tables = read_labels(language, package).tables
    return {
        f"{section}.{name}": value["many"] if isinstance(value, dict) else value
        for section in tables
        for name, value in tables[section].items()
        if not isinstance(value, list)
    }


def name_parts(label: str) -> set[str]:
    """The names in braces of a label."""
    return {part[1] for part in string.Formatter().parse(label) if part[1]}


def check_both_languages(package: str) -> None:
    """Both languages of a package have the same keys, in one order, with the same names in braces."""
    french, english = (list_labels(language, package) for language in LANGUAGES)
    assert list(french) == list(english)
    assert {k: name_parts(v) for k, v in french.items()} == {
        k: name_parts(v) for k, v in english.items()
    }


def check_french_marks(package: str) -> None:
    """French marks stand off with no-break spaces."""
    labels = list_labels("fr", package).values()
    assert not [v for v in labels for mark in ":;!?»" if f" {mark}" in v]

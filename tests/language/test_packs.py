"""Every entry of every pack keeps the promises of its own examples."""

from __future__ import annotations

import pytest

from recoupe.errors import PackError
from recoupe.language import known_languages, load_settings, load_table, table_names
from recoupe.language.check import check_language, count_entries
from recoupe.language.pack import _read_entry


@pytest.mark.parametrize("language", known_languages())
def test_patterns_find_their_examples_and_leave_the_others(language: str) -> None:
    broken = [
        f"{entry.table}: {entry.key}: {text}"
        for table in table_names(language)
        for entry in load_table(language, table)
        if entry.pattern is not None
        for text, wanted in [
            *((text, True) for text in entry.examples),
            *((text, False) for text in entry.counter_examples),
        ]
        if (entry.regex.search(text) is not None) != wanted
    ]
    assert not broken


def test_the_french_pack_keeps_all_its_promises() -> None:
    assert check_language("fr") == ()
    assert count_entries("fr") > 100


def test_an_unknown_language_is_an_error_with_a_hint() -> None:
    with pytest.raises(PackError) as caught:
        load_settings("xx")
    assert "fr" in caught.value.hint


@pytest.mark.parametrize(
    "raw",
    [
        {"examples": ["a"], "counter_examples": ["b"], "source": "s"},
        {"pattern": "a", "lemma": "a", "examples": ["a"], "counter_examples": ["b"], "source": "s"},
        {"pattern": "a", "examples": ["a"], "source": "s"},
        {"pattern": "a", "examples": ["a"], "counter_examples": ["b"]},
    ],
)
def test_a_careless_entry_cannot_land(raw: dict[str, object]) -> None:
    with pytest.raises(PackError):
        _read_entry("fr/test", raw, "")

"""A table that leaves out a pattern which could begin there would lose evidence: it may never."""

from __future__ import annotations

import pytest

from recoupe.language import (
    find_first_letters,
    fold_first,
    known_languages,
    load_table,
    table_names,
)


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("lundi", "l"),
        (r"\b(?:lun|mar)di\b", "lm"),
        (r"(?:le |du )?lundi", "dl"),
        (r"(?=x)lundi", "l"),
        (r"(?<!x)[ab]?c", "abc"),
        (r"(?:une? )*(?:É|î)", "uéî"),
        (r"[a-c]+", "abc"),
        (r"\w+", None),
        (r"[^a]", None),
        (".", None),
        (r"(?:lundi)?", None),
        (r"(?:lundi|)", None),
    ],
)
def test_first_letters(pattern: str, letters: str | None) -> None:
    expected = None if letters is None else frozenset(letters)
    assert find_first_letters(pattern) == expected


def test_no_example_of_a_pack_begins_otherwise() -> None:
    strange = [
        (entry.table, entry.pattern, match[0])
        for language in known_languages()
        for table in table_names(language)
        for entry in load_table(language, table)
        if entry.pattern is not None
        for example in (*entry.examples, *entry.counter_examples)
        for match in entry.regex.finditer(example)
        if (letters := find_first_letters(str(entry.pattern))) is not None
        and fold_first(match[0]) not in letters
    ]
    assert strange == []

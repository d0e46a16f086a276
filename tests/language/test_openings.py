"""A table that leaves out a pattern which could begin there would lose evidence: it may never."""

from __future__ import annotations

import pytest

from recoupe.language import (
    find_openings,
    fold_letters,
    known_languages,
    load_table,
    table_names,
)


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        ("lundi", ["lun"]),
        ("Le", ["le"]),
        (r"\b(?:lun|mar)di\b", ["lun", "mar"]),
        (r"(?:le |du )?lundi", ["du ", "le ", "lun"]),
        (r"(?=x)lundi", ["lun"]),
        (r"(?<!x)[ab]?c", ["ac", "bc", "c"]),
        (r"(?:une? )*(?:É|î)", ["un ", "une", "é", "î"]),
        (r"(?:à )*nuit", ["nui", "à "]),
        (r"[a-c]+de", ["a", "b", "c"]),
        (r"le \w+", ["le "]),
        (r"l\d", ["l"]),
        (r"(?:l|la\b)(?: nuit)?", ["l", "l n", "la", "la "]),
        (r"\w+", None),
        (r"[^a]", None),
        (".", None),
        (r"(?:lundi)?", None),
        (r"(?:lundi|)", None),
    ],
)
def test_openings(pattern: str, openings: list[str] | None) -> None:
    expected = None if openings is None else frozenset(openings)
    assert find_openings(pattern) == expected


def test_no_example_of_a_pack_begins_otherwise() -> None:
    strange = [
        (entry.table, entry.pattern, match[0])
        for language in known_languages()
        for table in table_names(language)
        for entry in load_table(language, table)
        if entry.pattern is not None
        for example in (*entry.examples, *entry.counter_examples)
        for match in entry.regex.finditer(example)
        if (openings := find_openings(str(entry.pattern))) is not None
        and not fold_letters(match[0]).startswith(tuple(openings))
    ]
    assert strange == []

"""A gate that says no where a pattern matches would lose evidence: it may never."""

from __future__ import annotations

import re

import pytest

from recoupe.language import known_languages, load_table, might_match, table_names
from recoupe.language.needed_words import find_needed_words


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("lundi", (("lundi",),)),
        (r"\b(?:lun|mar)di\b", (("lundi", "mardi"),)),
        (r"(?:le )?lundi(?: soir)?", (("lundi",),)),
        (r"(?=lundi)\w+", ()),
        (r"(?<=le )lundi", (("lundi",),)),
        (r"(?:lundi|\w+)", ()),
        (r"(?:lundi )+matin", (("lundi ",), ("matin",))),
        (
            r"\b(?:le|la) (?:mairie|école)s? ",
            (
                (
                    "la mairie ",
                    "la mairies ",
                    "la école ",
                    "la écoles ",
                    "le mairie ",
                    "le mairies ",
                    "le école ",
                    "le écoles ",
                ),
            ),
        ),
        (r"(?:lundi )*matin", (("matin",),)),
        (r"[ab]lundi[^c]", (("alundi", "blundi"),)),
        (r"[0-4]h", (("0h", "1h", "2h", "3h", "4h"),)),
        (r"\d+ +", ()),
        (r"(?P<jour>lundi) (?P=jour)", (("lundi ",),)),
        ("ÉTÉ", (("été",),)),
    ],
)
def test_needed_words(pattern: str, needed: tuple[tuple[str, ...], ...]) -> None:
    found = find_needed_words(re.compile(pattern, re.IGNORECASE))
    assert tuple(tuple(sorted(words)) for words in found) == needed


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"\b(?:lun|mar)di\b", "Mardi gras", True),
        (r"\b(?:lun|mar)di\b", "le dimanche", False),
        (r"\b(?:lun|mar)di\b", "la lune", False),
        (r"stra(?:ss|ß)e", "STRASSE", True),
        ("straße", "Straße", True),
    ],
)
def test_might_match(pattern: str, text: str, expected: bool) -> None:
    assert might_match(re.compile(pattern, re.IGNORECASE), text.casefold()) is expected


def test_what_was_looked_for_is_known() -> None:
    known: dict[frozenset[str], bool] = {}
    assert not might_match(re.compile("lundi"), "mardi", known)
    assert known == {frozenset({"lundi"}): False}
    assert might_match(re.compile("mardi"), "mardi", known)


def test_no_example_of_a_pack_is_turned_away() -> None:
    turned_away = [
        (entry.table, entry.pattern, example)
        for language in known_languages()
        for table in table_names(language)
        for entry in load_table(language, table)
        if entry.pattern is not None
        for example in (*entry.examples, *entry.counter_examples)
        for match in entry.regex.finditer(example)
        if not might_match(entry.regex, match[0].casefold())
    ]
    assert turned_away == []

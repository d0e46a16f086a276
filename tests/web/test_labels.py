"""The desk says the same things in both languages."""

from __future__ import annotations

import string

from recoupe.language.labels import LANGUAGES, read_labels

# Words of the interface that we never use: Recoupe does not judge.
JUDGING = ("vrai ", "faux", "fiable", "score")


def _labels(language: str) -> dict[str, str]:
    """Every label by its place; of singular and plural the plural."""
    tables = read_labels(language, "recoupe.web").tables
    return {
        f"{section}.{name}": value["many"] if isinstance(value, dict) else value
        for section in tables
        for name, value in tables[section].items()
        if not isinstance(value, list)
    }


def test_both_languages_have_the_same_keys_and_placeholders() -> None:
    def names(label: str) -> set[str]:
        return {part[1] for part in string.Formatter().parse(label) if part[1]}

    french, english = (_labels(language) for language in LANGUAGES)
    assert sorted(french) == sorted(english)
    assert {k: names(v) for k, v in french.items()} == {k: names(english[k]) for k in french}


def test_no_label_judges_an_article() -> None:
    for label in _labels("fr").values():
        assert not any(word in label.lower() for word in JUDGING)


def test_french_marks_stand_off_with_no_break_spaces() -> None:
    bare = [v for v in _labels("fr").values() for mark in ":;!?»" if f" {mark}" in v]
    assert not bare


def test_both_languages_explain_the_same_keys() -> None:
    keys = [
        [e["key"] for e in read_labels(code, "recoupe.web").tables["keys"]["each"]]
        for code in LANGUAGES
    ]
    assert keys[0] == keys[1]

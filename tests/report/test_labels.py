"""The two catalogues say the same things, in good typography."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from enum import StrEnum

import pytest

from recoupe import records
from recoupe.rooms.report.find_position import Position
from recoupe.rooms.report.load_labels import LANGUAGES, load_labels

# Words of the interface that we never use: Recoupe does not judge.
_JUDGING = r"\b(vrai|vraie|faux|fausse|fiable|fiabilité|score|true|false|reliable)\b"


def _walk(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _walk(inner, f"{path}[{number}]")
    else:
        yield path, str(value)


def _labels(language: str) -> dict[str, str]:
    return dict(_walk(load_labels(language).tables))


def test_both_languages_have_the_same_keys() -> None:
    assert list(_labels("fr")) == list(_labels("en"))


def test_both_languages_have_the_same_placeholders() -> None:
    def names(label: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(label) if name}

    french, english = _labels("fr"), _labels("en")
    assert [key for key in french if names(french[key]) != names(english[key])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_judges(language: str) -> None:
    found = [
        key for key, words in _labels(language).items() if re.search(_JUDGING, words, re.IGNORECASE)
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_is_empty_or_has_a_sign_left(language: str) -> None:
    labels = _labels(language)
    assert [key for key, words in labels.items() if not words or "_" in words or "~" in words] == []


def test_french_spaces() -> None:
    wrong = re.compile(r"[^\u202f][;!?»%](?!\w)|[^\u00a0]:|«[^\u202f]|'")
    assert [key for key, words in _labels("fr").items() if wrong.search(words)] == []


@pytest.mark.parametrize(
    ("section", "kind"),
    [
        ("position", Position),
        ("verdict", records.Verdict),
        ("kind", records.DifferenceKind),
        ("status", records.Status),
        ("form", records.Form),
        ("stance", records.Stance),
        ("tie", records.OriginKind),
        ("furniture", records.FurnitureKind),
    ],
)
def test_every_value_has_a_word(section: str, kind: type[StrEnum]) -> None:
    table = load_labels("fr").tables[section]
    assert [str(value) for value in kind if str(value) not in table] == []


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [("fr", 0, "0\u00a0article"), ("fr", 1, "1\u00a0article"), ("fr", 2, "2\u00a0articles"),
     ("en", 0, "0\u00a0articles"), ("en", 1, "1\u00a0article"),
     ("fr", 1200, "1\u202f200\u00a0articles")],
)  # fmt: skip
def test_plural(language: str, number: int, written: str) -> None:
    assert load_labels(language).say("count.articles", n=number) == written


def test_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="No labels for 'br'"):
        load_labels("br")

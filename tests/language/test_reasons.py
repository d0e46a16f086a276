"""Reasons are worded in each language, and every reason that the code gives has its sentence."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from tests.labels import check_both_languages, check_french_marks, list_labels, name_parts

from recoupe.language import known_languages, load_table
from recoupe.language.labels import LANGUAGES, read_labels
from recoupe.language.reasons import leave_out, word_reason, word_why
from recoupe.records.reason import NO_REASON, Reason, give_reason

# Reasons whose codes are put together: by the notes of a list of feeds, by the kinds of walls.
MADE_CODES = {"outlines_cut", "outlines_capped"}
GIVEN = re.compile(r"(?:Reason|give_reason)\(\s*\"(\w+)\"([^()]*(?:\([^()]*\)[^()]*)*)\)")
DETAIL = re.compile(r"(\w+)=")


def find_given() -> dict[str, set[str]]:
    """The reasons that the code gives, with the names of their details."""
    found = {"page_nested": {"limit"}, "page_attributes": {"limit"}}
    found |= {code: set() for code in MADE_CODES}
    for language in known_languages():
        for entry in load_table(language, "walls"):
            found[f"wall_{entry.data['kind']}"] = set()
    for path in sorted(Path(str(files("recoupe"))).rglob("*.py")):
        if path.name == "reason.py":
            continue
        for code, rest in GIVEN.findall(path.read_text("utf-8")):
            found[code] = set(DETAIL.findall(rest))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_that_is_given_has_its_sentence_and_no_other_is_kept(language: str) -> None:
    given = find_given()
    given["feed_is_page"], given["feed_is_page_announcing"] = {"title"}, {"title", "addresses"}
    labels = list_labels(language, "recoupe.language")
    wanted = {f"reason.{code}": names for code, names in given.items()}
    kept = {key: name_parts(text) for key, text in labels.items() if key.startswith("reason.")}
    assert kept == wanted


def test_a_reason_is_kept_in_french_and_said_in_any_language() -> None:
    item = leave_out("a.html", "read", give_reason("too_large", limit=40_000_000))
    assert item.why == "trop grand\u00a0: la limite est 40\u202f000\u202f000 octets"
    assert word_why(item.why, item.reason, "fr") == item.why
    assert word_why(item.why, item.reason, "en") == "too large: the limit is 40,000,000 bytes"


def test_a_sentence_without_a_code_stands_as_it_is() -> None:
    assert word_why("mur : page d'erreur", NO_REASON, "en") == "mur : page d'erreur"


def test_words_of_an_input_are_no_places_in_a_sentence() -> None:
    reason = give_reason("other_article", title="{number} {0} « Le pont »")
    assert word_reason(reason, "en").endswith("{number} {0} « Le pont »")


@pytest.mark.parametrize(("count", "words"), [(1, "1 word,"), (3, "3 words,")])
def test_one_word_is_singular(count: int, words: str) -> None:
    assert words in word_reason(give_reason("few_words", n=count), "en")


def test_an_unknown_reason_is_an_error() -> None:
    with pytest.raises(KeyError):
        word_reason(Reason("no_such_reason"))


def test_both_languages_say_the_same_in_french_typography() -> None:
    check_both_languages("recoupe.language")
    check_french_marks("recoupe.language")


def test_numbers_are_written_as_everywhere() -> None:
    for language in LANGUAGES:
        ours = read_labels(language, "recoupe.language").tables["number"]
        assert ours == read_labels(language, "recoupe.cli").tables["number"]

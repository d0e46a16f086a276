"""The desk says the same things in both languages."""

from __future__ import annotations

from recoupe.language.labels import LANGUAGES, read_labels
from tests.labels import check_both_languages, check_french_marks, list_labels

# Words of the interface that we never use: Recoupe does not judge.
JUDGING = ("vrai ", "faux", "fiable", "score")


def test_both_languages_have_the_same_keys_and_placeholders() -> None:
    check_both_languages("recoupe.web")


def test_no_label_judges_an_article() -> None:
    for label in list_labels("fr", "recoupe.web").values():
        assert not any(word in label.lower() for word in JUDGING)


def test_french_marks_stand_off_with_no_break_spaces() -> None:
    check_french_marks("recoupe.web")


def test_both_languages_explain_the_same_keys() -> None:
    keys = [
        [e["key"] for e in read_labels(code, "recoupe.web").tables["keys"]["each"]]
        for code in LANGUAGES
    ]
    assert keys[0] == keys[1]

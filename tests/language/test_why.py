"""Why sides part is worded in both languages, and every sentence that is asked for is kept."""

from __future__ import annotations

import ast
from importlib.resources import files
from pathlib import Path

import pytest
from tests.labels import list_labels, name_parts

from recoupe.language.labels import LANGUAGES
from recoupe.language.why import Part, give_why, shorten, word_difference

# Codes that are chosen by a condition, with what the sentence takes.
SAYS_WHO = {"one", "other", "figure", "said"}
CHOSEN = {
    "figure_challenged": SAYS_WHO,
    "figure_challenged_here": {"figure", "said"},
    "figure_corrected_to": SAYS_WHO | {"answer"},
    "figure_corrected_here": {"figure", "said", "answer"},
    **{code: {"one", "other"} for code in ("two_scales", "two_scales_here", "two_places")},
    **{code: {"one", "other"} for code in ("two_outcomes", "day_changed", "times_exclude")},
    **{code: {"names"} for code in ("place_homonym", "place_put_twice")},
    **{code: {"values"} for code in ("other_people", "other_stage", "part_of_whole", "on_top")},
    **{code: {"one", "other"} for code in ("day_maybe_same",)},
    "days_exclude": {"one", "other", "one_day", "other_day"},
}


def find_given() -> dict[str, set[str]]:
    """The reasons that the compare room names outright, with the names of their details."""
    found: dict[str, set[str]] = {}
    for path in sorted(Path(str(files("recoupe.rooms.compare"))).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") != "give_why":
                continue
            if isinstance(node.args[0], ast.Constant):
                names = {keyword.arg for keyword in node.keywords if keyword.arg}
                found[str(node.args[0].value)] = names
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_that_is_given_has_its_sentence_and_no_other_is_kept(language: str) -> None:
    labels = list_labels(language, "recoupe.language")
    kept = {key[4:]: name_parts(text) for key, text in labels.items() if key.startswith("why.")}
    assert kept == find_given() | CHOSEN


@pytest.mark.parametrize(
    ("code", "details", "french", "english"),
    [
        (
            "two_values",
            {"one": "police", "first": "2.800", "other": "intersyndicale", "second": "6.000"},
            "Police : « 2.800 » ; intersyndicale : « 6.000 », pour le même compte.",
            "Police: “2.800”; intersyndicale: “6.000”, for the same count.",
        ),
        (
            "figure_challenged",
            {"one": None, "figure": "six élus", "other": "maire", "said": "ce chiffre est faux"},
            "L’article : « six élus » ; maire : « ce chiffre est faux ».",
            "The article: “six élus”; maire: “ce chiffre est faux”.",
        ),
        (
            "course",
            {"steps": (("deux morts", "2026-05-01"), ("trois", "2026-05-02"), ("cinq", None))},
            "Le même compte à des moments différents : « deux morts » (2026-05-01), « trois » "
            "(2026-05-02), puis « cinq » (sans date).",
            "The same count at different times: “deux morts” (2026-05-01), “trois” "
            "(2026-05-02), then “cinq” (no date).",
        ),
        (
            "two_versions",
            {},
            "La même citation, en deux versions.",
            "The same quotation, in two versions.",
        ),
        # A quotation in a quotation takes the marks of the second level, in pairs.
        (
            "contrary",
            {"one": "il n’a « rien vu », dit-elle", "other": "elle a « tout vu"},
            "« il n’a “rien vu”, dit-elle » et « elle a “tout vu” » disent le contraire l’un de l’autre.",
            "“il n’a ‘rien vu’, dit-elle” and “elle a ‘tout vu’” say opposite things.",
        ),
        (
            "same_quotation",
            {"names": ("Odile Grevin", "maire de Sauclières", "préfecture")},
            "La même citation, sous plusieurs noms : Odile Grevin, maire de Sauclières et préfecture.",
            "The same quotation, under several names: Odile Grevin, maire de Sauclières and préfecture.",
        ),
    ],
)
def test_a_reason_is_one_sentence_with_a_capital(
    code: str, details: dict[str, Part], french: str, english: str
) -> None:
    why = give_why(code, **details)
    plain = word_difference(why, "fr").replace("\u202f", " ").replace("\u00a0", " ")
    assert plain == french
    assert word_difference(why, "en") == english


@pytest.mark.parametrize(
    ("words", "limit", "short"),
    [
        ("la fermeture du site", 30, "la fermeture du site"),
        ("la fermeture  du\nsite", 30, "la fermeture du site"),
        ("la fermeture du site, annoncée", 22, "la fermeture du site…"),
        ("le maire a parlé de l’ école", 23, "le maire a parlé de…"),
        ("il parle d’une « école", 16, "il parle d’une…"),
    ],
)
def test_words_are_cut_between_two_of_them(words: str, limit: int, short: str) -> None:
    assert shorten(words, limit) == short

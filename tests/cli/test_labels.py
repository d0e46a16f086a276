"""The command line says the same things in both languages."""

from __future__ import annotations

import pytest
import typer

from recoupe.cli.check_language import check
from recoupe.cli.speak import choose_language, find_language
from recoupe.language import check as language_check
from recoupe.language.check import Fault
from recoupe.language.labels import LANGUAGES, read_labels
from recoupe.records import DecisionKind, Judgement
from recoupe.store.search import ItemKind
from tests.labels import check_both_languages

ROOMS = ("read", "clean", "annotate", "trace", "group", "align", "compare", "report")


def test_both_languages_have_the_same_keys_and_placeholders() -> None:
    check_both_languages("recoupe.cli")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "C"}, "fr"),
        ({"LANG": "fr_FR", "LC_ALL": "en_US"}, "en"),
        ({}, "fr"),
    ],
)
def test_the_environment_chooses_the_language(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_language(None)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert find_language() == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_said_by_its_name_has_words(language: str) -> None:
    """Rooms, kinds and judgements, as records name them."""
    tables = read_labels(language, "recoupe.cli").tables
    assert {*ROOMS, "feeds"} <= set(tables["room"])
    assert set(DecisionKind) == set(tables["decision_kind"])
    assert set(Judgement) == set(tables["judgement"])
    assert set(ItemKind) <= set(tables["thing"])


def test_a_broken_promise_of_a_pack_is_told(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    fault = Fault("titles", "maire", "le mairie", is_found=True)
    monkeypatch.setattr(language_check, "check_language", lambda _: (fault,))
    choose_language("fr")
    with pytest.raises(typer.Exit):
        check("fr")
    choose_language(None)
    assert capfdbinary.readouterr().out.decode() == "titles\u00a0: 'maire' trouve 'le mairie'\n"

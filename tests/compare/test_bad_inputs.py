"""Inputs that real newsrooms produce, by their numbers in the list of bad inputs."""

from __future__ import annotations

import pytest

from recoupe.records import Verdict
from tests.compare.stories import find_conflicts, find_differences, find_verdicts

DAY = ("2025-03-04", "2025-03-04")


def test_55_a_toll_from_hour_to_hour_is_an_update() -> None:
    texts = (
        "Trois personnes sont mortes dans l'incendie de Corbigny.",
        "Quatre personnes sont mortes dans l'incendie de Corbigny.",
        "Au moins trois personnes sont mortes dans l'incendie de Corbigny.",
    )
    times = ("2025-03-04T08:00:00", "2025-03-04T10:00:00", "2025-03-04T11:00:00")
    found = find_differences(texts, times)
    assert [d.verdict for d in found if d.is_conflict] == []
    update = next(d for d in found if d.verdict is Verdict.UPDATE)
    assert [side.value for side in update.sides][:2] == ["Trois personnes", "Quatre personnes"]


@pytest.mark.parametrize(
    "words",
    [
        "Luc Brévin n'a pas démenti la fuite de solvants.",
        "Luc Brévin n'a ni confirmé ni infirmé la fuite de solvants.",
        "Luc Brévin aurait confirmé la fuite de solvants.",
        "Luc Brévin n'a pas exclu une fuite de solvants.",
    ],
)
def test_57_what_is_neither_denied_nor_confirmed_opposes_nobody(words: str) -> None:
    assert find_conflicts((words, "Anne Solier a confirmé la fuite de solvants."), DAY) == []


def test_58_a_quotation_with_one_word_changed_is_wording() -> None:
    texts = (
        "« Nous reconstruirons le vieux pont avant la fin de l'hiver », a promis Anne Solier.",
        "« Nous rebâtirons le vieux pont avant la fin de l'hiver », a promis Anne Solier.",
    )
    assert find_verdicts(texts, DAY) == ["wording wording"]


def test_59_one_quotation_of_two_people_is_a_contradiction() -> None:
    texts = (
        "« La digue de Tolmar tiendra jusqu'à la prochaine grande marée », a affirmé Luc Brévin.",
        "« La digue de Tolmar tiendra jusqu'à la prochaine grande marée », a affirmé Anne Solier.",
    )
    assert "speaker contradiction" in find_verdicts(texts, DAY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Le ministre Luc Brévin a parlé à Tolmar.", "Le ministre Paul Estève a parlé à Corbigny."),
        ("La ministre de la Santé, Anne Solier, a parlé.", "Le ministre de la Santé, Paul Estève, a parlé."),
        ("Anne Solier, députée, a parlé.", "Anne Solier-Tavel, députée, a parlé."),
        ("Le député Jean Martin a parlé.", "Le maire Jean Martin a parlé."),
    ],
)  # fmt: skip
def test_60_ministers_and_namesakes_are_not_held_against_each_other(one: str, other: str) -> None:
    assert find_conflicts((one, other), DAY) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Un homme a été arrêté à Saint-Denis (Seine-Saint-Denis).", "Un homme a été arrêté à Saint-Denis (La Réunion)."),
        ("Le concert a lieu à Paris, en France.", "Le concert a lieu à Paris, aux États-Unis."),
    ],
)  # fmt: skip
def test_61_places_of_one_name_are_no_conflict(one: str, other: str) -> None:
    assert find_conflicts((one, other), DAY) == []


def test_63_a_correction_notice_takes_back_its_figure() -> None:
    text = (
        "L'incendie de Corbigny a fait trois morts. "
        "Une précédente version de cet article indiquait que l'incendie avait fait douze morts."
    )
    found = find_differences((text, "L'incendie de Corbigny a fait trois morts."), DAY)
    assert [(d.verdict, [s.value for s in d.sides]) for d in found] == [
        (Verdict.UPDATE, ["douze morts", "trois morts"])
    ]


@pytest.mark.parametrize(
    "texts",
    [("Le pont est fermé.",), ("Le pont est fermé.", "Le pont est fermé !"), ("…", "—")],
)
def test_66_one_article_or_the_same_words_give_nothing(texts: tuple[str, ...]) -> None:
    assert find_verdicts(texts) == []

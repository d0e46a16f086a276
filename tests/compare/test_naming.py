"""What heads a difference is a noun phrase of an article, or its sentence; a difference is told once."""

from __future__ import annotations

import pytest

from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from tests.compare.stories import find_differences

MATTERS = [
    # A sum is named for what it is of, a share for its whole, a count for its noun.
    ("L'action Velmor a clôturé à 12,40 euros mardi à la Bourse de Paris.", "Mardi, à la clôture, l'action Velmor valait 14,20 euros à la Bourse de Paris.", "action Velmor"),
    ("Le tribunal l'a condamné à une amende de 3 000 euros.", "Le prévenu a été condamné à 5 000 euros d'amende par le tribunal.", "amende"),
    ("Les grévistes étaient 61 % mardi selon la direction, neuf salariés sur dix selon la CGT.", "La grève se poursuit.", "salariés"),
    ("La canicule a fait 12 morts dans le Varois.", "La canicule a fait au moins 19 morts dans le Varois, selon la préfecture.", "morts"),
    ("Environ 200 personnes ont été évacuées du camping de Lestrade.", "180 vacanciers ont été évacués du camping de Lestrade, à Arvigny.", "vacanciers"),
    # Without any noun, the sentence stands.
    ("Ils étaient 3.200 selon la police, 7.500 selon le syndicat.", "Samedi, on a défilé à Arvigny.", "Ils étaient 3.200 selon la police, 7.500 selon le syndicat"),
    ("Le match a été arrêté à la 63e minute après un jet de bouteille.", "La rencontre a été interrompue à la 68e minute après un jet de bouteille.", "Le match a été arrêté à la 63e minute après un jet de bouteille"),
    # An event is named for its noun, a place by its own name.
    ("Le procès de Luc Brévin s'ouvrira lundi 10 mars à Corbigny.", "Le procès de Luc Brévin, prévu lundi, a été reporté au 24 mars.", "procès de Luc Brévin"),
    ("Le port de Brenac, en Espagne, est fermé.", "Le port de Brenac, au Portugal, est fermé.", "port de Brenac"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "matter"), MATTERS)
def test_matter(one: str, other: str, matter: str) -> None:
    assert find_differences((one, other))[0].matter == matter


def test_a_matter_is_never_empty() -> None:
    sides = [make_side(words, []) for words in ("2.800", "6.000")]
    made = make_difference(
        DifferenceKind.FIGURE,
        Verdict.CONTRADICTION,
        " ",
        sides,
        give_why("figure_contradiction", one="2.800", other="6.000"),
    )
    assert made.matter == "2.800"


SIDES = [
    # Words that somebody denies or could not confirm keep the verb that says so.
    (("Le ministre ne peut pas confirmer la mort de l'otage.", "Le ministre a confirmé la mort de l'otage."), ["ne peut pas confirmer la mort de l'otage", "a confirmé la mort de l'otage"]),
    (("Le club reproche à l'arbitre d'avoir menti. L'arbitre Luc Brévin a nié avoir menti.", "Le match est fini."), ["reproche à l'arbitre d'avoir menti", "a nié avoir menti"]),
    (("« Le barrage était fissuré », assure une riveraine. « C'est faux », répond l'exploitant Hydralis.", "Le barrage a cédé."), ["Le barrage était fissuré", "C'est faux"]),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "values"), SIDES)
def test_sides_read_by_themselves(texts: tuple[str, str], values: list[str]) -> None:
    found = find_differences(texts, ("2025-03-04", "2025-03-05"))
    assert [side.value for side in found[0].sides] == values


def test_two_sources_of_one_sentence_are_told_once_and_by_their_names() -> None:
    text = (
        "Ils étaient 3.200 selon la police, 7.500 selon le syndicat Solidarité, samedi à Arvigny."
    )
    found: tuple[Difference, ...] = find_differences((text, "On a défilé à Arvigny."))
    assert len(found) == 1
    assert [side.said_by for side in found[0].sides] in (
        ["police", "syndicat-solidarite"],
        [None, None],
    )
    assert "selon" not in found[0].why


@pytest.mark.parametrize(
    "texts",
    [
        (
            "« Une hausse du gazole aura lieu en juin », affirme le député Marc Tavel.",
            "« Il n'y aura pas de hausse du gazole », a promis la ministre Léa Roc.",
        ),
        (
            "La direction du musée dément toute fuite. Le délégué Paul Arnal parle d'une fuite.",
            "Le musée de Corbigny a rouvert mardi.",
        ),
    ],
)
def test_no_conflict_is_told_twice(texts: tuple[str, str]) -> None:
    assert len([d for d in find_differences(texts) if d.is_conflict]) <= 1


def test_words_moved_to_another_speaker_are_no_update() -> None:
    texts = (
        "« Nous ne pouvons pas confirmer la présence de bactéries », a déclaré l'agence de santé.",
        "L'agence de santé : « Nous ne pouvons pas confirmer la présence de bactéries ».",
    )
    found = find_differences(texts, ("2025-03-04", "2025-03-05"))
    assert [d for d in found if d.verdict == "update"] == []

"""What one article passes on and a party denies in another; the accused who denies being behind it."""

from __future__ import annotations

import pytest

from tests.compare.stories import find_conflicts

CONTESTED = [
    (
        "Selon un employé, la vente du stade serait déjà signée.",
        "La présidente, Léa Morin, nie que la vente du stade soit signée.",
    ),
    (
        "La mairie affirme que les barrages ont été contrôlés en mars.",
        "« Les barrages n'ont pas été contrôlés en mars », assure Léa Morin.",
    ),
    (
        "Karsan accuse la Morésie d'avoir coupé le câble.",
        "Le ministère morésien de la Mer nie être à l'origine de la panne.",
    ),
]
SILENT = [
    (
        "La médiatrice, Léa Morin, indique qu'une nouvelle rencontre est prévue.",
        "« Aucun licenciement n'était prévu », assure Marc Villard.",
    ),
    (
        "Selon un employé, la vente du stade de Lormes serait déjà signée.",
        "La présidente, Léa Morin, nie que la vente du stade de Brissy soit signée.",
    ),
    (
        "Selon Léa Morin, la vente du stade serait déjà signée.",
        "Le syndicat dément avoir signé un accord sur les salaires.",
    ),
    (
        "Karsan accuse la Morésie d'avoir coupé le câble.",
        "Le ministère belmarais de la Mer nie être à l'origine de la panne.",
    ),
]


@pytest.mark.parametrize("texts", CONTESTED)
def test_finds_the_dispute(texts: tuple[str, str]) -> None:
    assert "stance dispute" in find_conflicts(texts)


@pytest.mark.parametrize("texts", SILENT)
def test_is_silent_on_another_matter(texts: tuple[str, str]) -> None:
    assert find_conflicts(texts) == []


def test_what_one_has_received_none_of_answers_who_says_to_have_sent_it() -> None:
    text = "La police affirme avoir averti le club dès mardi. « Nous n'avons reçu ni courrier ni appel », répond Marc Villard."
    assert "stance dispute" in find_conflicts((text,))

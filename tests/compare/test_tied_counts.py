"""Numbers that one counter gives twice, that cannot be, or that an article keeps apart."""

from __future__ import annotations

import pytest

from tests.compare.stories import find_conflicts, find_verdicts

ONE_COUNTER = [
    ("Ils ont défilé mercredi : 2 800 selon la police.", "Le cortège de mercredi a réuni 6 000 personnes pour les syndicats, 2 300 pour la police."),
    ("La marche a rassemblé 9 000 personnes, selon la préfecture.", "Des femmes ont marché. La préfecture en a dénombré 6 000."),
]  # fmt: skip

OTHER_CROWDS = [
    ("La marche a rassemblé 9 000 personnes lundi, selon la préfecture.", "Les paysans ont manifesté mardi. La préfecture en a dénombré 600."),
    ("La fête a réuni 3 500 participants selon la gendarmerie.", "La fête dure. Les gendarmes ont dressé 1 200 procès-verbaux."),
]  # fmt: skip

IMPOSSIBLE = [
    "Douze personnes ont été blessées. Quatorze d'entre elles ont été hospitalisées.",
    "La défense a abattu 19 des 16 drones.",
    "L'accident a fait dix blessés, dont onze enfants.",
    "Le nombre d'inscrits est passé de 4 200 à 5 100, soit une baisse de 18 %.",
    "Le nombre de loups a progressé de 1 100 à 920.",
]

POSSIBLE = [
    "Douze personnes ont été blessées. Quatre d'entre elles ont été hospitalisées.",
    "Quarante enfants sont malades dans cinq écoles, et six d'entre eux sont hospitalisés.",
    "Cinq personnes sont mortes et 28 ont été blessées.",
    "Le nombre d'inscrits est passé de 5 100 à 4 200, soit une baisse de 18 %.",
]

APART = [
    "Cinq hommes ont été interpellés ; trois ont été relâchés.",
    "Vingt-deux navires attendent. Neuf autres ont été déroutés.",
    "Le groupe va fermer 34 des 1 850 magasins.",
]


@pytest.mark.parametrize(("one", "other"), ONE_COUNTER)
def test_one_counter_gives_one_number(one: str, other: str) -> None:
    assert "figure contradiction" in find_conflicts((one, other), ("2026-03-11", "2026-03-12"))


@pytest.mark.parametrize(("one", "other"), OTHER_CROWDS)
def test_another_crowd_has_another_number(one: str, other: str) -> None:
    assert find_conflicts((one, other), ("2026-03-11", "2026-03-12")) == []


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_what_cannot_be_is_garbled(text: str) -> None:
    assert "figure garbled" in find_conflicts((text,))


@pytest.mark.parametrize("text", POSSIBLE)
def test_what_can_be_is_no_conflict(text: str) -> None:
    assert find_conflicts((text,)) == []


@pytest.mark.parametrize("text", APART)
def test_what_an_article_keeps_apart_is_another_measure(text: str) -> None:
    assert "figure different_measure" in find_verdicts((text,))

"""One event at two places that exclude each other, and the places that do not."""

from __future__ import annotations

import pytest

from tests.compare.stories import find_conflicts

EXCLUSIVE = [
    (
        "La séance de mardi, à la mairie, s'est achevée sans accord.",
        "Mardi, à la chambre de commerce, la discussion n'a rien donné.",
    ),
    (
        "Une roquette a frappé lundi l'hôpital de Zelnik.",
        "Lundi, le tir qui a détruit l'école de Zelnik a fait neuf morts.",
    ),
    (
        "Le voleur a été arrêté lundi dans un hôtel.",
        "Lundi, le voleur a été arrêté dans une ferme.",
    ),
]
TOGETHER = [
    (
        "La séance de mardi, à la mairie, s'est achevée sans accord.",
        "La séance de jeudi se tiendra à la chambre de commerce.",
    ),
    (
        "Le voleur a été arrêté lundi dans un hôtel.",
        "Le voleur a été arrêté lundi, selon la gendarmerie.",
    ),
    (
        "Le voleur a été arrêté lundi dans un hôtel.",
        "Le voleur, arrêté lundi, a été conduit au commissariat.",
    ),
    (
        "Une roquette a frappé lundi un hôpital de Zelnik.",
        "Une roquette a frappé lundi une école de Zelnik.",
    ),
    (
        "L'incendie a ravagé lundi le gymnase de Lormes.",
        "L'incendie a ravagé lundi l'école de Lormes.",
    ),
    (
        "La réunion de mardi a eu lieu à la mairie, puis à la préfecture.",
        "La réunion de mardi s'est tenue à la préfecture.",
    ),
]


@pytest.mark.parametrize("texts", EXCLUSIVE)
def test_finds_two_places_of_one_event(texts: tuple[str, str]) -> None:
    assert "place contradiction" in find_conflicts(texts)


@pytest.mark.parametrize("texts", TOGETHER)
def test_is_silent_where_both_may_be(texts: tuple[str, str]) -> None:
    assert "place contradiction" not in find_conflicts(texts)

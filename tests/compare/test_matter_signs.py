"""Whether two values are of one matter: what joins them, and what keeps them apart."""

from __future__ import annotations

import pytest

from tests.compare.stories import find_conflicts

FOUND = [
    ("Le village compte 340 ruches.", "On dénombre 430 ruches dans le village."),
    ("La halle mesure 48 mètres de long.", "L'incendie a ravagé la halle, qui mesure 84 mètres."),
    ("Ils étaient 42 à bord du bac.", "Le bac transportait 24 personnes à son bord."),
]
SILENT = [
    # One noun, no other word in common, and many numbers of it.
    (
        "La scierie emploie 120 ouvriers. Le syndicat compte 45 ouvriers. Hier, 15 ouvriers dormaient.",
        "Dans la cour, 80 ouvriers chantaient.",
    ),
    ("L'accusé risque dix ans de prison.", "L'accusé a été condamné à deux ans de prison."),
    ("Le pont mesure 120 mètres.", "Le navire mesure 35 mètres."),
]


@pytest.mark.parametrize(("one", "other"), FOUND)
def test_joins_values_of_one_matter(one: str, other: str) -> None:
    assert find_conflicts((one, other)) == ["figure contradiction"]


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_keeps_values_of_two_matters_apart(one: str, other: str) -> None:
    assert find_conflicts((one, other)) == []

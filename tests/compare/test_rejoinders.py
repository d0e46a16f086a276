"""Two speakers who follow each other: one denies what the other tells, or they speak of two things."""

from __future__ import annotations

import pytest

from tests.compare.stories import find_conflicts

FOUND = [
    "« Le club a reçu une offre », affirme Léa Morin. « Nous n'avons fait aucune offre », répond Marc Villard.",
    "Léa Morin accuse Marc Villard d'avoir menti au conseil. « Je n'ai pas menti », assure Marc Villard.",
    "D'après Léa Morin, le juge l'a appelée deux fois. Marc Villard dément tout appel.",
    "Selon Léa Morin, le pont est fissuré. « Ces propos sont mensongers », réplique Marc Villard.",
    "« Le chantier n'a pas débuté », déplore Léa Morin. Marc Villard assure que le chantier a débuté lundi.",
]
SILENT = [
    "« Le club a reçu une offre », affirme Léa Morin. « Nous n'avons vendu personne », dit Marc Villard.",
    "« Le juge a menti », affirme Léa Morin. « Il n'a pas menti ? », s'étonne Marc Villard.",
    "« L'usine fermera », prévient Léa Morin. « L'État ne peut pas vivre sans l'usine », dit Marc Villard.",
    "« Nous vendrons le stade », dit Léa Morin. « Je n'ai pas d'avis », répond Marc Villard.",
]


@pytest.mark.parametrize("text", FOUND)
def test_finds_the_dispute(text: str) -> None:
    assert "stance dispute" in find_conflicts((text,))


@pytest.mark.parametrize("text", SILENT)
def test_raises_no_dispute(text: str) -> None:
    assert find_conflicts((text,)) == []

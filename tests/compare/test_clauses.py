"""Clauses that deny, oppose or move what another article tells: rows of invented reports."""

from __future__ import annotations

import pytest

from tests.compare.stories import find_conflicts, find_verdicts

FOUND = [
    ("wording contradiction", "Le suspect a été arrêté mardi soir.", "Le suspect n'a pas été interpellé."),
    ("wording contradiction", "Trois lignes de bus seront supprimées.", "Aucune ligne de bus ne sera supprimée."),
    ("wording contradiction", "Aucun blessé n'est à déplorer.", "Un technicien a été légèrement blessé."),
    ("wording contradiction", "Le moteur de l'avion a pris feu au décollage.", "Aucun incendie ne s'est déclaré à bord."),
    ("wording contradiction", "L'accusé a été condamné à huit ans de prison.", "L'accusé a été acquitté."),
    ("wording dispute", "« Le barrage n'a pas cédé », assure la préfète Anne Solier.", "« Le barrage a cédé », raconte le maire Luc Brévin."),
    ("place contradiction", "L'incendie s'est déclaré dans la cuisine.", "L'incendie s'est déclaré dans le garage."),
    ("date contradiction", "L'alerte a été donnée à 5 h 20.", "Les secours ont été alertés à 2 heures."),
    ("name contradiction", "La maire, Odile Brizeux, marchait en tête.", "À la tête du cortège, la maire, Colette Brizeux."),
]  # fmt: skip

SILENT = [
    ("Le barrage n'a pas cédé.", "Le barrage céderait si la pluie continuait."),
    ("Le théâtre ne sera pas fermé.", "Le théâtre a été fermé en mars."),
    ("Deux prévenus ont été condamnés.", "Trois prévenus ont été acquittés."),
    ("Le maire n'a pas signé l'accord.", "La préfète a signé l'accord."),
    ("L'avion a atterri à Corbigny, à dix kilomètres de la côte.", "L'avion a atterri sans dommage."),
    ("Le maire, Luc Brévin, est venu.", "Le pompier Marc Brévin est venu."),
    ("La digue n'a pas cédé lundi matin.", "La digue a cédé mardi soir."),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "one", "other"), FOUND)
def test_finds_the_conflict(wanted: str, one: str, other: str) -> None:
    assert wanted in find_conflicts((one, other))


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_raises_no_conflict(one: str, other: str) -> None:
    assert find_conflicts((one, other)) == []


def test_a_denial_that_is_told_on_another_day_is_an_update() -> None:
    texts = ("Le barrage de Malpas n'a pas cédé.", "Le barrage de Malpas a cédé.")
    assert "wording update" in find_verdicts(texts, ("2025-03-04", "2025-03-05"))

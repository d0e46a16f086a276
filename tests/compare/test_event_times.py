"""One event, two times: by its kind, put off, or two events after all."""

from __future__ import annotations

import pytest

from tests.compare.stories import find_conflicts, find_verdicts

FOUND = [
    ("Le notaire a été interpellé lundi soir à son domicile.", "Le notaire a été arrêté chez lui mardi matin."),
    ("Le tribunal de Vernoux examinera le recours jeudi.", "L'audience est prévue vendredi devant le tribunal de Vernoux."),
    ("Le feu a pris à 3 heures dans l'entrepôt.", "L'entrepôt est détruit par un incendie. Il s'est déclaré à 5 h 10."),
    ("La conserverie Maurel a été fondée en 1932.", "Maurel est à vendre. La conserverie, fondée en 1923, est vieille."),
]  # fmt: skip

SILENT = [
    ("Le feu a pris à 3 heures dans l'entrepôt.", "Le feu a été éteint à 7 h 30 dans l'entrepôt."),
    ("Le notaire a été interpellé lundi soir.", "Le notaire a été mis en examen mercredi."),
    ("Le conseil municipal votera le budget jeudi.", "Le conseil communautaire votera vendredi le prix de l'eau."),
    ("Le festival se tiendra du 10 au 14 juillet.", "La foire aux vins se tiendra du 17 au 21 juillet."),
]  # fmt: skip

PUT_OFF = [
    ("Le procès Delmotte doit s'ouvrir jeudi.", "Le procès Delmotte est reporté au 22 septembre."),
    ("La direction espère une reprise du travail jeudi.", "Le travail reprendra lundi à 5 heures."),
]


@pytest.mark.parametrize(("one", "other"), FOUND)
def test_two_times_of_one_event_conflict(one: str, other: str) -> None:
    assert "date contradiction" in find_conflicts((one, other), ("2026-02-10", "2026-02-10"))


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_two_events_have_two_times(one: str, other: str) -> None:
    assert find_conflicts((one, other), ("2026-02-10", "2026-02-10")) == []


@pytest.mark.parametrize(("one", "other"), PUT_OFF)
def test_a_day_that_moves_is_an_update(one: str, other: str) -> None:
    found = find_verdicts((one, other), ("2026-05-12", "2026-05-15"))
    assert "date update" in found
    assert "date contradiction" not in found

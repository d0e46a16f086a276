"""Sums, shares, ages and earlier tolls: what one matter is, and what it is not."""

from __future__ import annotations

import pytest

from tests.compare.stories import find_conflicts

FOUND = [
    ("Le groupe Valmet a racheté la société Ostrel pour 1,2 milliard d'euros.", "Le rachat d'Ostrel par Valmet, d'un montant de 1,4 milliard d'euros, a été annoncé mardi."),
    ("La société Valmet a été condamnée à une amende de 300 000 euros pour la pollution de la Sorne.", "Le tribunal a infligé à Valmet une amende de 450 000 euros pour la pollution de la Sorne."),
    ("Selon l'étude de l'institut Horvan, les buveurs de soda ont un risque accru de 20 % de diabète.", "D'après l'institut Horvan, boire des sodas augmente de 30 % le risque de diabète."),
    ("Luc Brévin, 34 ans, est jugé à Corbigny.", "Luc Brévin, âgé de 36 ans, comparaît à Corbigny."),
    ("L'accusé, âgé de 41 ans, a nié les faits.", "L'accusé, 47 ans, a pleuré."),
    ("La victime, une femme de 30 ans, habitait Corbigny.", "La victime, 33 ans, vivait à Corbigny."),
    ("En février 2024, un accident de car avait fait 16 morts à Tolmar.", "À Tolmar, 60 personnes avaient péri dans un accident de car en février 2024."),
]  # fmt: skip

SILENT = [
    ("Le groupe Valmet a racheté Ostrel pour 1,2 milliard d'euros.", "Le groupe Valmet a racheté Ostrel pour 1,18 milliard d'euros."),
    ("Le groupe Valmet a racheté Ostrel pour 1,2 milliard d'euros.", "Valmet, qui a acheté Brenor pour 3 milliards d'euros, emploie 200 salariés."),
    ("Le groupe Valmet rachète Ostrel pour 1,2 milliard d'euros.", "Le groupe Valmet avait investi 400 millions d'euros chez Ostrel."),
    ("Le risque de diabète augmente de 20 % chez les buveurs de soda.", "Le risque de cancer augmente de 30 % chez les fumeurs."),
    ("Luc Brévin, 34 ans, et son fils de 12 ans sont partis.", "Luc Brévin, 34 ans, est parti."),
    ("Les deux accusés sont venus. L'accusé, 41 ans, a nié.", "L'accusé, âgé de 47 ans, a pleuré."),
    ("Luc Brévin, 34 ans, est jugé.", "Anne Solier, 36 ans, est jugée."),
    ("En février 2024, un accident de car avait fait 16 morts à Tolmar.", "En mars 2023, un accident de car avait fait 60 morts à Tolmar."),
    ("En février 2024, un accident de car avait fait 16 morts à Tolmar.", "Un accident de car a fait 60 morts à Tolmar."),
    ("En février 2024, un accident de car avait fait 16 morts à Tolmar.", "En février 2024, un accident de car avait fait 60 blessés à Tolmar."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), FOUND)
def test_finds_the_contradiction(one: str, other: str) -> None:
    found = find_conflicts((one, other))
    assert len(found) == 1 and found[0].startswith("figure")


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_raises_no_conflict(one: str, other: str) -> None:
    assert find_conflicts((one, other)) == []

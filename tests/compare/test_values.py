"""Values held against each other by what they are about: two articles, rows of invented reports."""

from __future__ import annotations

import pytest

from tests.compare.stories import find_conflicts, find_verdicts

FOUND = [
    ("La fromagerie Oudin a vendu sa marque à Laroc pour 8 millions d'euros.", "Le rachat de la marque d'Oudin par Laroc, d'un montant de 11 millions d'euros, a surpris."),
    ("Selon la mairie, 40 % des écoles ont été rénovées. Les parents affirment que 15 % des écoles ont été rénovées.", "Il pleut."),
    ("Le chauffeur roulait entre 110 et 130 km/h.", "Le chauffeur roulait à 72 km/h."),
    ("La fusée a explosé 94 secondes après le décollage.", "La fusée s'est désintégrée 40 secondes après le décollage."),
    ("La sonde emportait deux caméras.", "Les trois caméras que la sonde emportait sont perdues."),
    ("Le procureur a requis huit ans de prison contre l'accusé.", "Douze ans de prison ont été requis contre l'accusé."),
    ("Lina Corvec, 34 ans, a été élue.", "Lina Corvec, une avocate de 39 ans, a été élue."),
    ("La victime a été frappée trois fois au thorax.", "La victime a reçu deux coups de couteau au thorax."),
]  # fmt: skip

SILENT = [
    ("Le budget recule de 3 %. Les aides à la culture baissent de 12 %.", "Le budget recule de 3 %."),
    ("La liste Oudin a obtenu 51 % des voix au second tour.", "La liste Oudin a obtenu 38 % des voix au premier tour."),
    ("Le prévenu encourt sept ans de prison.", "Le parquet a requis quatre ans de prison contre le prévenu."),
    ("Les grévistes demandent une prime de 120 euros.", "La direction propose une prime de 45 euros."),
    ("L'eau a atteint 4,5 mètres au pont.", "En 1982, l'eau avait atteint 5 mètres au pont."),
    ("Quelque 120 gendarmes ont été mobilisés.", "Neuf personnes ont été mobilisées."),
    ("Un homme de 34 ans a été arrêté.", "Une femme de 51 ans a été hospitalisée."),
    ("Le contrat vaut 1,2 milliard d'euros.", "Le contrat vaut 1,18 milliard d'euros."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), FOUND)
def test_finds_the_conflict(one: str, other: str) -> None:
    assert any(found.startswith("figure") for found in find_conflicts((one, other)))


@pytest.mark.parametrize(("one", "other"), SILENT)
def test_raises_no_conflict(one: str, other: str) -> None:
    assert find_conflicts((one, other)) == []


def test_what_stands_is_an_update_on_another_day() -> None:
    texts = (
        "Quelque 300 tonnes de déchets s'entassent sur les trottoirs.",
        "Plus de 700 tonnes de déchets s'entassent sur les trottoirs.",
    )
    assert "figure update" in find_verdicts(texts, ("2025-03-04", "2025-03-07"))

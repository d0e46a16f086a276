"""Several figures in one sentence: what keeps them apart and what joins them."""

import pytest

from tests.annotate.figures.test_figures_unseen import read

# text | the figures in text order: value or low-high, unit, stage
ROWS = {
    "On compte deux morts et une quarantaine de blessés, dont trois grièvement.": [
        "2 person killed",
        "40 person wounded",
        "3 count None",
    ],
    "Le budget est passé de 3 à 5 millions d'euros.": [
        "3e+06 money:EUR None",
        "5e+06 money:EUR None",
    ],
    "Luc Morel, 34 ans, a été condamné à dix ans de prison.": [
        "34 age:year None",
        "10 duration:year None",
    ],
    "Un mort et un blessé sur la RN 20.": ["1 person killed", "1 person wounded"],
    "Le ministre prévoit d'envoyer 2.000 gendarmes, 300 sont déjà arrivés.": [
        "2000 person planned",
        "300 count arrived",
    ],
    "Deux jeunes de 17 et 18 ans ont été interpellés.": [
        "2 person arrested",
        "17 age:year None",
        "18 age:year None",
    ],
    "Il a fait -10 °C et le vent a soufflé à 120 km/h.": [
        "-10 temperature:celsius None",
        "120 speed:km/h None",
    ],
    "La mairie, 12 rue des Lilas, 38000 Grenoble, compte 1 200 m2.": ["1200 area:m2 None"],
    "Appelez le 01 23 45 67 89.": [],
    "Plus de 900 marins ont été tués ou blessés.": ["900 person killed_or_wounded"],
    "Dix-sept manifestants ont été arrêtés.": ["17 person arrested"],
    "Quelque 4 500 manifestants ont traversé la ville.": ["4500 person protesting"],
    "Deux morts, 30 blessés et 1 500 sans-abri.": [
        "2 person killed",
        "30 person wounded",
        "1500 person None",
    ],
    "Trois personnes ont été blessées et cinq supporters interpellés.": [
        "3 person wounded",
        "5 person arrested",
    ],
    "Les deux conducteurs sont morts et quatre passagers ont été blessés.": [
        "2 person killed",
        "4 person wounded",
    ],
    "Des rafales de 147 miles par heure, soit 128 nœuds.": [
        "147 speed:mph None",
        "128 speed:knot None",
    ],
}


@pytest.mark.parametrize(("text", "wanted"), ROWS.items(), ids=lambda part: str(part)[:40])
def test_figures(text: str, wanted: list[str]) -> None:
    assert [f"{f.value:g} {f.unit} {f.stage}" for f in read(text)] == wanted

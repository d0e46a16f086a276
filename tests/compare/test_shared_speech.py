"""One quotation given to two people, and the many ways in which it is one person after all."""

from __future__ import annotations

import pytest

from tests.compare.stories import find_conflicts

WORDS = "« Ce barrage tiendra encore cent ans »"
TWO_PEOPLE = [
    (f"{WORDS}, a dit Léa Morin.", f"{WORDS}, a déclaré Marc Villard."),
    (
        f"{WORDS}, a promis le préfet.",
        f"{WORDS}, assure la présidente du département.",
    ),
    (
        f"{WORDS}, a dit Léa Morin.",
        f"L'ingénieur Marc Villard a visité les lieux. {WORDS}, a-t-il répété.",
    ),
    (
        "« La rivière a gagné deux mètres en trente minutes », a dit Léa Morin.",
        "« La rivière gagna deux mètres en 30 minutes », a déclaré Marc Villard.",
    ),
    (
        f"{WORDS}, a dit Léa Morin.",
        "« Nous avons tout vu. Ce barrage tiendra encore cent ans », a dit Marc Villard.",
    ),
]
ONE_OR_NOBODY_KNOWS = [
    (
        "« Nous avons sauvé les bêtes, le foin et le grenier », a dit Léa Morin.",
        "« Nous avons sauvé les enfants, la ferme et le grenier », a dit Marc Villard.",
    ),
    (f"{WORDS}, a dit Léa Morin.", f"{WORDS}, a dit Mme Morin."),
    (f"{WORDS}, a dit la ministre de l'Énergie.", f"{WORDS}, a déclaré Léa Morin."),
    (
        f"{WORDS}, a dit la préfecture.",
        f"{WORDS}, a dit Léa Morin, porte-parole de la préfecture.",
    ),
    (f"{WORDS}, a dit Léa Morin.", f"{WORDS}, a dit un habitant."),
    (f"{WORDS}, a dit Léa Morin.", f"{WORDS}, a dit Marc Villard, citant Léa Morin."),
    (f"{WORDS}, scandait Léa Morin.", f"{WORDS}, a crié Marc Villard."),
    ("« C'est une honte », a dit Léa Morin.", "« C'est une honte », a dit Marc Villard."),
    (
        f"{WORDS}, a dit Léa Morin.",
        f"Léa Morin a visité les lieux avec Marc Villard. {WORDS}, a-t-il dit.",
    ),
]


@pytest.mark.parametrize("texts", TWO_PEOPLE)
def test_finds_one_quotation_of_two_people(texts: tuple[str, str]) -> None:
    assert find_conflicts(texts) == ["speaker contradiction"]


@pytest.mark.parametrize("texts", ONE_OR_NOBODY_KNOWS)
def test_is_silent_where_it_may_be_one_speaker(texts: tuple[str, str]) -> None:
    assert find_conflicts(texts) == []

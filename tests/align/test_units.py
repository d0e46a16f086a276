"""Where sentences are cut into passages, and what is shown of a bare count."""

from __future__ import annotations

import pytest

from recoupe.rooms.align.units import cut_units
from tests.align.stories import make_article

CUTS = [
    (
        "a subject that the parser gives to the list before it",
        "Trente élèves ont été pris de vomissements et de fièvre, et {{4|count|hospitalised|quatre}} d'entre eux sont hospitalisés.",
        ["Trente élèves ont été pris de vomissements et de fièvre", "quatre d'entre eux sont hospitalisés"],
    ),
    (
        "counts of a list without a verb",
        "{{28|person|wounded|28 blessés}}, dont {{6|count|wounded|six}} graves.",
        ["28 blessés", "dont six graves"],
    ),
    (
        "a number that stands against another",
        "{{22|count:navires||22 navires}} attendent au large, contre {{14|count||14}} mardi.",
        ["22 navires attendent au large", "contre 14 mardi"],
    ),
    (
        "thousands of which the tagger makes determiners",
        "{{1200|person|evacuated|1 200 habitants}} évacués, {{4500|count||4 500}} confinés.",
        ["1 200 habitants évacués", "4 500 confinés"],
    ),
    (
        "a part set into its sentence stays there",
        "{{3|person||Trois hommes}}, dont {{1|person||un mineur}}, ont fui vers Tolmar.",
        ["Trois hommes, dont un mineur, ont fui vers Tolmar"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "passages"), CUTS, ids=[row[0] for row in CUTS])
def test_passages_are_cut(why: str, text: str, passages: list[str]) -> None:
    assert [unit.text for unit in cut_units(make_article("one", text))] == passages


def test_a_bare_count_of_somebody_is_shown_with_who_gives_it() -> None:
    text = "Selon Luc Brévin, [[Luc Brévin|asserts|ils étaient {{2800|count||2 800}}]]."
    (unit,) = cut_units(make_article("one", text))
    assert (unit.text, unit.shown) == ("ils étaient 2 800", "Selon Luc Brévin, ils étaient 2 800")

"""Lines of two texts that tell the same stand in one row, each line once and in its order."""

from __future__ import annotations

import pytest

from recoupe.rooms.report.cut_text import Line, cut_lines
from recoupe.web.pages import pair_lines as pairing
from recoupe.web.pages.pair_lines import Row, pair_lines

FIRE = "Le feu a pris dans la nuit dans un hangar de Vaubert, selon les pompiers."
FIRE_SHORT = "Dans la nuit, un hangar de Vaubert a pris feu, selon les pompiers."
HURT = "Deux ouvriers ont été légèrement blessés, a précisé la préfecture."
MAYOR = "Le maire, Luc Pernet, demande une réunion publique avant la fin du mois."
TRAINS = "Aucun train ne circule entre Vaubert et Lannoy depuis ce matin."


def show(rows: list[Row]) -> list[tuple[str, str]]:
    return [(_join(row.one), _join(row.other)) for row in rows]


def _join(lines: tuple[Line, ...]) -> str:
    return "|".join("".join(s.text for s in line.segments) for line in lines)


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        ([FIRE, HURT], [FIRE_SHORT, HURT], [(FIRE, FIRE_SHORT), (HURT, HURT)]),
        ([FIRE, MAYOR, HURT], [FIRE, HURT], [(FIRE, FIRE), (MAYOR, ""), (HURT, HURT)]),
        ([FIRE, MAYOR], [TRAINS, FIRE], [("", TRAINS), (FIRE, FIRE), (MAYOR, "")]),
        ([FIRE], [TRAINS, MAYOR], [(FIRE, f"{TRAINS}|{MAYOR}")]),
        ([HURT, FIRE], [FIRE, HURT], [(HURT, ""), (FIRE, FIRE), ("", HURT)]),
        (["Par L. P."], ["Par L. P."], [("Par L. P.", "Par L. P.")]),
        ([], [FIRE], [("", FIRE)]),
        ([], [], []),
    ],
)
def test_lines_that_tell_the_same_are_paired(
    one: list[str], other: list[str], rows: list[tuple[str, str]]
) -> None:
    lines, others = (cut_lines("\n".join(text), (), (), {}) for text in (one, other))
    assert show(pair_lines(lines, others)) == rows


def test_texts_too_long_to_compare_stand_unpaired(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairing, "MOST_COMPARED", 3)
    lines = cut_lines(f"{FIRE}\n{HURT}", (), (), {})
    assert show(pair_lines(lines, lines)) == [(f"{FIRE}|{HURT}", f"{FIRE}|{HURT}")]

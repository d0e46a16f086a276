"""Dates, spaces, unseen characters, marked words and axes."""

from __future__ import annotations

import pytest

from recoupe.rooms.report.draw_figures import pick_steps
from recoupe.rooms.report.load_labels import load_labels
from recoupe.rooms.report.mark_words import mark_differing_words
from recoupe.rooms.report.set_spaces import set_spaces
from recoupe.rooms.report.show_controls import flatten, show_controls
from recoupe.rooms.report.write_dates import count_days, pick_ticks, write_date, write_period


@pytest.mark.parametrize(
    ("iso", "french", "english"),
    [
        ("2026-11-17T07:30:00", "17 nov. 2026, 7 h 30", "17 Nov. 2026, 07:30"),
        ("2026-11-17T07:00", "17 nov. 2026, 7 h", "17 Nov. 2026, 07:00"),
        ("2026-11-17T07:30:00+01:00", "17 nov. 2026, 7 h 30", "17 Nov. 2026, 07:30"),
        ("2026-05-01", "1er mai 2026", "1 May 2026"),
        ("2026-11", "nov. 2026", "Nov. 2026"),
        ("2026", "2026", "2026"),
        ("2026-02-31", "2026-02-31", "2026-02-31"),
        ("mardi", "mardi", "mardi"),
        (None, "sans date", "no date"),
    ],
)
def test_dates(iso: str | None, french: str, english: str) -> None:
    assert write_date(iso, load_labels("fr")).replace("\u00a0", " ") == french
    assert write_date(iso, load_labels("en")).replace("\u00a0", " ") == english


@pytest.mark.parametrize(
    ("dates", "written"),
    [
        ([], None),
        (["2026-11-17"], "17 nov. 2026"),
        (["2026-11-17", "2026-11-17T09:00", "2026-11-17"], "17 nov. 2026"),
        (["2026-11-20", "2026-11-17"], "17 – 20 nov. 2026"),
        (["2026-10-30", "2026-11-01"], "30 oct. – 1er nov. 2026"),
        (["2025-12-30", "2026-01-02"], "30 déc. 2025 – 2 janv. 2026"),
        (["bientôt"], None),
    ],
)
def test_periods(dates: list[str], written: str | None) -> None:
    period = write_period(dates, load_labels("fr"))
    assert (period.replace("\u00a0", " ") if period else None) == written


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a\x1b]0;x\x07b", "a⟨U+001B⟩]0;x⟨U+0007⟩b"),
        ("\u202eabc\u2066", "⟨U+202E⟩abc⟨U+2066⟩"),
        ("Ru\u00adtte\u200b", "Ru⟨U+00AD⟩tte⟨U+200B⟩"),
        ("\ud83d!", "⟨U+D83D⟩!"),
        ("👩\u200d🚒 « été »", "👩\u200d🚒 « été »"),
        ("tab\tligne\n", "tab\tligne\n"),
    ],
)
def test_bad_inputs_6_10_11_74_unseen_characters_are_shown(given: str, shown: str) -> None:
    assert show_controls(given) == shown


def test_flatten_makes_one_line() -> None:
    assert flatten(" a\r\n  b\u2028c ") == "a b c"


@pytest.mark.parametrize(
    ("given", "set_right"),
    [
        ("Trois ; cinq !", "Trois\u202f; cinq\u202f!"),
        ("raison : « non »", "raison\u00a0: «\u202fnon\u202f»"),
        ("84 % à 12:30", "84\u202f% à 12:30"),
        ("1 200 000 voix", "1\u202f200\u202f000 voix"),
        ("en 2024 300 morts", "en 2024 300 morts"),
    ],
)
def test_spaces(given: str, set_right: str) -> None:
    assert set_spaces(given, "fr") == set_right
    assert set_spaces(set_right, "fr") == set_right
    assert set_spaces(given, "en") == given


@pytest.mark.parametrize(
    ("quotes", "values", "marked"),
    [
        (["Le feu a fait trois blessés", "Le feu a fait cinq blessés"], ["3", "5"], [["trois"], ["cinq"]]),
        (["Ils étaient 1 200 hier", "Ils étaient 1\u202f200 hier"], ["1200", "1200"], [[], []]),
        (["Elle a tout nié hier soir", "Rien n'est établi, dit-il"], ["nié", "établi"], [["nié"], ["établi"]]),
        (["", "Un"], ["", "Un"], [[], ["Un"]]),
        (["a b c", "a b d", "a b e"], ["", "", ""], [["c"], ["d"], ["e"]]),
    ],
)  # fmt: skip
def test_marked_words(quotes: list[str], values: list[str], marked: list[list[str]]) -> None:
    pieces = mark_differing_words(quotes, values)
    assert [[p.text for p in side if p.differs] for side in pieces] == marked
    assert ["".join(p.text for p in side) for side in pieces] == quotes


@pytest.mark.parametrize("ends", [(0, 0), (3, 3), (3, 5), (0.1, 0.4), (1, 2e9), (-4, 4)])
def test_axis_holds_all_values(ends: tuple[float, float]) -> None:
    steps = pick_steps(*ends)
    assert steps[0] <= ends[0]
    assert steps[-1] >= ends[1]
    assert 2 <= len(steps) <= 8


def test_ticks_are_few_and_whole_days() -> None:
    first, last = count_days("2026-11-01T06:00"), count_days("2026-12-24")
    assert first is not None
    assert last is not None
    ticks = pick_ticks(first, last)
    assert len(ticks) <= 6
    assert ticks[0][1] == "2026-11-01"

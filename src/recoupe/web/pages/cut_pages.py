"""Parts of a large story in pages: so many claims, so many quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from recoupe.rooms.report.view_claims import ClaimRow
from recoupe.rooms.report.view_speakers import Voice

# A grid of 33 origins and 478 claims weighs 757 kB; a first screen is to weigh less than 300 kB.
ROWS_A_PAGE = 80
# Weigh 110 kB where each is one sentence in one article, 280 kB at 800 characters.
QUOTES_A_PAGE = 300


class Show(StrEnum):
    """Which claims the grid shows."""

    ALL = "all"
    DISPUTED = "disputed"
    SINGLE = "single"
    CHANGED = "changed"


class RowSort(StrEnum):
    """What comes first in the grid."""

    SHARED = "shared"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Page:
    """Where a page stands: its number and that of the last, from 1."""

    number: int
    last: int


def select_rows(rows: Sequence[ClaimRow], show: Show) -> Sequence[ClaimRow]:
    """The rows of the grid of one sort."""
    if show is Show.ALL:
        return rows
    return [row for row in rows if (row.changed if show is Show.CHANGED else row.group == show)]


def sort_rows(rows: Sequence[ClaimRow], sort: RowSort) -> Sequence[ClaimRow]:
    """The rows as `align` gives them, most origins first, or by the day of their first passage."""
    if sort is RowSort.SHARED:
        return rows
    return sorted(rows, key=lambda row: row.first or "9999")


def cut_rows(rows: Sequence[ClaimRow], number: int, claim: str) -> tuple[Page, Sequence[ClaimRow]]:
    """A page of the grid: that which holds a claim (its id), else the one with this number."""
    held = next((n for n, row in enumerate(rows) if row.claim.id == claim), None)
    page = _find_page(len(rows), ROWS_A_PAGE, number if held is None else held // ROWS_A_PAGE + 1)
    start = (page.number - 1) * ROWS_A_PAGE
    return page, rows[start : start + ROWS_A_PAGE]


def cut_voices(voices: Sequence[Voice], number: int) -> tuple[Page, Sequence[Voice]]:
    """A page of who says what; a speaker with more quotations goes on on the next page."""
    page = _find_page(sum(len(voice.quotes) for voice in voices), QUOTES_A_PAGE, number)
    start, end = (page.number - 1) * QUOTES_A_PAGE, page.number * QUOTES_A_PAGE
    shown: list[Voice] = []
    at = 0
    for voice in voices:
        quotes = voice.quotes[max(0, start - at) : max(0, end - at)]
        at += len(voice.quotes)
        if quotes:
            shown.append(replace(voice, quotes=quotes))
    return page, shown


def _find_page(count: int, size: int, number: int) -> Page:
    last = max(1, -(-count // size))
    return Page(min(max(number, 1), last), last)

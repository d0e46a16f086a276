"""Tables as a workbook in which every text is a text."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from recoupe.errors import InputError
from recoupe.exports.clean_characters import clean_characters
from recoupe.exports.headings import Headings
from recoupe.exports.tables import Cell, Table, make_tables
from recoupe.records import Dossier

# Limits of the format; Source: Microsoft, Excel specifications and limits. Characters are counted
# there as UTF-16 counts them.
CELL_UNITS = 32_767
SHEET_ROWS = 1_048_576
FIXED_DATE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# Reasons that the sheet of notes gives.
REPLACED = "replaced_characters"
CONTINUED = "continued"
_NOTE_COLUMNS = ("table", "row", "column", "note", "part", "text")
WIDTH_CHARS = 18


@dataclass(frozen=True, slots=True)
class _Note:
    """What happened to a cell: where it stands, what was done, and what did not fit."""

    table: str
    row: int
    column: str
    note: str
    part: int | None = None
    text: str | None = None


def write_xlsx(dossier: Dossier, headings: Headings) -> bytes:
    """A workbook with one sheet for each table, and one with notes on cells.

    A text that is longer than a cell can hold goes on in the sheet of notes, in parts; characters
    that the format cannot hold are U+FFFD, and a note says so.

    Raises:
        InputError: A table has more rows than a sheet.
    """
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, OPTIONS)
    book.set_properties({"created": FIXED_DATE, "author": "Recoupe"})
    bold = book.add_format({"bold": True})
    notes: list[_Note] = []
    for table in make_tables(dossier):
        sheet = _begin_sheet(book, headings.table(table.name), table.columns, headings, bold)
        _fill(sheet, table, headings, notes)
    sheet = _begin_sheet(book, headings.table("notes"), _NOTE_COLUMNS, headings, bold)
    for number, note in enumerate(notes, start=1):
        for at, key in enumerate(_NOTE_COLUMNS):
            _write_cell(sheet, number, at, getattr(note, key))
    book.close()
    return made.getvalue()


def _begin_sheet(
    book: xlsxwriter.Workbook, name: str, columns: Sequence[str], headings: Headings, bold: Format
) -> Worksheet:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(columns) - 1, WIDTH_CHARS)
    for at, column in enumerate(columns):
        sheet.write_string(0, at, headings.column(column), bold)
    return sheet


def _fill(sheet: Worksheet, table: Table, headings: Headings, notes: list[_Note]) -> None:
    if len(table.rows) >= SHEET_ROWS:
        raise InputError(
            f"The table {table.name} has {len(table.rows)} rows, a sheet holds {SHEET_ROWS - 1}.",
            hint="Export one story with --story, or export as csv.",
        )
    for number, row in enumerate(table.rows, start=1):
        for at, column in enumerate(table.columns):
            cell = row[column]
            if isinstance(cell, str):
                place = (headings.table(table.name), number + 1, headings.column(column))
                cell = _fit(str(cell), place, notes)
            _write_cell(sheet, number, at, cell)


def _fit(text: str, place: tuple[str, int, str], notes: list[_Note]) -> str:
    """What the cell can hold; what it cannot goes to the notes."""
    cleaned = clean_characters(text)
    if cleaned != text:
        notes.append(_Note(*place, REPLACED))
    first, *rest = split_text(cleaned)
    notes.extend(_Note(*place, CONTINUED, part, piece) for part, piece in enumerate(rest, start=2))
    return first


def split_text(text: str) -> list[str]:
    """The text in parts that each fit a cell; joined they are the text.

    Example:
        >>> [len(part) for part in split_text("a" * 40_000)]
        [32767, 7233]
    """
    if len(text) * 2 <= CELL_UNITS:
        return [text]
    parts, start, units = [], 0, 0
    for at, character in enumerate(text):
        wide = 2 if ord(character) > 0xFFFF else 1
        if units + wide > CELL_UNITS:
            parts.append(text[start:at])
            start, units = at, 0
        units += wide
    return [*parts, text[start:]]


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif cell:
        sheet.write_string(row, column, str(cell))

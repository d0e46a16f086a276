"""Tables as CSV that a spreadsheet cannot be made to run."""

from __future__ import annotations

import csv
import io

from recoupe.exports.clean_characters import clean_characters
from recoupe.exports.headings import Headings
from recoupe.exports.tables import Cell, Table, make_tables
from recoupe.exports.zip_files import zip_files
from recoupe.records import Dossier

# A text cell that begins so is a formula to spreadsheets; it gets an apostrophe before it.
# Source: OWASP, CSV Injection.
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
ESCAPE = "'"


def write_csv(dossier: Dossier, headings: Headings) -> bytes:
    """A zip with one CSV file for each table: UTF-8, comma, lines ended as RFC 4180 has it."""
    return zip_files(
        {f"{table.name}.csv": write_table(table, headings) for table in make_tables(dossier)}
    )


def write_table(table: Table, headings: Headings) -> bytes:
    """One table as CSV; an unknown cell is empty, truth is `true` or `false`."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow([headings.column(column) for column in table.columns])
    for row in table.rows:
        writer.writerow([_write_cell(row[column]) for column in table.columns])
    return made.getvalue().encode("utf-8")


def _write_cell(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return cell
    return escape_formula(clean_characters(str(cell)))


def escape_formula(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula.

    Example:
        >>> escape_formula("=HYPERLINK(1)"), escape_formula("l'usine")
        ("'=HYPERLINK(1)", "l'usine")
    """
    return ESCAPE + text if text.startswith(FORMULA_STARTS) else text

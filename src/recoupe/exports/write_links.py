"""Links that open web articles at the passages a dossier stands on."""

from __future__ import annotations

from recoupe.exports.headings import Headings
from recoupe.exports.tables import Table, make_tables
from recoupe.exports.write_csv import write_table
from recoupe.records import Dossier

_COLUMNS = ("of", "of_id", "side", "article", "start", "end", "quote", "link")


def write_links(dossier: Dossier, headings: Headings) -> bytes:
    """A CSV with a row for each passage of an article that has a web address."""
    evidence = next(table for table in make_tables(dossier) if table.name == "evidence")
    linked = Table("links", _COLUMNS, tuple(row for row in evidence.rows if row["link"]))
    return write_table(linked, headings)

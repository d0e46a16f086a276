"""Tables of articles: one article a row, in CSV or in a workbook."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from recoupe.language.reasons import leave_out
from recoupe.records import Article, Dropped, Remark
from recoupe.records.reason import Reason, give_reason
from recoupe.rooms.read.catalogue import Given
from recoupe.rooms.read.iso_dates import read_iso
from recoupe.rooms.read.make_article import Told, make_article
from recoupe.rooms.read.read_pages import read_page
from recoupe.rooms.read.text_dates import find_dates

# Names of columns as people and programs write them, folded.
_COLUMNS = {
    "text": ("text", "texte", "content", "contenu", "body", "article"),
    "html": ("html", "content_html"),
    "title": ("title", "titre", "headline"),
    "url": ("url", "link", "lien", "adresse"),
    "outlet": ("outlet", "media", "média", "journal", "publisher", "source_name"),
    "published": ("published", "published_at", "date", "date_published", "publié"),
    "byline": ("byline", "author", "auteur", "auteurs"),
    "language": ("language", "lang", "langue"),
}
# An article is at most some hundred thousand characters; a cell with a page may be more.
_LONGEST_CELL_CHARS = 30_000_000
_HEAD_CHARS = 20_000
_DELIMITERS = ",;\t|"
MOST_ROWS = 1_000_000


def read_csv(
    source: str, text: str, *, default_published: str | None = None, notes: tuple[str, ...] = ()
) -> Iterator[Article | Dropped]:
    """The articles of a CSV file, each with its line number in its source (« press.csv:12 »).

    Comma, semicolon, tab or bar, told from the first line. Needed is a column of texts or of
    pages; title, address, outlet, date and author are taken where there are columns of them.
    A row that has too many cells, or none with a text, is left out with its line.
    """
    csv.field_size_limit(_LONGEST_CELL_CHARS)
    head = text[:_HEAD_CHARS].split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    yield from _read_rows(source, _number_lines(rows), default_published, notes)


def read_workbook(
    source: str, stream: BinaryIO, *, default_published: str | None = None
) -> Iterator[Article | Dropped]:
    """The articles of the first sheet of an XLSX workbook, as `read_csv` reads them."""
    try:
        import openpyxl
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError:
        yield leave_out(source, "read", Reason("format_workbook"))
        return
    try:
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        rows = enumerate(sheet.iter_rows(values_only=True), start=1)
        yield from _read_rows(source, rows, default_published, ())
        book.close()
    except (
        InvalidFileException,
        ParseError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        IndexError,
        TypeError,
    ):
        yield leave_out(source, "read", Reason("workbook_broken"))


def _number_lines(rows: Any) -> Iterator[tuple[int, Sequence[str] | Reason]]:
    """Rows with the line on which they begin; a row that is no CSV as the reason why."""
    while True:
        line = rows.line_num + 1
        try:
            yield line, next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, _name_fault(error)


def _name_fault(error: csv.Error) -> Reason:
    said = str(error)
    if "end of data" in said:
        return Reason("row_open_quote")
    if "expected after" in said:
        return Reason("row_stray_quote")
    if "field limit" in said:
        return Reason("row_long_cell")
    return Reason("row_no_csv")


def _read_rows(
    source: str,
    rows: Iterable[tuple[int, Sequence[object] | Reason]],
    default: str | None,
    notes: tuple[str, ...],
) -> Iterator[Article | Dropped]:
    columns: dict[str, int] | None = None
    width = 0
    for line, cells in rows:
        at = f"{source}:{line}"
        if isinstance(cells, Reason):
            yield leave_out(at, "read", cells)
            continue
        values = [_write_cell(cell) for cell in cells]
        if not any(value.strip() for value in values):
            continue
        if columns is None:
            columns, width = _find_columns(values), len(values)
            if not columns.keys() & {"text", "html"}:
                yield leave_out(source, "read", Reason("table_without_texts"))
                return
        elif line > MOST_ROWS:
            yield leave_out(at, "read", give_reason("table_too_long", limit=MOST_ROWS))
            return
        elif any(value.strip() for value in values[width:]):
            reason = give_reason("row_too_wide", cells=len(values), columns=width)
            yield leave_out(at, "read", reason)
        else:
            yield from _read_row(at, columns, values, default, notes)


def _find_columns(names: Sequence[str]) -> dict[str, int]:
    folded = [name.strip().strip("\ufeff").casefold() for name in names]
    return {
        field: folded.index(name)
        for field, known in _COLUMNS.items()
        for name in reversed(known)
        if name in folded
    }


def _read_row(
    at: str,
    columns: dict[str, int],
    values: Sequence[str],
    default: str | None,
    notes: tuple[str, ...],
) -> Iterator[Article | Dropped]:
    cells = {
        field: values[number]
        for field, number in columns.items()
        if number < len(values) and values[number].strip()
    }
    raw = cells.get("published")
    published = (read_iso(raw) or next(iter(find_dates(raw)), None)) if raw else None
    given = Given(
        url=_strip(cells.get("url")),
        outlet=_strip(cells.get("outlet")),
        published=published,
        problem=Remark.DATE_UNREADABLE if raw and published is None else None,
    )
    told = Told(
        title=_strip(cells.get("title")),
        byline=_strip(cells.get("byline")),
        language=_strip(cells.get("language")),
    )
    if "html" in cells:
        yield from read_page(
            at, cells["html"], given=given, told=told, default_published=default, notes=notes
        )
    elif "text" in cells:
        yield make_article(
            at, cells["text"], given=given, told=told, default_published=default, notes=notes
        )
    else:
        yield leave_out(at, "read", Reason("no_text_in_row"))


def _write_cell(cell: object) -> str:
    """A cell as text; dates of workbooks as ISO 8601, midnight as a day alone."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == cell.min.time() else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


def _strip(value: str | None) -> str | None:
    return value.strip() if value else None

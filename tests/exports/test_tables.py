"""CSV and XLSX as pandas and openpyxl read them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl
import pandas as pd
import pytest
from openpyxl.utils.escape import unescape

from recoupe.exports import FORMATS, export
from recoupe.exports.clean_characters import clean_characters
from recoupe.exports.write_csv import FORMULA_STARTS, escape_formula
from recoupe.exports.write_xlsx import CELL_UNITS
from recoupe.language.labels import read_labels
from recoupe.records import Dossier
from tests.exports.hostile import LONG, SAYINGS
from tests.report.invented import make_single

QUOTING = ("statements", "figures", "statuses", "evidence")


def read_csv(content: bytes) -> dict[str, pd.DataFrame]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            name.removesuffix(".csv"): pd.read_csv(
                archive.open(name), keep_default_na=False, lineterminator=None
            )
            for name in archive.namelist()
        }


def read_xlsx(content: bytes) -> dict[str, list[dict[str, Any]]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    tables = {}
    for sheet in book:
        assert not [c for row in sheet.iter_rows() for c in row if c.data_type in "fe"]
        rows = [
            [unescape(cell) if isinstance(cell, str) else cell for cell in row]
            for row in sheet.iter_rows(values_only=True)
        ]
        tables[sheet.title] = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    return tables


def cut(dossier: Dossier, row: Any, column: str = "article") -> str:
    text = dossier.article(row[column]).text
    return clean_characters(text[int(row["start"]) : int(row["end"])])


@pytest.mark.parametrize("table", QUOTING)
def test_csv_quotes_letter_for_letter(either: Dossier, table: str) -> None:
    rows = read_csv(export(either, "csv"))[table].to_dict("records")
    assert rows
    assert [row["quote"] for row in rows] == [escape_formula(cut(either, row)) for row in rows]


def test_csv_has_a_row_for_each_thing(sample: Dossier) -> None:
    tables = read_csv(export(sample, "csv"))
    stories, articles = sample.stories, sample.articles
    assert {name: len(table) for name, table in tables.items()} == {
        "articles": len(articles),
        "statements": sum(len(a.statements) for a in articles),
        "figures": sum(len(a.figures) for a in articles),
        "claims": sum(len(s.claims) for s in stories),
        "statuses": sum(len(c.status) for s in stories for c in s.claims),
        "differences": sum(len(d.sides) for s in stories for d in s.differences),
        "evidence": sum(len(c.evidence) for s in stories for c in s.claims)
        + sum(len(side.evidence) for s in stories for d in s.differences for side in d.sides),
    }
    origins = [claim.origin_count for story in stories for claim in story.claims]
    assert tables["claims"]["origins"].tolist() == origins


def test_bad_input_71_no_text_of_the_csv_is_a_formula_and_numbers_are_numbers(
    hostile: Dossier,
) -> None:
    tables = read_csv(export(hostile, "csv"))
    for table in tables.values():
        for column in table.select_dtypes(exclude="number"):
            starts = [cell for cell in table[column] if str(cell).startswith(FORMULA_STARTS)]
            assert {str(cell) for cell in starts} <= {"-3.5"}
    assert sorted(set(map(str, tables["figures"]["low"]))) == ["", "-3.5", "33"]


@pytest.mark.parametrize("table", QUOTING)
def test_xlsx_quotes_letter_for_letter(either: Dossier, table: str) -> None:
    tables = read_xlsx(export(either, "xlsx"))
    further: dict[tuple[str, int], str] = {}
    for note in tables["notes"]:
        if note["note"] == "continued" and note["column"] == "quote":
            place = (note["table"], note["row"])
            further[place] = further.get(place, "") + note["text"]
    rows = tables[table]
    quotes = [row["quote"] + further.get((table, at), "") for at, row in enumerate(rows, start=2)]
    assert quotes == [cut(either, row) for row in rows]


def test_bad_input_71_xlsx_keeps_texts_as_texts_and_says_what_it_changed(hostile: Dossier) -> None:
    tables = read_xlsx(export(hostile, "xlsx"))
    quotes = {row["quote"] for row in tables["evidence"]}
    assert {clean_characters(saying) for saying in SAYINGS} <= quotes
    assert {row["low"] for row in tables["figures"]} == {-3.5, 33, None}
    notes = {(note["note"], note["column"]) for note in tables["notes"]}
    assert {("continued", "quote"), ("replaced_characters", "quote")} <= notes
    longest = max(len(q.encode("utf-16-le")) // 2 for q in quotes)
    assert CELL_UNITS - 1 <= longest <= CELL_UNITS < len(LONG)


def test_words_that_look_like_an_escape_stay_words() -> None:
    """openpyxl reads both the escape and its escape as one; the file tells them apart."""
    dossier = make_single("_x000D_ n'est pas un retour.", title="_x000D_")
    with zipfile.ZipFile(io.BytesIO(export(dossier, "xlsx"))) as archive:
        assert b">_x005F_x000D_<" in archive.read("xl/sharedStrings.xml")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_headings_are_localised_and_keys_are_stable(sample: Dossier, language: str) -> None:
    labels = read_labels(language, "recoupe.exports")
    keys = read_xlsx(export(sample, "xlsx"))
    named = read_xlsx(export(sample, "xlsx", headers=language))
    assert list(named) == [labels.say(f"table.{name}") for name in keys]
    expected = [labels.say(f"column.{key}") for key in keys["evidence"][0]]
    assert list(named[labels.say("table.evidence")][0]) == expected


def test_both_languages_have_the_same_headings() -> None:
    french, english = (read_labels(code, "recoupe.exports").tables for code in ("fr", "en"))
    assert {s: list(keys) for s, keys in french.items()} == {
        s: list(keys) for s, keys in english.items()
    }
    for section in ("table", "column"):
        for labels in (french, english):
            assert section == "table" or len(set(labels[section].values())) == len(labels[section])


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_same_dossier_gives_the_same_bytes(either: Dossier, name: str) -> None:
    assert export(either, name) == export(either, name)

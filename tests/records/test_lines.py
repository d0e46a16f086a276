"""Records survive the way through a pipe."""

from __future__ import annotations

import pytest

from recoupe.errors import DossierError
from recoupe.records import (
    Article,
    Block,
    Dropped,
    Furniture,
    FurnitureKind,
    Origin,
    OriginKind,
    Span,
    Story,
)
from recoupe.records.lines import Record, read_lines, write_line

RECORDS: list[Record] = [
    Article(
        "a.txt",
        "Été à Valmont\nSuite",
        furniture=(Furniture(Span(0, 3), FurnitureKind.CREDIT),),
        blocks=(Block(Span(0, 3), "p", hints=frozenset({"b", "a"})),),
    ),
    Dropped("b.pdf", "read", "format non pris en charge"),
    Origin("o", ("x",), OriginKind.OWN, "x"),
    Story("s", "Titre", ("x",)),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_comes_back_equal(record: Record) -> None:
    assert list(read_lines([write_line(record), "\n"])) == [record]


@pytest.mark.parametrize(
    "line",
    [
        "pas du JSON",
        '{"kind":"article"}',
        '{"kind":"inconnu","record":{}}',
        '{"kind":"article","record":{"source":1,"text":"a"}}',
        '{"kind":"article","record":{"source":"a","text":"b",'
        '"furniture":[{"span":{"start":5,"end":2},"kind":"credit"}]}}',
    ],
)
def test_a_bad_line_is_named_by_its_number(line: str) -> None:
    with pytest.raises(DossierError, match="Line 2"):
        list(read_lines(["", line]))

"""Every entry of the room's tables finds its examples, misses its counter-examples, and is fast."""

from __future__ import annotations

import time

import pytest

from recoupe.language import load_table
from recoupe.language.pack import Entry

TABLES = [
    (language, table)
    for language in ("fr", "en")
    for table in ("furniture", "date_lines", "function_words", "agencies", "walls", "notices")
]
ENTRIES = [entry for language, table in TABLES for entry in load_table(language, table)]
HOSTILE = [
    unit * 700
    for unit in (
        "1",
        " ",
        "-",
        "a",
        "A",
        "1 ",
        "a ",
        "© ",
        "partager ",
        "et ",
        "> ",
        "cookies ",
        "A/a",
    )
]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.table}-{entry.key[:40]}")
def test_examples(entry: Entry) -> None:
    assert [e for e in entry.examples if not entry.regex.search(e)] == []
    assert [e for e in entry.counter_examples if entry.regex.search(e)] == []


def test_no_pattern_is_slow() -> None:
    for entry in ENTRIES:
        for line in HOSTILE:
            start = time.perf_counter()
            entry.regex.search(line[:700])
            assert time.perf_counter() - start < 0.5, (entry.key, line[:8])

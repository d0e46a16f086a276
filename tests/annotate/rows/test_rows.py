"""Figures and times in sentences of many genres: each is found, and nothing else."""

import pytest

from recoupe.language import load_model
from recoupe.rooms.annotate.figures import find_figures
from recoupe.rooms.annotate.moments import find_moments
from recoupe.rooms.annotate.read_parse import read_doc
from tests.annotate.rows.read_rows import Row, is_told, read_rows, tell_figure, tell_moment

ROWS = [row for name in ("first_half", "second_half", "third") for row in read_rows(name)]
# What is known to fail, by the words of the sentence.
KNOWN = {
    "300 et quelques millions": "an addition before a scale word",
    "66 millions d'années": "an age of the earth is no duration of an event",
}


def overlaps(text: str, words: str, start: int, end: int) -> bool:
    at = text.index(words)
    return at < end and start < at + len(words)


def check(
    text: str, wanted: list[tuple[str, list[str]]], found: list[tuple[int, int, str]]
) -> None:
    left = list(found)
    for words, readings in wanted:
        hits = [f for f in left if overlaps(text, words, f[0], f[1]) and is_told(f[2], readings)]
        assert hits, f"{words!r} wants {readings}, found {[f[2] for f in found]}"
        left.remove(hits[0])
    parts = {words for words, readings in wanted if len(readings) > 1}
    extra = [f for f in left if not any(overlaps(text, words, f[0], f[1]) for words in parts)]
    assert not extra, f"found besides: {[(text[f[0] : f[1]], f[2]) for f in extra]}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text[:48])
def test_row(row: Row) -> None:
    doc = read_doc(load_model("fr")(row.text))
    doc.published = row.published
    moments = find_moments(doc, "fr")
    doc.moments = moments
    figures = find_figures(doc, "fr")
    found = [(f.span.start, f.span.end, tell_figure(f)) for f in figures]
    times = [(m.span.start, m.span.end, tell_moment(m)) for m in moments]
    known = [why for words, why in KNOWN.items() if words in row.text]
    try:
        check(row.text, row.figures, found)
        check(row.text, row.moments, times)
    except AssertionError:
        if known:
            pytest.xfail(known[0])
        raise
    assert not known, f"no longer fails: take it out of KNOWN ({known})"

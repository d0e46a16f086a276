"""Spans: the unit of evidence."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.errors import EvidenceError, RecoupeError
from recoupe.records import Span, merge_spans, strip_span


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_an_empty_or_reversed_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(EvidenceError) as caught:
        Span(start, end)
    assert isinstance(caught.value, RecoupeError)
    assert isinstance(caught.value, ValueError)
    assert caught.value.hint


def test_a_span_past_the_text_is_refused() -> None:
    with pytest.raises(EvidenceError):
        Span(0, 5).cut("été")


@given(st.text(min_size=1), st.data())
def test_cut_is_the_slice(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Span(start, end).cut(text) == text[start:end]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 9))))
def test_merged_spans_cover_the_same_characters(pairs: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + length) for start, length in pairs]
    merged = merge_spans(spans)
    assert {i for s in spans for i in range(s.start, s.end)} == {
        i for s in merged for i in range(s.start, s.end)
    }
    assert all(a.end < b.start for a, b in pairwise(merged))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Lyon \n", "Lyon"),
        ("\u202f«\u00a0Non\u00a0»\u00a0", "«\u00a0Non\u00a0»"),
        (" \t\n", None),
    ],
)
def test_strip_span(text: str, expected: str | None) -> None:
    span = strip_span(text, 0, len(text))
    assert (span.cut(text) if span else None) == expected

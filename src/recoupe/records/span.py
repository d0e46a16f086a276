"""A stretch of the text as read, the unit of all evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.errors import EvidenceError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of an article's text, in Unicode code points.

    Attributes:
        start: First code point of the range; 0 <= start < end.
        end: One past the last code point.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise EvidenceError(
                f"Span {self.start}-{self.end} is empty or reversed.",
                hint="Cut evidence with start < end, both counted from the start of the text.",
            )

    @property
    def length_chars(self) -> int:
        """How many code points the span holds."""
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The evidence: the words of the span, letter for letter.

        Raises:
            EvidenceError: The span ends after the text.

        Example:
            >>> Span(0, 4).cut("Lyon brûle")
            'Lyon'
        """
        if self.end > len(text):
            raise EvidenceError(
                f"Span {self.start}-{self.end} ends after the text of {len(text)} characters.",
                hint="The text and the span are not of the same article or version.",
            )
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans have a character in common."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The union of spans as disjoint spans in text order; touching spans become one.

    Example:
        >>> merge_spans([Span(5, 9), Span(0, 3), Span(2, 5)])
        (Span(start=0, end=9),)
    """
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def strip_span(
    text: str, start: int, end: int, drop: str = " \t\n\r\xa0\u202f\u2009"
) -> Span | None:
    """The span without white space (or other characters to drop) at its two ends.

    Returns:
        The narrowed span, or None where nothing is left.
    """
    while start < end and text[start] in drop:
        start += 1
    while end > start and text[end - 1] in drop:
        end -= 1
    return Span(start, end) if start < end else None

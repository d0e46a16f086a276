"""An article's text cut where highlights begin and end, so that they may overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recoupe.records import Span, merge_spans
from recoupe.rooms.report.show_controls import show_controls

# An article longer than this is shown in part: its start, and what stands around its marks.
ARTICLE_LIMIT_CHARS = 120_000
START_SHOWN_CHARS = 20_000
AROUND_CHARS = 600
_LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight: its kind ("s", "f", "m", "k" or "u") and the number of its note, 0 for none."""

    span: Span
    kind: str
    note: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text within which no highlight begins or ends.

    Attributes:
        text: The words, unseen characters shown.
        kinds: Kinds of the highlights that cover it, sorted.
        anchor: Offset at which something starts here, or None.
        notes: Numbers of the notes whose highlight ends here.
    """

    text: str
    kinds: tuple[str, ...]
    anchor: int | None
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the article.

    Attributes:
        segments: Its text in pieces.
        notes: Numbers of the notes that begin in it.
        furniture: What it is where it is not the article, else None.
        elided_chars: How much was left out before it.
        start: Offset of its first character in the article's text.
    """

    segments: tuple[Segment, ...]
    notes: tuple[int, ...]
    furniture: str | None
    elided_chars: int = 0
    start: int = 0


def cut_lines(
    text: str, marks: Sequence[Mark], anchors: Iterable[int], furniture: dict[Span, str]
) -> tuple[Line, ...]:
    """The text as lines of segments; empty lines are left out.

    Every anchor is on exactly one segment: one that falls on white space between lines goes to
    the next line.

    Args:
        text: The text as read.
        marks: Highlights, which may overlap.
        anchors: Offsets that something links to.
        furniture: Spans that are not the article, with their kind.

    Cost:
        Linear in the text and, per line, in the marks that touch it.
    """
    waiting = sorted(set(anchors))
    ordered = sorted(marks, key=lambda mark: (mark.span, mark.kind))
    lines: list[Line] = []
    shown_to = 0
    active: list[Mark] = []
    upcoming = 0
    for start, end in _list_shown_lines(text, ordered, waiting):
        while upcoming < len(ordered) and ordered[upcoming].span.start < end:
            active.append(ordered[upcoming])
            upcoming += 1
        active = [mark for mark in active if mark.span.end > start]
        here = [mark for mark in active if mark.span.start < end]
        held = []
        while waiting and waiting[0] < end:
            held.append(waiting.pop(0))
        gap = text[shown_to:start]
        elided = len(gap) if gap.strip() else 0
        lines.append(_cut_line(text, start, end, here, held, furniture, elided))
        shown_to = end
    return tuple(lines)


def _list_shown_lines(
    text: str, marks: Sequence[Mark], anchors: Sequence[int]
) -> Iterable[tuple[int, int]]:
    """Start and end of the lines that are shown, white space at their ends left out."""
    whole = [Span(0, len(text))] if text else []
    if len(text) > ARTICLE_LIMIT_CHARS:
        wanted = [Span(0, START_SHOWN_CHARS)]
        for start, end in [
            *((m.span.start, min(m.span.end, m.span.start + 2000)) for m in marks if m.kind != "u"),
            *((at, at + 1) for at in anchors),
        ]:
            wanted.append(Span(max(0, start - AROUND_CHARS), min(len(text), end + AROUND_CHARS)))
        whole = list(merge_spans(wanted))
    for shown in whole:
        at = shown.start
        for line in shown.cut(text).splitlines(keepends=True):
            start, end = at, at + len(line)
            at = end
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if start < end:
                yield start, end


def _cut_line(
    text: str,
    start: int,
    end: int,
    marks: list[Mark],
    anchors: list[int],
    furniture: dict[Span, str],
    elided_chars: int,
) -> Line:
    cuts = {start, end}
    for mark in marks:
        cuts |= {max(start, mark.span.start), min(end, mark.span.end)}
    cuts |= {max(start, at) for at in anchors}
    edges = sorted(cuts)
    placed = {max(start, at): at for at in reversed(anchors)}
    segments: list[Segment] = []
    for low, high in pairwise(edges):
        cover = [mark for mark in marks if mark.span.start <= low and high <= mark.span.end]
        notes = tuple(sorted(m.note for m in cover if m.note and min(end, m.span.end) == high))
        final = tuple(n for n in notes if any(m.note == n and m.span.end <= end for m in cover))
        segments.append(
            Segment(
                text=show_controls(text[low:high]),
                kinds=tuple(sorted({mark.kind for mark in cover})),
                anchor=placed.get(low),
                notes=final,
            )
        )
    starts = tuple(sorted({m.note for m in marks if m.note and m.span.start >= start}))
    kind = next((furniture[m.span] for m in marks if m.kind == "u" and m.span in furniture), None)
    covered = all("u" in segment.kinds or not segment.text.strip() for segment in segments)
    return Line(tuple(segments), starts, kind if covered else None, elided_chars, start)

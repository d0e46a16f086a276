"""The parts of a line that gives a date: who wrote, how long it takes to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.records import FurnitureKind, Span, strip_span
from recoupe.rooms.clean.date_lines import is_date_line
from recoupe.rooms.clean.lines import Line
from recoupe.rooms.clean.names import is_name
from recoupe.rooms.clean.phrases import find_phrase

# Marks between the parts of « Mardi 2 juin à 19 h 10 – Par Irma Roc ».
_PARTS = re.compile(r"\s[–—|•·-]\s|\s*[|•·]\s*")


# A date line with its author is no longer than this.
_LINE_CHARS = 160


def holds_date_and_author(text: str) -> bool:
    """Whether a line is a date with an author or labels of the page beside it, and nothing else."""
    if len(text) > _LINE_CHARS:
        return False
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    dated = [is_date_line(part) for part in parts]
    return (
        len(parts) > 1
        and any(dated)
        and all(
            date or is_name(part) or find_phrase(part) is not None
            for part, date in zip(parts, dated, strict=True)
        )
    )


def part_date_line(line: Line, kind: FurnitureKind) -> Iterator[tuple[Span, FurnitureKind]]:
    """The line with its kind; a date line in parts where one of them is an author's or a button.

    « Publié le 2 juin – Temps de lecture : 1 min » is a date and a label of the page. A name needs
    « par » or another part beside it, so that « 3 mai » alone stays whole.
    """
    marks = list(_PARTS.finditer(line.text)) if kind is FurnitureKind.DATE_LINE else []
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(line.text)]
    for start, end in zip(starts, ends, strict=True):
        span = strip_span(line.text, start, end)
        if span is None:
            continue
        part = span.cut(line.text)
        phrase = find_phrase(part)
        own = phrase.kind if phrase is not None else kind
        if len(starts) > 1 and phrase is None and is_name(part):
            own = FurnitureKind.CREDIT
        yield Span(line.start + span.start, line.start + span.end), own

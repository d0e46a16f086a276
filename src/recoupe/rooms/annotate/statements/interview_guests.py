"""Whom an interview asks: « Trois questions à Irma Valjac », « Luc Aubin répond à nos questions »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.language import Entry, load_table
from recoupe.records import EntityKind, Mention

Block = tuple[int, int]


def find_guest(
    text: str,
    paragraphs: Sequence[Block],
    mentions: Sequence[Mention],
    first_question: int,
    language: str,
) -> Mention | None:
    """The person who answers, or None where nobody is named before the first question.

    A line that announces the questions names the guest behind its words (« Entretien avec X ») or
    before them (« X répond à nos questions »); the last such line before the questions counts.
    Elsewhere it is the first person named. Does not know two guests.

    Args:
        text: The article.
        paragraphs: Its paragraphs, in text order.
        mentions: What it names, in text order.
        first_question: Number of the first question's paragraph.
        language: The pack whose `interview_marks` are read.
    """
    asked_at = paragraphs[first_question][0]
    people = [m for m in mentions if m.kind is EntityKind.PERSON and m.span.end <= asked_at]
    for block in reversed(paragraphs[:first_question]):
        for entry, match in _find_marks(text, block, language):
            inside = [m for m in people if block[0] <= m.span.start < block[1]]
            behind = [m for m in inside if m.span.start >= block[0] + match.end()]
            before = [m for m in inside if m.span.end <= block[0] + match.start()]
            named = behind[:1] if entry.data["guest"] == "behind" else before[-1:]
            if named:
                return named[0]
    return people[0] if people else None


def is_announced(text: str, blocks: Sequence[Block], language: str) -> bool:
    """Whether a line says that the page is an interview."""
    return any(True for block in blocks for _ in _find_marks(text, block, language))


def _find_marks(text: str, block: Block, language: str) -> list[tuple[Entry, re.Match[str]]]:
    """The words of a paragraph that announce an interview, with their places in the paragraph."""
    line = text[slice(*block)]
    found = ((e, e.regex.search(line)) for e in load_table(language, "interview_marks"))
    return [(entry, match) for entry, match in found if match is not None]

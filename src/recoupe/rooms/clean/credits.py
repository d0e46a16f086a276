"""Agencies and outlets named as the source of the text."""

from __future__ import annotations

import re
from functools import cache

from recoupe.language import load_table
from recoupe.records import Article, Credit, FurnitureKind, Span
from recoupe.rooms.clean.lines import Line

# A credit line is short; longer ones tell about an agency.
_CREDIT_WORDS = 12
_LINE_CHARS = 140
# The agency of a dateline stands within the first words of a paragraph.
_DATELINE_CHARS = 90
# A closing bracket with a credit stands within so many last characters.
_ENDING_CHARS = 80
_AT_END = re.compile(r"\(([^()]{2,50})\)\s*\.?\s*$")
_IN_DATELINE = re.compile(r"\(([^()]{2,50})\)\s*[-–—:.,]\s")
_AGENCIES_ONLY = re.compile(
    r"^\W*(?:(?:avec|par|source|sources|texte|la|le|l'|l|d'après|par la rédaction|rédaction|et|l'agence|agence|©|news|/|,)\b\W*)*$",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"(?:^|[\s,/(–-])(?:avec|source\s*:|sources\s*:|texte\s*:|d'après|©|par)\s*(?:l'|la |le )?$",
    re.IGNORECASE,
)


def find_credits(
    article: Article, lines: list[Line], labels: dict[int, FurnitureKind]
) -> tuple[Credit, ...]:
    """The credits of the text itself, in text order.

    « (Reuters) » at the end of a paragraph, « PARIS (AFP) – » at its start, « Par Jeanne Roy, avec
    AFP », « La rédaction avec AFP », « © 2026 AFP ». Not credits of photographs, nor « a déclaré
    à l'AFP ».
    """
    found: list[Credit] = []
    for line in lines:
        kind = labels.get(line.index)
        if kind is FurnitureKind.CAPTION or kind is FurnitureKind.RELATED:
            continue
        for start, end in _credit_zones(line, kind):
            found.extend(_find_agencies(article, line, start, end))
    unique = {(credit.name, credit.span): credit for credit in found}
    return tuple(sorted(unique.values(), key=lambda credit: (credit.span, credit.name)))


def is_credit_line(line: Line) -> bool:
    """Whether a line says no more than that the text is an agency's: « (Agence Hexa) », « avec AFP »."""
    if line.word_count > _CREDIT_WORDS or len(line.text) > _LINE_CHARS:
        return False
    rest = line.text
    named = False
    for entry_regex, _ in _load_agencies():
        rest, count = entry_regex.subn(" ", rest)
        named = named or count > 0
    return named and bool(_AGENCIES_ONLY.match(re.sub(r"[()\[\]/\d]", " ", rest).strip()))


def _credit_zones(line: Line, kind: FurnitureKind | None) -> list[tuple[int, int]]:
    """Stretches of a line inside which an agency's name is a credit."""
    zones: list[tuple[int, int]] = []
    if (
        kind is FurnitureKind.CREDIT
        or kind is FurnitureKind.DATE_LINE
        or kind is FurnitureKind.LEGAL
    ):
        return [(0, len(line.text))]
    end = _AT_END.search(line.text, max(0, len(line.text) - _ENDING_CHARS))
    if end is not None and _is_credit_text(end[1]):
        zones.append(end.span(1))
    starts = _IN_DATELINE.finditer(line.text, 0, _DATELINE_CHARS)
    zones.extend(start.span(1) for start in starts if _is_credit_text(start[1]))
    return zones


def _is_credit_text(inside: str) -> bool:
    """Whether what stands in brackets is agencies only (« avec AFP », « AFP/Reuters »)."""
    for regex, _ in _load_agencies():
        inside = regex.sub(" ", inside)
    return bool(_AGENCIES_ONLY.match(re.sub(r"[/\d]", " ", inside).strip()))


def _find_agencies(article: Article, line: Line, start: int, end: int) -> list[Credit]:
    found: list[Credit] = []
    taken: list[tuple[int, int]] = []
    for regex, name in _load_agencies():
        for match in regex.finditer(line.text, start, end):
            if any(match.start() < b and a < match.end() for a, b in taken):
                continue
            taken.append(match.span())
            span = Span(line.start + match.start(), line.start + match.end())
            found.append(Credit(name or span.cut(article.text), span))
    return found


@cache
def _load_agencies() -> tuple[tuple[re.Pattern[str], str | None], ...]:
    return tuple((entry.regex, entry.data.get("name")) for entry in load_table("fr", "agencies"))

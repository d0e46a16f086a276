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
# What stands before an agency that signs a line or the end of a paragraph (« Le Phare avec AFP »,
# « … du canal. Source : AFP »). A photographer's « Jean Roy/AFP » has no such word.
_SIGNED_WITH = re.compile(
    r"(?:^|[\s,/(–-])(?:avec|par|et|sources?\s*:|textes?\s*:|d'après|(?:©|copyright)(?:\s*\d{4})?)"
    r"\s*(?:l'|la |le |les )?$",
    re.IGNORECASE,
)
# « AFP, publié le 3 mars 2031 »: an agency that opens a line as its author.
_SIGNED_FIRST = re.compile(r"^\s*[,–—|-]?\s*(?:publié|modifié|mis à jour|le \d)", re.IGNORECASE)
# A mark of copyright stands for the text where the page ends, beside a photograph elsewhere.
_COPYRIGHT = re.compile(r"(?:©|copyright)\s*(?:\d{4}\s*)?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?»”]\s*$")
_NOTHING_AFTER = re.compile(r"^(?:\W|\bet\b)*$")


def find_credits(
    article: Article, lines: list[Line], labels: dict[int, FurnitureKind]
) -> tuple[Credit, ...]:
    """The credits of the text itself, in text order.

    « (Reuters) » at the end of a paragraph, « PARIS (AFP) – » at its start, « Par Jeanne Roy, avec
    AFP », « Le Phare avec AFP », « Source : AFP », « Avec agences », « © 2026 AFP » at the end. Not
    credits of photographs, nor « a déclaré à l'AFP ».
    """
    found: list[Credit] = []
    last_body = max((line.index for line in lines if line.is_prose), default=-1)
    for line in lines:
        kind = labels.get(line.index)
        at_end = line.index >= last_body
        if kind is FurnitureKind.RELATED:
            continue
        if kind is FurnitureKind.CAPTION and not (at_end and is_credit_line(line)):
            continue
        for start, end in _credit_zones(line, kind):
            found.extend(_find_agencies(article, line, start, end))
        found.extend(_find_signatures(article, line, at_end=at_end))
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


def _find_signatures(article: Article, line: Line, *, at_end: bool) -> list[Credit]:
    """Agencies that sign a short line or close a paragraph: « Le Phare avec AFP ».

    Args:
        article: Whose line it is.
        line: The line.
        at_end: Whether no paragraph follows.
    """
    first = max(0, len(line.text) - _ENDING_CHARS)
    is_short = line.word_count <= _CREDIT_WORDS and len(line.text) <= _LINE_CHARS
    signed: list[Credit] = []
    rest_end = len(line.text)
    agencies = _find_agencies(article, line, 0 if is_short else first, rest_end)
    for credit in sorted(agencies, key=lambda c: c.span, reverse=True):
        start, end = credit.span.start - line.start, credit.span.end - line.start
        before, after = line.text[:start], line.text[end:rest_end]
        if is_short and start == 0 and _SIGNED_FIRST.match(line.text[end:]):
            signed.append(credit)
            continue
        sign = _SIGNED_WITH.search(before)
        if sign is None or not _NOTHING_AFTER.match(after):
            continue
        if _COPYRIGHT.search(before) and not at_end:
            continue
        opening = before[: sign.start() + 1].rstrip()
        if (is_short and not line.is_prose) or not opening or _SENTENCE_END.search(opening):
            signed.append(credit)
            rest_end = start if sign[0].strip().lower().startswith("et") else rest_end
    return signed


@cache
def _load_agencies() -> tuple[tuple[re.Pattern[str], str | None], ...]:
    return tuple((entry.regex, entry.data.get("name")) for entry in load_table("fr", "agencies"))

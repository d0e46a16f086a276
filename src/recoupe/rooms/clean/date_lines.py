"""Lines that only tell when or by whom."""

from __future__ import annotations

import re

from recoupe.language import load_role_patterns

_LINE_CHARS = 140
_BYLINE_WORDS = 12
_NUMBERS = re.compile(r"\d+(?:er)?")
_LETTERS = re.compile(r"[^\W\d_]+")
# « à 08:01Mis à jour » where a page sets two dates apart by style alone.
_GLUED = re.compile(r"(?<=\d)(?=[A-ZÀ-Þ][a-zà-ÿ])")
_DIGITS = re.compile(r"\d")
_HOUR = re.compile(r"\b\d{1,2}\s?[hH:]\s?\d{0,2}\b|\bT\d{2}:\d{2}")


def is_date_line(line: str) -> bool:
    """Whether a line says no more than a date, a time or an age of the page.

    « Publié le 12 mars 2024 à 10h15 », « 29/10/2024 11:12 », « il y a 3 heures »; not « Le 12 mars ».

    Example:
        >>> is_date_line("Mis à jour le 3 mai 2025 à 8h"), is_date_line("Le 3 mai, tout a changé")
        (True, False)
    """
    if len(line) > _LINE_CHARS or not _DIGITS.search(line):
        return False
    rest = _HOUR.sub(" ", _GLUED.sub(" ", line))
    said_when = False
    for role in ("published", "updated", "month", "weekday", "filler"):
        for regex in load_role_patterns("date_lines", role):
            rest, count = regex.subn(" ", rest)
            said_when = said_when or (count > 0 and role != "filler")
    rest = _NUMBERS.sub(" ", rest)
    if any(len(word) > 1 for word in _LETTERS.findall(rest)):
        return False
    return (
        said_when
        or len(_DIGITS.findall(line)) >= 6
        or bool(_HOUR.search(line))
        or line.lower().startswith("il y a")
    )


def is_byline(line: str, byline: str | None) -> bool:
    """Whether a line only names who wrote the article.

    « Par Jeanne Roy », « by Sara », « Par Jeanne Roy, avec AFP », or the known author alone.

    Example:
        >>> is_byline("Par Jeanne Roy", None), is_byline("Par la mer, le port est à une heure.", None)
        (True, False)
    """
    words = line.split()
    if (
        len(line) > _LINE_CHARS
        or len(words) > _BYLINE_WORDS
        or line.rstrip().endswith((".", "?", "!", ":"))
    ):
        return False
    if byline and byline.casefold() in line.casefold() and len(words) <= len(byline.split()) + 6:
        return True
    for regex in load_role_patterns("date_lines", "byline"):
        match = regex.search(line)
        if match is not None and _starts_names(line[match.end() :]):
            return True
    return False


def _starts_names(rest: str) -> bool:
    """Whether most words of the rest begin with a capital."""
    words = [word for word in re.findall(r"[^\W\d_]+", rest) if len(word) > 2]
    return (
        bool(words)
        and rest.lstrip()[:1].isupper()
        and 2 * sum(word[0].isupper() for word in words) >= len(words)
    )

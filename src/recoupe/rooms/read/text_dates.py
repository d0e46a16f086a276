"""The publication date that is written in the lines around an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recoupe.language import known_languages, load_role_patterns, load_table
from recoupe.rooms.read.iso_dates import make_iso

# A date stands in the first lines of a page or in its last ones.
_HEAD_LINES = 14
_TAIL_LINES = 6
# A longer line is prose that tells of a date.
_LINE_CHARS = 140

_TIME = r"(?:\D{0,12}?\b(?P<hour>[01]?\d|2[0-3])\s?(?:[h:H]|heures?)\s?(?P<minute>[0-5]\d)?(?::(?P<second>[0-5]\d))?)?"
_NUMERIC = re.compile(
    rf"(?<![\d/.-])(?P<day>[0-3]?\d)(?P<sep>[/.-])(?P<month>[01]?\d)(?P=sep)(?P<year>\d{{4}})(?!\d){_TIME}"
)
_ISO = re.compile(rf"(?<!\d)(?P<year>\d{{4}})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)T?{_TIME}")


@dataclass(frozen=True, slots=True)
class _Found:
    rank: int
    published: str


def find_written_date(text: str) -> str | None:
    r"""ISO 8601 date or date-time of the publication as the page words it, or None.

    Catches « Publié le 12 mars 2024 à 10h15 », « 29/10/2024 11:12 », « Mercredi 11 mars 2026,
    12h15 », "October 29, 2024" in short lines before or after the article. A date of publication
    goes before one of update, the first before later ones. Dates inside sentences, relative
    dates (« il y a 3 heures ») and dates without a year are not taken.

    Example:
        >>> find_written_date("Le port ferme\n\nPublié le 12 mars 2024 à 10h15 - Mis à jour le 13 mars 2024")
        '2024-03-12T10:15:00'
        >>> find_written_date("Le port a fermé ses portes le 12 mars 2024 après un siècle de service, dit le maire.")
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    near = [*lines[:_HEAD_LINES], *lines[max(_HEAD_LINES, len(lines) - _TAIL_LINES) :]]
    found = [date for line in near if len(line) <= _LINE_CHARS for date in _find_in_line(line)]
    return min(found, key=lambda date: date.rank).published if found else None


def find_dates(text: str) -> list[str]:
    """All absolute dates of a short text whose place says that it is a date, ISO 8601, in text order.

    Example:
        >>> find_dates("Régions, lundi 18 juillet 2022 743 mots, p. 4")
        ['2022-07-18']
    """
    found = [
        (match.start(), moment)
        for regex in (_written(), _written_month_first(), _NUMERIC, _ISO)
        for match in regex.finditer(text)
        if (moment := _read_match(match)) is not None
    ]
    return [moment for _, moment in sorted(found)]


def _find_in_line(line: str) -> list[_Found]:
    """Dates of a line that is about dates, each with its rank: publication, bare, update."""
    found = []
    updated = [
        match.start()
        for regex in load_role_patterns("date_lines", "updated")
        for match in regex.finditer(line)
    ]
    published = [
        match.start()
        for regex in load_role_patterns("date_lines", "published")
        for match in regex.finditer(line)
    ]
    for regex in (_written(), _written_month_first(), _NUMERIC, _ISO):
        for match in regex.finditer(line):
            moment = _read_match(match)
            if moment is None:
                continue
            before = line[: match.start()]
            last_update = max((at for at in updated if at < match.start()), default=-1)
            last_publish = max((at for at in published if at < match.start()), default=-1)
            if last_update > last_publish:
                rank = 2
            elif last_publish >= 0:
                rank = 0
            elif _is_bare(before) or (_has_byline(before) and _is_bare(line[match.end() :])):
                rank = 1
            else:
                continue
            if rank == 1 and not _is_bare(line[match.end() :], words=4):
                continue
            found.append(_Found(rank, moment))
    return found


def _is_bare(piece: str, words: int = 1) -> bool:
    """Whether, words of dates apart, next to nothing is said."""
    for role in ("weekday", "filler", "published", "updated"):
        for regex in load_role_patterns("date_lines", role):
            piece = regex.sub(" ", piece)
    return len(re.findall(r"[^\W\d_]{2,}", piece)) < words


def _has_byline(piece: str) -> bool:
    return any(regex.search(piece) for regex in load_role_patterns("date_lines", "byline"))


@cache
def _months() -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple(
        (entry.regex, int(entry.data["month"]))
        for language in reversed(known_languages())
        for entry in load_table(language, "date_lines")
        if entry.data["role"] == "month"
    )


@cache
def _written() -> re.Pattern[str]:
    months = "|".join(f"(?:{regex.pattern})" for regex, _ in _months())
    return re.compile(
        rf"(?<!\d)(?P<day>[0-3]?\d)(?:er)?\s+(?P<name>{months})\s*,?\s*(?P<year>\d{{4}})(?!\d){_TIME}",
        re.IGNORECASE,
    )


@cache
def _written_month_first() -> re.Pattern[str]:
    months = "|".join(f"(?:{regex.pattern})" for regex, _ in _months())
    return re.compile(
        rf"(?P<name>{months})\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d){_TIME}",
        re.IGNORECASE,
    )


def _read_match(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    name = parts.get("name")
    if name is not None:
        month = next((number for regex, number in _months() if regex.search(name)), 0)
    else:
        month = int(parts["month"])
    if not 1 <= month <= 12:
        return None
    hour = int(parts["hour"]) if parts["hour"] else None
    minute = int(parts["minute"]) if parts["minute"] else 0
    second = int(parts["second"]) if parts["second"] else 0
    return make_iso(int(parts["year"]), month, int(parts["day"]), hour, minute, second)

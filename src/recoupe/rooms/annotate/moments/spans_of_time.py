"""Lengths of time: « deux ans et demi », « près de 48 heures », « une dizaine de jours »."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recoupe.rooms.annotate.moments.vocabulary import load_words
from recoupe.rooms.annotate.numbers import find_numbers

DAYS_OF_WEEK = 7
HOURS_OF_DAY = 24
_DAY_SHARE = {"TS": 1 / 86400, "TM": 1 / 1440, "TH": 1 / HOURS_OF_DAY, "D": 1.0, "W": DAYS_OF_WEEK}
# What may stand before the number of a length, and be part of it. Bounds do not change the length.
_HEDGE = (
    r"(?:(?:plus|moins|près|pas loin|au moins|au plus|presque|environ|quelque|quasiment|à peine|"
    r"au bout|à peu près|jusqu'à|au maximum|au minimum|un peu plus|un peu moins|tout au plus)"
    r"(?: d'| de)? ?(?:les |la )?)?"
)
_COUNT = (
    r"(?:(?:\d{1,3}(?:[ .]\d{3})+|\d+(?:,\d+)?)(?: (?:millions|milliards|mille)(?: d'| de)?)?"
    r"|{#number}(?:(?:-| )(?:et(?:-| ))?{#number}){0,6}(?:-| de| d')?)"
)
LENGTH = rf"{_HEDGE}(?P<count>{_COUNT}) ?(?P<length_unit>{{unit}})(?P<half> et (?:demie?|quart))?"


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time.

    Attributes:
        months: Its whole and part months, years included.
        days: Its days, weeks and hours included.
        iso: The same as an ISO 8601 duration.
    """

    months: float
    days: float
    iso: str


def read_length(match: re.Match[str], language: str) -> Length | None:
    """The length that a match of `LENGTH` holds, or None where its count is no number."""
    data = load_words(language, "time_units").look_up(match["length_unit"])
    value = read_count(match["count"], language)
    if value is None or not data:
        return None
    half = (match.groupdict().get("half") or "").strip()
    if half:
        value += 0.25 if half.endswith("quart") else 0.5
    value *= float(data.get("factor", 1))
    designator = str(data["designator"])
    months = value * {"Y": 12, "M": 1}.get(designator, 0)
    days = value * _DAY_SHARE.get(designator, 0)
    return Length(months, days, write_duration(value, designator))


def read_count(words: str, language: str) -> float | None:
    """The number that the words are, or None where they are more or less than a number."""
    words = re.sub(r" (?:de|d')$", "", words)
    numbers = find_numbers(words, language)
    if len(numbers) != 1 or (numbers[0].start, numbers[0].end) != (0, len(words)):
        return None
    return numbers[0].value


def write_duration(value: float, designator: str) -> str:
    """An ISO 8601 duration.

    Example:
        >>> write_duration(2.5, "Y"), write_duration(48, "TH")
        ('P2Y6M', 'PT48H')
    """
    time, unit = ("T", designator[1:]) if designator.startswith("T") else ("", designator)
    whole = int(value)
    if unit == "Y" and whole != value:
        months = round((value - whole) * 12)
        return f"P{whole}Y{months}M" if whole else f"P{months}M"
    if unit == "H" and whole != value:
        return f"PT{whole}H{round((value - whole) * 60)}M"
    if unit == "M" and not time and whole != value:
        return f"P{whole}M{round((value - whole) * 30)}D"
    return f"P{time}{value:g}{unit}" if value < 1e6 else f"P{time}{whole}{unit}"

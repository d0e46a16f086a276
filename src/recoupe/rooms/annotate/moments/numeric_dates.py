"""Dates in digits: « 07/03/2025 », « 2025-03-07 », « le 7/3 »."""

from __future__ import annotations

import re

from recoupe.rooms.annotate.moments.calendar_days import make_date
from recoupe.rooms.annotate.moments.clock_phrases import CLOCK_TAIL, place_on_day
from recoupe.rooms.annotate.moments.context import Context, Reading
from recoupe.rooms.annotate.moments.years import choose_year, read_year


def _read_numeric(match: re.Match[str], context: Context) -> Reading | None:
    day, month = int(match["day"]), int(match["number"])
    if match["year"]:
        found = make_date(read_year(match["year"]), month, day)
    else:
        found = choose_year(lambda y: make_date(y, month, day), context, match.start())
    if found is None:
        return (
            Reading("date") if 1 <= month <= 12 and 1 <= day <= 31 and not match["year"] else None
        )
    return place_on_day(found, match)


def _read_iso(match: re.Match[str], context: Context) -> Reading | None:  # noqa: ARG001
    found = make_date(int(match["year"]), int(match["number"]), int(match["day"]))
    return place_on_day(found, match) if found else None


RULES = (
    (
        r"(?<![\d/.,-])(?P<day>0?[1-9]|[12]\d|3[01])(?P<mark>[/.-])(?P<number>0?[1-9]|1[0-2])(?P=mark)"
        rf"(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])(?!\.\d){CLOCK_TAIL}",
        _read_numeric,
    ),
    (
        r"\b(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<number>0?[1-9]|1[0-2])(?P=mark)(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
        rf"(?:T|{CLOCK_TAIL.replace('(?:,?', '(?:,?', 1)})",
        _read_iso,
    ),
    (
        r"(?<![\d/.,-])(?P<number>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)(?![\d/])",
        _read_numeric,
    ),
    (
        r"\b(?:le|du|au) +(?P<day>0?[1-9]|[12]\d|3[01])/(?P<number>0?[1-9]|1[0-2])(?P<year>)(?![\d/])",
        _read_numeric,
    ),
    (
        r"(?:(?<=\ble )|(?<=\bdu )|(?<=\bau )|(?<=\bde )|(?<![\d/.,]))"
        r"(?P<day>0[1-9]|[12]\d|3[01])/(?P<number>0[1-9]|1[0-2])(?P<year>)(?![\d/])",
        _read_numeric,
    ),
)

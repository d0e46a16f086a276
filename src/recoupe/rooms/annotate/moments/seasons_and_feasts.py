"""Seasons, feasts and decades: « l'été dernier », « à Pâques », « dans les années 1990 »."""

from __future__ import annotations

import re
from datetime import date, timedelta

from recoupe.rooms.annotate.moments.calendar_days import (
    Period,
    add_months,
    easter_of,
    make_date,
    make_day,
    year_of,
)
from recoupe.rooms.annotate.moments.context import Context, Reading
from recoupe.rooms.annotate.moments.dated_phrases import WHICH, YEAR, read_which
from recoupe.rooms.annotate.moments.vocabulary import load_words
from recoupe.rooms.annotate.moments.years import choose_year


def _read_decade(match: re.Match[str], context: Context) -> Reading | None:  # noqa: ARG001
    year = int(match["decade"])
    return Reading("interval", year_of(date(year if year >= 100 else 1900 + year, 1, 1), 10))


def _read_season(match: re.Match[str], context: Context) -> Reading | None:
    month = int(load_words(context.language, "seasons").look_up(match["season"])["month"])
    which = read_which(match["which"])
    if match["year"]:
        first = make_date(int(match["year"]), month, 1)
    else:
        first = choose_year(
            lambda y: make_date(y, month, 1), context, match.start(), coming=which == "next"
        )
    if first is None:
        return Reading("interval")
    after = add_months(first, 3)
    if which == "last" and context.published and after > context.published and not match["year"]:
        first, after = add_months(first, -12), add_months(after, -12)
    return Reading("interval", Period(first, after))


def _read_holiday(match: re.Match[str], context: Context) -> Reading | None:
    data = load_words(context.language, "holidays").look_up(match["holiday"])

    def make(year: int) -> date | None:
        if "easter_days" in data:
            return easter_of(year) + timedelta(days=int(data["easter_days"]))
        return make_date(year, int(data["month"]), int(data["day"]))

    found = make(int(match["year"])) if match["year"] else choose_year(make, context, match.start())
    return Reading("date", make_day(found) if found else None)


RULES = (
    (
        r"\b(?:dans |depuis |durant |pendant )?les années (?P<decade>(?:1[0-9]|20)?\d0)\b",
        _read_decade,
    ),
    (
        rf"\b(?:l'|cet |cette |au |en |à l'|de l'|du |le |ce |depuis l'|depuis le |d'ici l'|durant l'){{season}}(?: (?:de )?(?P<year>{YEAR}))?{WHICH}",
        _read_season,
    ),
    (
        rf"\b(?:à la |à |à l'|le |la |l'|avant (?:la |l')?|après (?:la |l')?|depuis (?:la |l')?|pour (?:la |l')?|d'ici (?:à )?(?:la |l')?|au |(?:jour|soir|matin|nuit|soirée|{{weekday}}) de (?:la |l')?){{holiday}}(?: (?P<year>{YEAR}))?",
        _read_holiday,
    ),
)

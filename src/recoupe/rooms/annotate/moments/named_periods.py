"""Periods that bear a number: quarters, centuries, the third week of a month, « en 2019-2020 »."""

from __future__ import annotations

import re
from datetime import date, timedelta

from recoupe.rooms.annotate.moments.calendar_days import (
    DAYS_OF_WEEK,
    Period,
    add_months,
    cut_part,
    make_date,
    make_day,
    month_of,
    weekend_of,
    year_of,
)
from recoupe.rooms.annotate.moments.context import Context, Reading
from recoupe.rooms.annotate.moments.dated_phrases import YEAR
from recoupe.rooms.annotate.moments.vocabulary import load_words
from recoupe.rooms.annotate.moments.years import choose_year

_ROMAN = {"i": 1, "v": 5, "x": 10}
_YEARS_OF_CENTURY = 100
_LAST_CENTURY = 21
_PARTS = {"d": "start", "m": "middle", "f": "end"}


def _ordinal(match: re.Match[str], context: Context) -> int:
    return int(load_words(context.language, "ordinals").look_up(match["ordinal"])["value"])


def _read_part_of_year(match: re.Match[str], context: Context) -> Reading | None:
    """« au premier trimestre », « au second semestre 2024 », « T3 2025 »."""
    months = 6 if match["unit_word"].lower() == "semestre" else 3
    which = _ordinal(match, context)
    if which < 0 and not match["year"]:
        return None  # « le dernier trimestre » is as often the one just past
    first_month = 12 - months + 1 if which < 0 else (which - 1) * months + 1
    if first_month > 12:
        return None
    if match["year"]:
        first = make_date(int(match["year"]), first_month, 1)
    else:
        first = choose_year(lambda y: make_date(y, first_month, 1), context, match.start())
    return Reading("interval", Period(first, add_months(first, months)) if first else None)


def _read_century(match: re.Match[str], context: Context) -> Reading | None:  # noqa: ARG001
    """« au XIXe siècle »: 1801 to 1900."""
    if match["roman"]:
        values = [_ROMAN[letter] for letter in match["roman"].lower()]
        pairs = zip(values, [*values[1:], 0], strict=True)
        number = sum(-value if value < after else value for value, after in pairs)
    else:
        number = int(match["number"])
    if not 1 <= number <= _LAST_CENTURY:
        return None
    whole = year_of(date((number - 1) * _YEARS_OF_CENTURY + 1, 1, 1), _YEARS_OF_CENTURY)
    part = _PARTS.get((match["cut"] or "")[:1].lower())
    third = (whole.after.year - whole.first.year) // 3
    if part is None:
        return Reading("interval", whole)
    since = whole.first.year + {"start": 0, "middle": third, "end": 2 * third}[part]
    until = whole.after.year if part == "end" else since + third
    return Reading("interval", Period(date(since, 1, 1), date(until, 1, 1)))


def _read_years(match: re.Match[str], context: Context) -> Reading | None:  # noqa: ARG001
    """« en 2019-2020 », « la saison 2024/25 »: both years whole."""
    since, last = int(match["year1"]), int(match["year2"])
    last += since // 100 * 100 if last < 100 else 0
    if not since < last or (len(match["year2"]) == 2 and last != since + 1):
        return None
    return Reading("interval", Period(date(since, 1, 1), date(last + 1, 1, 1)))


def _read_month_of_year(match: re.Match[str], context: Context) -> Reading | None:  # noqa: ARG001
    first = make_date(int(match["year"]), int(match["number"]), 1)
    return Reading("interval", month_of(first)) if first else None


def _read_nth(match: re.Match[str], context: Context) -> Reading | None:
    """« le premier dimanche de mars », « la dernière semaine d'août », « le dernier jour de mai »."""
    number = int(load_words(context.language, "months").look_up(match["month"])["month"])
    if match["year"]:
        first = make_date(int(match["year"]), number, 1)
    else:
        first = choose_year(lambda y: make_date(y, number, 1), context, match.start())
    if first is None:
        return Reading("interval")
    month, count = month_of(first), _ordinal(match, context)
    word = match["unit_word"].lower()
    days = [month.first + timedelta(days=n) for n in range((month.after - month.first).days)]
    if word.startswith("jour"):
        fitting = days
    elif word.startswith("semaine"):
        fitting = [day for day in days if day.weekday() == 0]
    elif word.startswith("week"):
        fitting = [day for day in days if day.weekday() == DAYS_OF_WEEK - 2]
    else:
        weekday = int(load_words(context.language, "weekdays").look_up(match["weekday"])["weekday"])
        fitting = [day for day in days if day.weekday() == weekday]
    day = fitting[count if count < 0 else min(count - 1, len(fitting) - 1)]
    if word.startswith("semaine"):
        return Reading("interval", Period(day, day + timedelta(days=DAYS_OF_WEEK)))
    if word.startswith("week"):
        return Reading("interval", weekend_of(day))
    return Reading("date", make_day(day))


def _read_two_months(match: re.Match[str], context: Context) -> Reading | None:
    """« en juillet et août », « janvier-février 2024 »."""
    months = load_words(context.language, "months")
    first, second = (int(months.look_up(match[f"month{n}"])["month"]) for n in (1, 2))
    if match["year"]:
        until = make_date(int(match["year"]), second, 1)
    else:
        until = choose_year(lambda y: make_date(y, second, 1), context, match.start())
    if until is None:
        return Reading("interval")
    since = make_date(until.year - (first > second), first, 1)
    return Reading("interval", Period(since, month_of(until).after)) if since else None


def _read_same(match: re.Match[str], context: Context) -> Reading | None:
    """« la même année », « ce mois-là »: those of the day last spoken of."""
    day = context.day
    if day is None:
        return Reading("interval")
    word = (match["unit_word"] or match["unit_word_b"]).lower()
    if word.startswith("semaine"):
        monday = day - timedelta(days=day.weekday())
        return Reading("interval", Period(monday, monday + timedelta(days=DAYS_OF_WEEK)))
    if word.startswith("week"):
        return Reading("interval", weekend_of(day))
    whole = month_of(day) if word.startswith("mois") else year_of(day)
    part = _PARTS.get((match["cut"] or "")[:1].lower())
    return Reading("interval", cut_part(whole, part) if part else whole)


def _read_second_year(match: re.Match[str], context: Context) -> Reading | None:  # noqa: ARG001
    """« en 2023 et 2024 »: the second of them."""
    return Reading("interval", year_of(date(int(match["year"]), 1, 1)))


_OF_YEAR = rf"(?: (?:de (?:l'année )?|de l'exercice )?(?P<year>{YEAR}))?"
_CUT = r"(?:(?P<cut>début|milieu|fin|debut) (?:de |du |de la |d'))?"
RULES = (
    (
        rf"\b(?:dès |depuis |pour |sur |d'ici )?(?:au |du |le |ce |(?:au cours du ))?"
        rf"{{ordinal}} (?P<unit_word>trimestre|semestre)(?!\w){_OF_YEAR}",
        _read_part_of_year,
    ),
    (
        rf"\b(?:au |du |le |dès le |à la |au )?{_CUT}(?:au |du |le )?"
        r"(?:(?P<roman>[ivx]+)|(?P<number>\d{1,2}))(?:e|ᵉ|è|ème|er|ᵉʳ) siècle(?!\w)"
        r"(?! (?:avant|av\.))",
        _read_century,
    ),
    (
        r"\b(?:(?:en|de|la saison|saison|l'hiver|l'exercice|l'année|l'année scolaire) )?"
        r"(?P<year1>(?:19|20)\d\d) ?[-–/] ?(?P<year2>(?:19|20)\d\d|\d\d)(?![\w/-])",
        _read_years,
    ),
    (
        r"(?<![\d/.,-])(?P<number>0?[1-9]|1[0-2]) ?[/-] ?(?P<year>(?:19|20)\d\d)(?![\d/-])",
        _read_month_of_year,
    ),
    (
        r"(?<![\d/.,-])(?P<year>(?:19|20)\d\d) ?[-/] ?(?P<number>0?[1-9]|1[0-2])(?![\d/-])(?! ?/)",
        _read_month_of_year,
    ),
    (
        rf"\b(?:le |la |au |du |dès le |dès la |lors du |lors de la )?{{ordinal}} "
        rf"(?P<unit_word>jour|semaine|week-?end|{{weekday}}) (?:de |d'|du mois de |du mois d'){{month}}{_OF_YEAR}",
        _read_nth,
    ),
    (
        rf"\b(?:(?:en|de|d') ?)?{{month1}}(?:(?: et (?:en )?| ou |-){{month2}}){_OF_YEAR}",
        _read_two_months,
    ),
    (
        rf"\b(?:{_CUT}(?:de )?)?(?:(?:la|le) même (?P<unit_word>semaine|mois|année|week-end)\b"
        r"|(?:cette|ce) (?P<unit_word_b>semaine|mois|année|week-end)-là\b)",
        _read_same,
    ),
    (
        rf"(?:(?<=\d{{4}} et )|(?<=\d{{4}} ou )|(?<=\d{{4}} puis ))(?:en )?(?P<year>{YEAR})(?! [a-zéèê]+s\b)",
        _read_second_year,
    ),
)

"""Days, months and years of the calendar: « le 12 mars 2024 », « en août dernier », « fin 2023 »."""

from __future__ import annotations

import re
from datetime import date, timedelta

from recoupe.rooms.annotate.moments.calendar_days import (
    Period,
    add_months,
    cut_part,
    make_date,
    make_day,
    month_of,
    year_of,
)
from recoupe.rooms.annotate.moments.clock_phrases import CLOCK_TAIL, place_on_day
from recoupe.rooms.annotate.moments.context import Context, Reading
from recoupe.rooms.annotate.moments.vocabulary import load_words
from recoupe.rooms.annotate.moments.years import choose_weekday, choose_year, read_year

YEAR = r"(?:1[0-9]|20)\d\d(?![\d,.]*\d)(?! ?(?:€|%|\$))"
# A year of two digits only where nothing can be counted after it: « le 31 octobre 74 ».
_SHORT_YEAR = rf"(?:{YEAR}|[5-9]\d(?=[,.;:)]|$))"
DAY = r"(?:1er|premier|[12]?\d|3[01])"
WHICH = r"(?: (?P<which>derniere?s?|dernière?s?|passée?|prochaine?|précédente?|suivante?))?"
DAY_PART = (
    r"(?:,? (?:(?:au |dans la |en |en début de |en fin de |à la mi-|tôt |tard |en milieu de )?{part}"
    r"|{point}))?"
)
_PARTS = {"début": "start", "mi": "middle", "milieu": "middle", "fin": "end", "courant": ""}
_PART = r"(?P<cut>début|mi|milieu|fin|courant)"
_LAST = ("derni", "pass", "préc")
_NEXT = ("proch", "suiv")


def read_which(word: str | None) -> str:
    """Whether « dernier », « prochain » or nothing stands with it: "last", "next" or ""."""
    if not word:
        return ""
    return "last" if word.lower().startswith(_LAST) else "next"


def _month(match: re.Match[str], context: Context, group: str = "month") -> int:
    return int(load_words(context.language, "months").look_up(match[group])["month"])


def _day_number(text: str) -> int:
    return int(re.sub(r"\D", "", text) or 1)


def _find_day(
    match: re.Match[str], context: Context, day: str, month: str, year: str
) -> date | None:
    """The day of the match's groups; without a year the one that the words and the verb allow."""
    number, month_number = _day_number(match[day]), _month(match, context, month)
    if match[year]:
        return make_date(read_year(match[year]), month_number, number)
    which = match.groupdict().get("which")
    return choose_year(
        lambda y: make_date(y, month_number, number),
        context,
        match.start(),
        coming=read_which(which) == "next" or _is_limit(match, context),
    )


def _is_limit(match: re.Match[str], context: Context) -> bool:
    """Whether « jusqu'au » or « d'ici au » puts the day ahead, unless the verb is past."""
    limits = match.groupdict().get("until") is not None
    return limits and context.find_tense(match.start()) != "past"


def _read_day_of_month(match: re.Match[str], context: Context) -> Reading | None:
    """« le 12 au soir », « jusqu'au 15 »: the latest such day, or the next."""
    published = context.published
    if published is None:
        return Reading("date")
    months = (add_months(published.replace(day=1), n) for n in (-1, 0, 1))
    days = [d for m in months if (d := make_date(m.year, m.month, _day_number(match["day"])))]
    ahead = _is_limit(match, context) or context.speaks_of_future(match.start())
    fitting = [d for d in days if (d >= published if ahead else d <= published)]
    if not fitting:
        return None
    return place_on_day(min(fitting) if ahead else max(fitting), match)


def _read_day(match: re.Match[str], context: Context) -> Reading | None:
    found = _find_day(match, context, "day", "month", "year")
    if found is None:
        return Reading("date") if context.published is None else None
    return place_on_day(found, match)


def _read_days_of_month(match: re.Match[str], context: Context) -> Reading | None:
    """« du 3 au 5 mai », « les 12 et 13 mars 2024 », « du 28 avril au 2 mai »."""
    until = _find_day(match, context, "day2", "month2", "year2")
    if until is None:
        return Reading("interval") if context.published is None else None
    month = _month(match, context, "month1") if match["month1"] else until.month
    year = int(match["year1"]) if match["year1"] else until.year - (month > until.month)
    since = make_date(year, month, _day_number(match["day1"]))
    if since is None or since > until:
        return None
    return Reading("interval", Period(since, until + timedelta(days=1)))


def _read_weekday_number(match: re.Match[str], context: Context) -> Reading | None:
    """« vendredi 14 »: the nearest month in which the 14th is a Friday."""
    if context.published is None:
        return Reading("date")
    weekday = int(load_words(context.language, "weekdays").look_up(match["weekday"])["weekday"])
    number = _day_number(match["day"])
    first = context.published.replace(day=1)
    days = [make_date(m.year, m.month, number) for n in range(-6, 3) if (m := add_months(first, n))]
    fitting = [day for day in days if day is not None and day.weekday() == weekday]
    if not fitting:
        chosen = choose_weekday(weekday, context, match.start())
        return Reading("date", make_day(chosen), end=match.end("weekday")) if chosen else None
    published = context.published
    return place_on_day(min(fitting, key=lambda day: (abs(day - published), day)), match)


def _read_month(match: re.Match[str], context: Context) -> Reading | None:
    groups = match.groupdict()
    number = _month(match, context)
    which = read_which(groups.get("which"))
    if groups.get("year"):
        first = make_date(int(match["year"]), number, 1)
    else:
        first = choose_year(
            lambda y: make_date(y, number, 1), context, match.start(), coming=which == "next"
        )
        if (
            first
            and context.published
            and which == "last"
            and month_of(first).after > context.published
        ):
            first = add_months(first, -12)
    if first is None:
        return Reading("interval")
    return Reading("interval", _cut(month_of(first), groups.get("cut")))


def _cut(whole: Period, word: str | None) -> Period:
    part = _PARTS.get((word or "").lower(), "")
    return cut_part(whole, part) if part else whole


def _read_months(match: re.Match[str], context: Context) -> Reading | None:
    """« entre septembre 2022 et mars 2023 », « de janvier à mars »."""
    second = _month(match, context, "month2")
    if match["year2"]:
        until = make_date(int(match["year2"]), second, 1)
    else:
        until = choose_year(lambda y: make_date(y, second, 1), context, match.start())
    if until is None:
        return Reading("interval")
    first = _month(match, context, "month1")
    year = int(match["year1"]) if match["year1"] else until.year - (first > second)
    since = make_date(year, first, 1)
    return Reading("interval", Period(since, month_of(until).after)) if since else None


def _read_year(match: re.Match[str], context: Context) -> Reading | None:  # noqa: ARG001
    whole = year_of(date(int(match["year"]), 1, 1))
    return Reading("interval", _cut(whole, match.groupdict().get("cut")))


def _read_years(match: re.Match[str], context: Context) -> Reading | None:  # noqa: ARG001
    since, last = int(match["year1"]), int(match["year2"])
    if last < 100:
        last += since // 100 * 100
    if not since < last:
        return None
    return Reading("interval", Period(date(since, 1, 1), date(last + 1, 1, 1)))


_LE = (
    r"(?:(?P<until>jusqu'au|d'ici au|d'ici le|au plus tard le) |(?:le|ce|du|au|les|dès le|depuis le) )?"
    r"(?:{weekday},? )?"
)
_STREET = r"(?!,? (?:bis |ter )?(?:rue|avenue|boulevard|place|quai|allée|chemin|impasse|route)\b)"
RULES = (
    (
        rf"\b(?:du |entre le |de |les |le |nuit du )?(?:{{weekday1}} )?(?P<day1>{DAY})(?: {{month1}})?(?: (?P<year1>{YEAR}))?"
        rf"(?: ?[-–/] ?| au | et (?:le )?)(?:{{weekday2}} )?(?P<day2>{DAY}) {{month2}}(?: (?P<year2>{YEAR}))?",
        _read_days_of_month,
    ),
    (
        rf"\b{_LE}(?P<day>{DAY})[ -]{{month}}(?:,? (?P<year>{_SHORT_YEAR}))?{WHICH}{DAY_PART}{CLOCK_TAIL}",
        _read_day,
    ),
    (
        rf"\b(?:le |ce |au |du )?{{weekday}} (?P<day>{DAY})(?![\d,.]*\d)(?! \d{{3}}(?!\d))(?! ?(?:h|%|€|heures)\b)(?! \w+s\b){CLOCK_TAIL}",
        _read_weekday_number,
    ),
    (
        rf"\b(?:(?P<until>jusqu'au|d'ici au) |(?:le|dès le|avant le|depuis le|à compter du) )(?P<day>{DAY})"
        rf"(?= ?(?:[,;:)»]|\.(?!\d)|$| au (?:matin|soir)\b| à \d)){_STREET}(?: au (?:matin|soir))?{CLOCK_TAIL}",
        _read_day_of_month,
    ),
    (
        rf"\b(?:entre|de|d') ?{{month1}}(?: (?P<year1>{YEAR}))? (?:et|à) {{month2}}(?: (?P<year2>{YEAR}))?",
        _read_months,
    ),
    (
        rf"\b(?:(?:en|depuis|dès|d'ici|à|de|à la|vers|jusqu'en|jusqu'à|avant|pour|au cours du mois de) )?(?:la |le )?{_PART}[ -](?:de |d'|du mois de |du mois d')?{{month}}(?: (?P<year>{YEAR}))?{WHICH}",
        _read_month,
    ),
    (rf"\b(?:(?:en|de|d'|depuis|dès|le) ?)?{{month}} (?P<year>{YEAR})", _read_month),
    (
        rf"\b(?:en|depuis|dès|d'ici|au mois de|au mois d'|du mois de|du mois d'|le mois de|jusqu'en|jusqu'à|avant|pour|de|d') ?{{month}}(?P<year>){WHICH}(?! ?\d)",
        _read_month,
    ),
    (r"\b{month} (?P<which>dernier|prochain)\b", _read_month),
    # « Octobre 2 », « Mars 3, 2024 »: the order of English, kept by translations.
    (
        rf"\b{{month}}[ -]?(?P<day>{DAY})(?:,? (?P<year>{YEAR})|(?= ?(?:[,;:)]|\.(?!\d)|$)))",
        _read_day,
    ),
    # A month by itself, in small letters: « juin a été chaud »; « Mars » may be the planet.
    (r"(?<![\w'-])(?=(?-i:[a-zéû])){month}(?P<year>)(?![\w-]| ?\d)", _read_month),
    (
        rf"\b(?:entre|de) (?P<year1>{YEAR}) (?:et|à) (?P<year2>{YEAR})",
        _read_years,
    ),
    (
        rf"\b(?:depuis |à |d'ici |en |vers |jusqu'à )?(?:la |le )?{_PART}[ -](?:de (?:l'année )?|l'année )?(?P<year>{YEAR})",
        _read_year,
    ),
    (
        rf"\b(?:en|depuis|dès|avant|après|vers|jusqu'en|d'ici|d'ici à|à l'horizon|courant|l'année|les années|année|l'an|de|pour|fin de) (?P<year>{YEAR})(?![-/'h])(?! [a-zéèêàûç-]*s\b)",
        _read_year,
    ),
    (rf"(?<=\()(?P<year>{YEAR})(?=\))", _read_year),
)

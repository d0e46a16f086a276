"""Times of day: « à 14h30 », « vers 8 heures », « 11:12 », « à midi »."""

from __future__ import annotations

import re
from datetime import date, timedelta

from recoupe.rooms.annotate.moments.calendar_days import Period, make_day
from recoupe.rooms.annotate.moments.context import Context, Reading
from recoupe.rooms.annotate.moments.spans_of_time import read_count
from recoupe.rooms.annotate.moments.vocabulary import compile_phrase, load_words
from recoupe.rooms.annotate.moments.years import choose_weekday

_NOON = 12
# A page that was closed before this hour tells of the evening before.
_NIGHT_ENDS = 6
# Hour and minute; "heures" alone is a clock time only after a preposition, see RULES. « 24 h sur 24 »
# and « 24h/24 » are none.
CLOCK = (
    r"(?P<hour>(?<![\d,.])(?:[01]?\d|2[0-4]))(?: ?h(?: ?(?P<minute>[0-5]\d))?(?![\w])"
    r"| heures?(?: (?P<minute_a>[0-5]\d)(?!\d| \w*s\b))?(?!\w)"
    r"(?! (?:et demie|de (?!l'après-midi)|du (?!matin|soir)|d'|après|plus tard|plus tôt))"
    r"|:(?P<minute_b>[0-5]\d)(?::[0-5]\d)?(?![\w:]))(?! ?(?:/|sur) ?\d)"
    r"(?: du mat(?:in)?\b| (?:de l'après-midi|du soir)(?P<later>))?"
)
_AT = (
    r"(?:à|vers|dès|avant|après|depuis|jusqu'à|peu avant|peu après|aux alentours de|aux environs de"
    r"|sur le coup de|autour de|à partir de|à compter de|à environ|à près de)"
)
CLOCK_TAIL = rf"(?:,? ?(?:-|–|\||{_AT})? ?{CLOCK})?"


def read_clock(match: re.Match[str]) -> tuple[tuple[int, int], int] | None:
    """Hour and minute that a match holds, and how many minutes the wording covers."""
    groups = match.groupdict()
    if groups.get("hour") is None:
        return None
    minute = next((v for k, v in groups.items() if k.startswith("minute") and v), None)
    hour = int(groups["hour"]) % 24
    if groups.get("later") is not None and hour < _NOON:
        hour += _NOON
    return (hour, int(minute or 0)), 1 if minute else 60


def place_on_day(day: date, match: re.Match[str]) -> Reading:
    """The day, or the time on it where the match holds one."""
    clock = read_clock(match)
    return Reading("date", make_day(day) if clock is None else make_day(day, *clock))


def _read_clock_alone(match: re.Match[str], context: Context) -> Reading | None:
    """A time of day by itself is on the day last spoken of; one that heads a line, of publication."""
    if context.published is not None and _heads_line(match):
        return place_on_day(_find_entry_day(match, context, context.published), match)
    following = compile_phrase(_DAY_AFTER, context.language).match(match.string, match.end())
    if following is not None and context.published is not None:
        weekdays = load_words(context.language, "weekdays")
        weekday = int(weekdays.look_up(following["weekday"])["weekday"])
        day = choose_weekday(weekday, context, following.start("weekday"))
        return place_on_day(day, match) if day else None
    ground = context.find_day(match.start())
    return Reading("date") if ground is None else place_on_day(ground, match)


def _find_entry_day(match: re.Match[str], context: Context, published: date) -> date:
    """The day of an entry: the one before, on a page closed in the night, for its evening."""
    clock = read_clock(match)
    night = context.published_hour is not None and context.published_hour < _NIGHT_ENDS
    evening = clock is not None and clock[0][0] >= _NOON
    return published - timedelta(days=1) if night and evening else published


def _heads_line(match: re.Match[str]) -> bool:
    """Whether a time heads an entry of a live page: « 13h05. Le feu est éteint »."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    return before[-1:] in {"", "\n"} and bool(_ENTRY_MARK.match(after))


def _read_clock_in_words(match: re.Match[str], context: Context) -> Reading | None:
    """« à quinze heures », « vers dix heures trente »."""
    hour = read_count(match["hours"], context.language)
    minute = read_count(match["minutes"], context.language) if match["minutes"] else 0
    if hour is None or minute is None or hour > 24 or minute >= 60:
        return None
    if context.day is None:
        return Reading("date")
    clock = (int(hour) % 24, int(minute))
    return Reading("date", make_day(context.day, clock, 1 if match["minutes"] else 60))


def _read_hour_of_half(match: re.Match[str], context: Context) -> Reading | None:
    """« trois heures du matin », « six heures du soir »."""
    hour = read_count(match["hours"], context.language)
    if hour is None or hour > _NOON or context.day is None:
        return Reading("date") if hour else None
    later = _NOON if match["later"] is not None and hour < _NOON else 0
    return Reading("date", make_day(context.day, (int(hour) % 24 + later, 0), 60))


def _read_midday(match: re.Match[str], context: Context) -> Reading | None:
    if context.day is None:
        return Reading("date")
    hour = 12 if match["midday"].lower() == "midi" else 0
    return Reading("date", make_day(context.day, (hour, 0)))


def _read_clock_range(match: re.Match[str], context: Context) -> Reading | None:
    """« entre 8h et 10h », « de 14 h 30 à 18 h »."""
    if context.day is None:
        return Reading("interval")
    start = (int(match["hour"]) % 24, int(match["minute"] or 0))
    hour, minute = int(match["until_hour"]) % 24, int(match["until_minute"] or 0)
    minutes = (hour - start[0]) * 60 + minute - start[1]
    day = context.day
    return Reading(
        "interval", Period(day, day + timedelta(days=1), start, minutes % (24 * 60) or 60)
    )


_DAY_AFTER = r",? (?:ce |le )?{weekday}(?! (?:dernier|prochain|\d))"
_ENTRY_MARK = re.compile(r" ?(?:[.:–—|\n-]|$)")
_HOURS = r"(?: ?h| heures)(?: ?(?P<{0}>[0-5]\d))?(?!\w)"
_COUNT = r"{#number}(?:(?: et |[ -]){#number}){0,4}"
RULES = (
    (
        rf"\b(?:à|vers|peu avant|peu après) (?P<hours>{_COUNT}) heures?(?: (?P<minutes>{_COUNT}))?"
        r"(?! (?:de |du |d'|\w+s\b))",
        _read_clock_in_words,
    ),
    (
        r"(?:de|entre) (?P<hour>[01]?\d|2[0-4])(?:" + _HOURS.format("minute") + r")? (?:à|et) "
        r"(?P<until_hour>[01]?\d|2[0-4])" + _HOURS.format("until_minute") + r"(?! (?:de |du |d'))",
        _read_clock_range,
    ),
    (rf"\b(?:{_AT} )?{CLOCK}(?<!heures)(?<!heure)", _read_clock_alone),
    (rf"\b(?!après|depuis){_AT} {CLOCK}", _read_clock_alone),
    (
        rf"\b(?:{_AT} )?(?P<hours>{_COUNT}) heures (?:du matin|(?:de l'après-midi|du soir)(?P<later>))",
        _read_hour_of_half,
    ),
    (rf"\b{_AT} (?P<midday>midi|minuit)\b", _read_midday),
)

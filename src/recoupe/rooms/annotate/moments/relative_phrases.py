"""Weeks, months and years counted from the publication: « la semaine dernière », « il y a deux ans »."""

from __future__ import annotations

import re
from datetime import date, timedelta

from recoupe.rooms.annotate.moments.calendar_days import (
    Period,
    add_months,
    cut_part,
    make_day,
    month_of,
    week_of,
    weekend_of,
    year_of,
)
from recoupe.rooms.annotate.moments.context import Context, Reading
from recoupe.rooms.annotate.moments.dated_phrases import read_which
from recoupe.rooms.annotate.moments.spans_of_time import LENGTH, Length, read_length

_THURSDAY, _FRIDAY = 3, 4
# « il y a 30 ans » means a year; up to here the press means a month of it. The border is ours.
_MOST_YEARS_BY_MONTH = 9


def _find_unit(word: str, day: date) -> Period:
    """The week, month or year, by the word for it, that holds a day."""
    word = word.lower()
    if word.startswith("semaine"):
        return week_of(day)
    if word.startswith("mois"):
        return month_of(day)
    if word.startswith("trimestre"):
        first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        return Period(first, add_months(first, 3))
    if word.startswith("si"):
        return year_of(date((day.year - 1) // 100 * 100 + 1, 1, 1), 100)
    return year_of(day)


def _shift(whole: Period, word: str, steps: int) -> Period:
    """The period of the same kind so many before or after."""
    middle = whole.first + timedelta(days=3)
    if word.lower().startswith("semaine"):
        return week_of(middle + timedelta(days=7 * steps))
    months = {"m": 1, "t": 3}.get(word[0].lower(), 12) * steps
    return _find_unit(word, add_months(whole.first, months))


def _read_this(match: re.Match[str], context: Context) -> Reading | None:
    """« cette semaine », « plus tôt ce mois-ci », « depuis le début de l'année »."""
    if context.published is None or context.tomorrow is None:
        return Reading("interval")
    whole = _find_unit(match["unit_word"], context.published)
    groups = match.groupdict()
    if (groups.get("when") or "").lower().endswith("tôt") or groups.get("since"):
        return Reading("interval", Period(whole.first, context.tomorrow))
    if (groups.get("when") or "").lower().endswith("tard"):
        return Reading("interval", Period(context.published, whole.after))
    return Reading("interval", whole)


def _read_other(match: re.Match[str], context: Context) -> Reading | None:
    """« la semaine dernière », « le mois prochain », « l'an passé »."""
    word = match["which"].lower()
    of_text = word.startswith(("préc", "suiv", "d'avant", "d'après"))
    ground = context.day if of_text else context.published
    if ground is None:
        return Reading("interval")
    steps = -1 if read_which(word) == "last" or word == "d'avant" else 1
    whole = _shift(_find_unit(match["unit_word"], ground), match["unit_word"], steps)
    part = _read_part(match)
    return Reading("interval", cut_part(whole, part) if part else whole)


def _read_part(match: re.Match[str]) -> str:
    word = (match.groupdict().get("cut") or "").lower()
    return {"d": "start", "m": "middle", "f": "end"}.get(word[:1], "")


def _read_part_of_unit(match: re.Match[str], context: Context) -> Reading | None:
    """« en fin de semaine », « d'ici la fin de l'année », « en début de mois »."""
    if context.published is None:
        return Reading("interval")
    whole = _find_unit(match["unit_word"], context.published)
    cut = cut_part(whole, _read_part(match))
    if match["until"]:
        return Reading("interval", Period(context.published, whole.after))
    return Reading("interval", cut)


def _read_weekend(match: re.Match[str], context: Context) -> Reading | None:
    """« ce week-end »: the one just past from Monday to Wednesday, or before a past verb."""
    published = context.published
    if published is None:
        return Reading("interval")
    which = read_which(match["which"])
    this, last = weekend_of(published), weekend_of(published - timedelta(days=7))
    if which == "next":
        within = published >= this.first
        return Reading("interval", weekend_of(published + timedelta(days=7)) if within else this)
    if which == "last":
        return Reading("interval", last)
    if published.weekday() >= _FRIDAY:
        return Reading("interval", this)
    tense = context.find_tense(match.start())
    coming = tense == "future" or (published.weekday() == _THURSDAY and tense != "past")
    return Reading("interval", this if coming else last)


def _move(day: date, length: Length, sign: int) -> Reading:
    """The time so long before (-1) or after (1) a day: a month for years, else a day."""
    months, days = length.months * sign, length.days * sign
    moved = add_months(day, round(months)) + timedelta(days=round(days))
    if abs(length.months) > 12 * _MOST_YEARS_BY_MONTH:
        return Reading("interval", year_of(moved))
    if length.months:
        return Reading("interval", month_of(moved))
    return Reading("date", make_day(moved))


def _read_ago(match: re.Match[str], context: Context) -> Reading | None:
    length = read_length(match, context.language)
    if length is None:
        return None
    if context.published is None:
        return Reading("interval" if length.months else "date")
    return _move(context.published, length, -1)


def _read_ahead(match: re.Match[str], context: Context) -> Reading | None:
    length = read_length(match, context.language)
    if length is None:
        return None
    if context.published is None:
        return Reading("interval" if length.months else "date")
    return _move(context.published, length, 1)


def _read_within(match: re.Match[str], context: Context) -> Reading | None:
    """« d'ici deux semaines », « dans les 48 heures »: from publication on."""
    length = read_length(match, context.language)
    if length is None:
        return None
    if context.published is None:
        return Reading("interval")
    until = add_months(context.published, round(length.months)) + timedelta(days=round(length.days))
    return Reading("interval", Period(context.published, until + timedelta(days=1)))


def _read_from_anchor(match: re.Match[str], context: Context) -> Reading | None:
    """« deux jours plus tard », « trois ans auparavant »: from the day last spoken of."""
    length = read_length(match, context.language)
    if length is None:
        return None
    day = context.find_day(match.start())
    if day is None:
        return Reading("interval" if length.months else "date")
    later = match["side"].lower().endswith(("tard", "après"))
    return _move(day, length, 1 if later else -1)


def _read_recent(match: re.Match[str], context: Context) -> Reading | None:
    """« ces trois derniers mois », « au cours des dernières 24 heures »: until publication."""
    length = read_length(match, context.language)
    if length is None:
        return None
    if context.published is None or context.tomorrow is None:
        return Reading("interval")
    back = match["side"].lower().startswith("derni") or match["side"].lower().startswith("pass")
    sign = -1 if back else 1
    moved = add_months(context.published, sign * round(length.months))
    moved += timedelta(days=sign * round(length.days))
    if back:
        return Reading("interval", Period(min(moved, context.published), context.tomorrow))
    return Reading("interval", Period(context.published, moved + timedelta(days=1)))


_UNIT = r"(?P<unit_word>semaine|mois(?:-ci)?|année|an|trimestre|siècle)"
_WHICH = r"(?P<which>derni(?:er|ère)|passée?|prochaine?|précédente?|suivante?|d'avant|d'après)"
_CUT = r"(?P<cut>début|milieu|mi|fin)"
_AGO = r"(?:il y ?a|voilà|voici|cela fait)(?: (?:déjà|à peine|exactement|seulement|tout juste))?"
RULES = (
    (
        rf"\b(?:(?P<when>plus tôt|plus tard) (?:dans |au cours de |en )?)?(?:depuis |pendant |durant |pour )?(?:cette|ce|dans la|dans le) {_UNIT}(?<!\bla mois)(?!\w)",
        _read_this,
    ),
    (rf"\b(?P<since>depuis) le début (?:de la|de l'|du|de cette|de ce) ?{_UNIT}(?!\w)", _read_this),
    (
        rf"\b(?:à la |en |au |d'ici (?:la |à la )?|depuis (?:la |le )?)?(?:{_CUT} (?:de |du |de la |de l'|d'))?(?:la |le |l'|cette |ce )?{_UNIT} {_WHICH}(?!\w)",
        _read_other,
    ),
    (
        rf"\b(?P<until>d'ici |jusqu'à |avant )?(?:à |en |au |dès |depuis |pour )?(?:la |le |ce |cette )?{_CUT}[ -](?:de (?:la |l'|cette )?|du |d'(?:année)?)?(?P<unit_word>(?<=d')année|(?<!d')(?:semaine|mois|année|siècle))(?! \w*(?:derni|pass|proch|\d))(?!\w)",
        _read_part_of_unit,
    ),
    (
        r"\b(?:durant |pendant |au cours de |depuis )?(?:ce|le|du|au cours du|en|de) week-?end(?:-ci)?(?: (?P<which>dernier|passé|prochain|suivant))?(?!\w)(?! d(?:e|u)\b)",
        _read_weekend,
    ),
    (rf"\b{_AGO} {LENGTH}", _read_ago),
    (rf"\bd'ici (?:à )?{LENGTH}", _read_within),
    (rf"\bdans les {LENGTH}(?! derni)", _read_within),
    (rf"\bdans {LENGTH}", _read_ahead),
    (
        rf"\b{LENGTH} (?P<side>plus tôt|plus tard|auparavant|avant|après)(?! (?:l[ea]s?|l'|s[ao]n?|ses|un|une|ce|cet|cette|que|d')\b)(?! (?:l'|d'|qu'))",
        _read_from_anchor,
    ),
    (
        rf"\b(?:au cours des |durant les |pendant les |dans les |lors des |depuis |sur les |ces |les |des |en )?(?P<side>dernières|derniers|prochaine?s|passée?s) {LENGTH}",
        _read_recent,
    ),
    (
        r"\b(?:au cours |durant |pendant |dans |lors |depuis |sur |en )?(?:des |les |ces )(?P<count>[\w-]+) (?P<side>dernières|derniers|prochaine?s) (?P<length_unit>\w+)",
        _read_recent,
    ),
)

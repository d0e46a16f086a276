"""Days named from the day of publication: « lundi », « mardi soir », « hier », « la veille »."""

from __future__ import annotations

import re
from datetime import date, timedelta

from recoupe.rooms.annotate.moments.calendar_days import Period, make_day, week_of
from recoupe.rooms.annotate.moments.clock_phrases import CLOCK_TAIL, place_on_day
from recoupe.rooms.annotate.moments.context import Context, Reading
from recoupe.rooms.annotate.moments.dated_phrases import DAY_PART, WHICH, read_which
from recoupe.rooms.annotate.moments.vocabulary import load_words
from recoupe.rooms.annotate.moments.years import choose_weekday

_DAYS_FROM_NOW = {
    "avant-hier": -2, "hier": -1, "aujourd'hui": 0, "demain": 1, "après-demain": 2,
}  # fmt: skip
_DAYS_FROM_ANCHOR = {
    "avant-veille": -2, "veille": -1, "lendemain": 1, "surlendemain": 2,
}  # fmt: skip


def _weekday(match: re.Match[str], context: Context, group: str) -> int:
    return int(load_words(context.language, "weekdays").look_up(match[group])["weekday"])


def _read_weekday(match: re.Match[str], context: Context) -> Reading | None:
    which = read_which(match["which"])
    if context.published is None:
        return Reading("date")
    week = match.groupdict().get("week")
    weekday = _weekday(match, context, "weekday")
    if week:
        weeks = -1 if read_which(week) == "last" else 1
        monday = week_of(context.published).first + timedelta(days=7 * weeks)
        return place_on_day(monday + timedelta(days=weekday), match)
    day = choose_weekday(weekday, context, match.start("weekday"), which)
    return place_on_day(day, match) if day else None


def _read_since_weekday(match: re.Match[str], context: Context) -> Reading | None:
    """« depuis mardi »: from that day until publication."""
    if context.published is None or context.tomorrow is None:
        return Reading("interval")
    day = choose_weekday(
        _weekday(match, context, "weekday"),
        context,
        match.start("weekday"),
        read_which(match["which"]) or "past",
    )
    return Reading("interval", Period(day, context.tomorrow)) if day else None


def _read_weekdays(match: re.Match[str], context: Context) -> Reading | None:
    """« entre lundi et mercredi », « dans la nuit de lundi à mardi », « samedi et dimanche »."""
    until = choose_weekday(_weekday(match, context, "weekday2"), context, match.start("weekday2"))
    if until is None:
        return Reading("interval")
    days = (until.weekday() - _weekday(match, context, "weekday1")) % 7
    return Reading("interval", Period(until - timedelta(days=days), until + timedelta(days=1)))


def _read_night_of_date(match: re.Match[str], context: Context) -> Reading | None:
    """« dans la nuit de dimanche »."""
    day = choose_weekday(_weekday(match, context, "weekday"), context, match.start("weekday"))
    return Reading("date", make_day(day) if day else None)


def _read_from_now(match: re.Match[str], context: Context) -> Reading | None:
    if context.published is None:
        return Reading("date")
    return place_on_day(
        context.published + timedelta(days=_DAYS_FROM_NOW[match["day"].lower()]), match
    )


def _read_since_yesterday(match: re.Match[str], context: Context) -> Reading | None:
    if context.published is None or context.tomorrow is None:
        return Reading("interval")
    since = context.published + timedelta(days=_DAYS_FROM_NOW[match["day"].lower()])
    return Reading("interval", Period(since, context.tomorrow))


def _read_this_part(match: re.Match[str], context: Context) -> Reading | None:
    """« ce matin », « cette nuit »: on the day of publication."""
    return Reading("date") if context.published is None else place_on_day(context.published, match)


def _read_part_of_day(match: re.Match[str], context: Context) -> Reading | None:
    """« dans la soirée », « en fin de matinée »: on the day last spoken of."""
    return Reading("date") if context.day is None else place_on_day(context.day, match)


def _read_from_anchor(match: re.Match[str], context: Context) -> Reading | None:
    day: date | None = context.day
    if day is None:
        return Reading("date")
    return place_on_day(day + timedelta(days=_DAYS_FROM_ANCHOR[match["day"].lower()]), match)


_NOT_HABIT = r"(?<!chaque )(?<!tous les )(?<!les )"
RULES = (
    (
        r"\b(?:(?:dans |durant |pendant |de )?(?:la|cette) nuit (?:de|du) |entre |de |du |les )?{weekday1}"
        r"(?: {part1})? (?:et|à|au|-) {weekday2}(?: {part2})?",
        _read_weekdays,
    ),
    (r"\b(?:dans )?la nuit (?:de|du) {weekday}\b", _read_night_of_date),
    (
        rf"\bdepuis (?:le |ce )?{{weekday}}{WHICH}{DAY_PART}",
        _read_since_weekday,
    ),
    (
        rf"{_NOT_HABIT}\b(?:ce |dans la journée de |dans la soirée de |dans la matinée de )?{{weekday}}{DAY_PART}{WHICH}"
        rf"(?: de (?:la|cette) semaine (?P<week>dernière|passée|prochaine))?{DAY_PART.replace('{part}', '{part2}')}{CLOCK_TAIL}",
        _read_weekday,
    ),
    (r"\bdepuis (?P<day>avant-hier|hier|aujourd'hui)(?! {part})(?!\w)", _read_since_yesterday),
    (
        rf"\b(?:dès |depuis |jusqu'à |à partir de )?(?P<day>avant-hier|(?<!avant-)hier|aujourd'hui|après-demain|(?<!après-)demain)\b{DAY_PART}{CLOCK_TAIL}",
        _read_from_now,
    ),
    (rf"\b(?:dès |tôt |depuis )?(?:ce|cet|cette) {{part}}{CLOCK_TAIL}", _read_this_part),
    (
        r"\b(?:plus tard |plus tôt |tôt |tard |au cours de |en cours de |un peu )*(?:dans (?:la|l')|dans le courant de (?:la|l')|en (?:début|fin|milieu|cours) (?:de |d')|au petit|en|au cours de (?:la|l')) ?"
        r"(?<!en ){part}\b(?! (?:du|de|d') ?(?:\d|\w+di))",
        _read_part_of_day,
    ),
    (r"\b(?:en|au) (?:soirée|matinée|petit matin)\b", _read_part_of_day),
    (
        r"\b(?:à la|au|en) (?:fin|début|milieu) de (?:la |l'){part}|\b(?:très )?tôt (?:le |dans la |l'){part1}",
        _read_part_of_day,
    ),
    (
        rf"\b(?:dès |depuis )?(?:l'|la |le )(?P<day>avant-veille|veille|lendemain|surlendemain)(?: matin| soir| au soir| midi)?(?! (?:de|du|des|d')\b)(?! d')\b{CLOCK_TAIL}",
        _read_from_anchor,
    ),
    (
        rf"\b(?:le même jour|le jour même|ce jour-là|ce même jour|ce soir-là|ce matin-là|cette nuit-là){CLOCK_TAIL}",
        _read_part_of_day,
    ),
)

"""Days named from the day of publication: « lundi », « mardi soir », « hier », « la veille »."""

from __future__ import annotations

import re
from datetime import timedelta

from recoupe.rooms.annotate.moments.calendar_days import Period, make_day, week_of
from recoupe.rooms.annotate.moments.clock_phrases import CLOCK_TAIL, place_on_day
from recoupe.rooms.annotate.moments.context import Context, Reading
from recoupe.rooms.annotate.moments.dated_phrases import DAY_PART, WHICH, read_which
from recoupe.rooms.annotate.moments.spans_of_time import read_count
from recoupe.rooms.annotate.moments.vocabulary import load_words
from recoupe.rooms.annotate.moments.years import choose_weekday

# « mardi en huit »: the Tuesday of the week after the next one, « en quinze » one more.
_WEEKS_AHEAD = {8: 1, 15: 2}


def _weekday(match: re.Match[str], context: Context, group: str) -> int:
    return int(load_words(context.language, "weekdays").look_up(match[group])["weekday"])


def _count_days(match: re.Match[str], context: Context, group: str, table: str) -> timedelta:
    return timedelta(days=int(load_words(context.language, table).look_up(match[group])["days"]))


def _is_habit(match: re.Match[str], context: Context) -> bool:
    """« fermé le mardi » is a habit; « l'a dit le mardi » is how translations put the day."""
    before = match.string[max(0, match.start() - 4) : match.start()].lower()
    after_article = before.endswith("le ") and not before[-4:-3].isalpha()
    return after_article and context.find_tense(match.start("weekday")) == "present"


def _read_weekday(match: re.Match[str], context: Context) -> Reading | None:
    which = read_which(match["which"])
    if context.published is None:
        return Reading("date")
    week = match.groupdict().get("week")
    weekday = _weekday(match, context, "weekday")
    if not which and _is_habit(match, context):
        return None
    if week or match.groupdict().get("this_week"):
        weeks = {"last": -1, "next": 1, "": 0}[read_which(week)]
        monday = week_of(context.published).first + timedelta(days=7 * weeks)
        return place_on_day(monday + timedelta(days=weekday), match)
    if not which and match.groupdict().get("limit"):
        which = "coming" if context.find_tense(match.start("weekday")) != "past" else ""
    if not which and match.groupdict().get("until"):
        which = "coming"
    day = choose_weekday(weekday, context, match.start("weekday"), which)
    return place_on_day(day, match) if day else None


def _read_weeks_ahead(match: re.Match[str], context: Context) -> Reading | None:
    """« samedi en huit », « lundi en quinze »."""
    weeks = _WEEKS_AHEAD.get(int(read_count(match["count"], context.language) or 0))
    day = choose_weekday(_weekday(match, context, "weekday"), context, 0, "coming")
    if weeks is None or day is None:
        return None
    return Reading("date", make_day(day + timedelta(days=7 * weeks)))


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
    which = read_which(match.groupdict().get("which"))
    weekday = _weekday(match, context, "weekday2")
    until = choose_weekday(weekday, context, match.start("weekday2"), which)
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
    days = _count_days(match, context, "from_now", "days_from_now")
    return place_on_day(context.published + days, match)


def _read_since_yesterday(match: re.Match[str], context: Context) -> Reading | None:
    if context.published is None or context.tomorrow is None:
        return Reading("interval")
    since = context.published + _count_days(match, context, "from_now", "days_from_now")
    return Reading("interval", Period(since, context.tomorrow))


def _read_this_part(match: re.Match[str], context: Context) -> Reading | None:
    """« ce matin », « cette nuit »: on the day of publication."""
    return Reading("date") if context.published is None else place_on_day(context.published, match)


def _read_part_of_day(match: re.Match[str], context: Context) -> Reading | None:
    """« dans la soirée », « en fin de matinée »: on the day last spoken of."""
    day = context.find_day(match.start())
    return Reading("date") if day is None else place_on_day(day, match)


def _read_from_anchor(match: re.Match[str], context: Context) -> Reading | None:
    day = context.find_day(match.start())
    if day is None:
        return Reading("date")
    days = _count_days(match, context, "from_anchor", "days_from_anchor")
    return place_on_day(day + days, match)


_NOT_HABIT = r"(?<!chaque )(?<!tous les )(?<!les )"
RULES = (
    (
        r"\b(?:(?:dans |durant |pendant |de )?(?:la|cette) nuit (?:de|du) |entre |de |du |les )?{weekday1}"
        rf"(?: {{part1}})? (?:et|ou|à|au|-) {{weekday2}}(?: {{part2}})?{WHICH}",
        _read_weekdays,
    ),
    (r"\b(?:dans )?la nuit (?:de|du) {weekday}\b", _read_night_of_date),
    (
        rf"\bdepuis (?:le |ce )?{{weekday}}{WHICH}{DAY_PART}",
        _read_since_weekday,
    ),
    (r"\b{weekday} en (?P<count>{#number}|\d+)\b", _read_weeks_ahead),
    (
        rf"{_NOT_HABIT}\b(?:(?P<until>jusqu'à |jusqu'au |d'ici (?:à )?)|(?P<limit>dès |à partir de |à compter de |avant ))?(?:ce |dans la journée de |dans la soirée de |dans la matinée de )?{{weekday}}{DAY_PART}{WHICH}"
        rf"(?: (?:de )?(?:la semaine (?P<week>dernière|passée|prochaine?)|cette (?P<this_week>semaine)))?{DAY_PART.replace('{part}', '{part2}').replace('{point}', '{point2}')}{CLOCK_TAIL}",
        _read_weekday,
    ),
    (r"\bdepuis {from_now}(?! {part})(?!\w)", _read_since_yesterday),
    (
        rf"\b(?:dès |depuis |jusqu'à |à partir de )?{{from_now}}{DAY_PART}{CLOCK_TAIL}",
        _read_from_now,
    ),
    (rf"\b(?:dès |tôt |depuis )?(?:ce|cet|cette) {{part}}{CLOCK_TAIL}", _read_this_part),
    (
        r"\b(?:plus tard |plus tôt |tôt |tard |au cours de |en cours de |un peu )*(?:dans (?:la|l')|dans le courant de (?:la|l')|en (?:début|fin|milieu|cours) (?:de |d')|au petit|en|au cours de (?:la|l')) ?"
        r"(?<!en ){part}\b(?! (?:du|de|d') ?(?:\d|\w+di))",
        _read_part_of_day,
    ),
    (r"\b(?:en|au) (?:soirée|matinée)\b", _read_part_of_day),
    (rf"(?:\bdès )?{{point}}{CLOCK_TAIL}", _read_part_of_day),
    (
        r"\b(?:à la|au|en) (?:fin|début|milieu) de (?:la |l'){part}|\b(?:très )?tôt (?:le |dans la |l'){part1}",
        _read_part_of_day,
    ),
    (
        rf"\b(?:dès |depuis )?{{from_anchor}}(?:,? (?:au |dans la )?{{part}})?(?! (?:de|du|des)\b)(?! d')\b{CLOCK_TAIL}",
        _read_from_anchor,
    ),
    (
        rf"\b(?:le même jour|le jour même|ce jour-là|ce même jour|ce soir-là|ce matin-là|cette nuit-là){CLOCK_TAIL}",
        _read_part_of_day,
    ),
)

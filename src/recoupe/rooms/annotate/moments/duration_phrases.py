"""Durations by themselves: « pendant trois heures », « depuis plus de deux ans et demi »."""

from __future__ import annotations

import re

from recoupe.rooms.annotate.moments.context import Context, Reading
from recoupe.rooms.annotate.moments.spans_of_time import LENGTH, read_length
from recoupe.rooms.annotate.numbers.ages import stands_for_age

# « un jour », « une fois », « à un moment » are no lengths: a bare article makes one only of these.
_ONE_OF = re.compile(r"(?:an|année|mois|semaine|heure|minute|siècle|décennie)$", re.IGNORECASE)


def _read_duration(match: re.Match[str], context: Context) -> Reading | None:
    length = read_length(match, context.language)
    if length is None:
        return None
    bare_one = match["count"].lower() in {"un", "une"} and not match["half"]
    if bare_one and not _ONE_OF.match(match["length_unit"]):
        return None
    if stands_for_age(match.string, match.start("count"), match.end(), context.language):
        return None
    return Reading("duration", duration=length.iso)


def _read_clock_length(match: re.Match[str], context: Context) -> Reading | None:  # noqa: ARG001
    """« en 2 h 15 », « 1 h 50 de retard », « 2 h 19 min 12 s », « 1 min 51 s 28 »."""
    groups = match.groupdict()
    iso = ""
    for unit in ("hours", "minutes", "seconds"):
        if groups.get(unit):
            iso += f"{int(groups[unit])}"
            iso += f".{groups['hundredths']}" if unit == "seconds" and groups["hundredths"] else ""
            iso += unit[0].upper()
    return Reading("duration", duration=f"PT{iso}")


_HOURS = r"(?<![\d,.])(?P<hours>\d{1,3}) ?h(?:eures?)?"
_MINUTES = r"(?P<minutes>\d{1,2}) ?(?:min|mn|minutes?)\b"
_SECONDS = r"(?P<seconds>\d{1,2}) ?(?:s|sec|secondes?)\b(?: ?(?P<hundredths>\d\d)\b)?"
RULES = (
    (
        rf"(?:{{lasting}} )?{_HOURS} ?(?:et )?{_MINUTES}(?: ?(?:et )?{_SECONDS})?",
        _read_clock_length,
    ),
    (rf"(?:{{lasting}} )?(?<![\d,.]){_MINUTES} ?(?:et )?{_SECONDS}", _read_clock_length),
    (rf"{{lasting}} {_HOURS}(?: ?(?P<minutes>[0-5]\d))?(?!\w)(?! [0-5]\d)", _read_clock_length),
    (rf"{_HOURS} ?(?P<minutes>[0-5]\d)?(?!\w)(?={{lasted}})", _read_clock_length),
    (
        rf"\b(?:(?:depuis|pendant|durant|pour|après|en|au bout de|d'une durée de|sur) )?(?<!tous les ){LENGTH}",
        _read_duration,
    ),
)

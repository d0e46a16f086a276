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
    if match["count"].lower() in {"un", "une"} and not _ONE_OF.match(match["length_unit"]):
        return None
    if stands_for_age(match.string, match.start("count"), match.end(), context.language):
        return None
    return Reading("duration", duration=length.iso)


RULES = (
    (
        rf"\b(?:(?:depuis|pendant|durant|pour|après|en|au bout de|d'une durée de|sur) )?(?<!tous les ){LENGTH}",
        _read_duration,
    ),
)

"""Lengths of time written like a clock: « 2 h 40 de retard », « 1 min 51 s 28 »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recoupe.records import Figure, Modifier, Moment, MomentType, Span
from recoupe.rooms.annotate.figures.wordings import bound_value, find_modifier_before

_ISO = re.compile(r"PT(?:(?P<hour>\d+)H)?(?:(?P<minute>\d+)M)?(?:(?P<second>[\d.]+)S)?")
_SECONDS = {"hour": 3600, "minute": 60, "second": 1}
_SEVERAL_NUMBERS = re.compile(r"\d\D+\d|\d ?h(?!\w)")


def read_clock_lengths(text: str, moments: Sequence[Moment], language: str) -> Iterator[Figure]:
    """The durations among the moments that one number and one unit do not tell, as figures.

    The unit is the smallest that is written: « 2 h 40 » is 160 minutes. « deux heures et demie » is
    left to the numbers.
    """
    for moment in moments:
        words = moment.span.cut(text)
        found = _ISO.fullmatch(moment.duration or "")
        if moment.type is not MomentType.DURATION or found is None:
            continue
        if not _SEVERAL_NUMBERS.search(words):
            continue
        parts = {unit: float(part) for unit, part in found.groupdict().items() if part}
        smallest = next(unit for unit in ("second", "minute", "hour") if unit in parts)
        seconds = sum(_SECONDS[unit] * part for unit, part in parts.items())
        value = round(seconds / _SECONDS[smallest], 2)
        digit = re.search(r"\d", words)
        start = moment.span.start + (digit.start() if digit else 0)
        modifier, begins = find_modifier_before(text, start, language) or (Modifier.EXACT, start)
        low, high = bound_value(value, modifier)
        span = Span(begins, moment.span.end)
        unit = f"duration:{smallest}"
        yield Figure("", span, value, low, high, modifier, unit, text[start : moment.span.end])

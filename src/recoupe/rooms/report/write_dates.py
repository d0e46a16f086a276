"""ISO dates as a reader writes them, and as a place on an axis."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from recoupe.rooms.report.load_labels import Labels

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:T(?P<hour>\d{2}):(?P<minute>\d{2})[0-9:.+Z-]*)?)?)?"
)
_DURATION = re.compile(
    r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)S)?)?"
)


@dataclass(frozen=True, slots=True)
class _Day:
    year: int
    month: int | None
    day: int | None
    hour: int | None
    minute: int | None


def _parse(iso: str) -> _Day | None:
    """The parts of an ISO date, or None where the words are no date of the calendar."""
    found = _ISO.fullmatch(iso)
    if found is None:
        return None
    year, month, day, hour, minute = (int(g) if g else None for g in found.groups())
    assert year is not None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return _Day(year, month, day, hour, minute)


def write_date(iso: str | None, labels: Labels, *, with_time: bool = True) -> str:
    r"""The date for a reader; words that are no ISO date are given as they are.

    Example:
        >>> from recoupe.rooms.report.load_labels import load_labels
        >>> write_date("2026-11-17T07:30:00", load_labels("fr")).replace("\xa0", " ")
        '17 nov. 2026, 7 h 30'
        >>> write_date("2026-11", load_labels("en")).replace("\xa0", " ")
        'Nov. 2026'
    """
    if iso is None:
        return labels.say("date.unknown")
    known = _parse(iso)
    if known is None:
        return iso
    if known.month is None:
        return str(known.year)
    month = labels.tables["date"]["months"][known.month - 1]
    if known.day is None:
        return labels.say("date.month_only", month=month, year=str(known.year))
    parts = {"day": _name_day(known.day, labels), "month": month, "year": str(known.year)}
    if known.hour is None or not with_time:
        return labels.say("date.day", **parts)
    return labels.say("date.day_time", **parts, time=_write_time(known, labels))


def write_short_date(iso: str, labels: Labels) -> str:
    """Day and month only, for the axis of a chart."""
    known = _parse(iso)
    if known is None or known.month is None or known.day is None:
        return write_date(iso, labels)
    month = labels.tables["date"]["months"][known.month - 1]
    return labels.say("date.short_day", day=_name_day(known.day, labels), month=month)


def _write_time(known: _Day, labels: Labels) -> str:
    hour = str(known.hour) if labels.language == "fr" else f"{known.hour:02}"
    if not known.minute:
        return labels.say("date.time_full_hour", hour=hour)
    return labels.say("date.time", hour=hour, minute=f"{known.minute:02}")


def _name_day(day: int, labels: Labels) -> str:
    return labels.say("date.first_day") if day == 1 else str(day)


def write_period(dates: list[str], labels: Labels) -> str | None:
    r"""From the first to the last of ISO dates, what they share said once; None without dates.

    Example:
        >>> from recoupe.rooms.report.load_labels import load_labels
        >>> days = ["2026-11-17T07:30", "2026-11-20"]
        >>> write_period(days, load_labels("fr")).replace("\xa0", " ")
        '17 – 20 nov. 2026'
    """
    found = [(iso[:10], day) for iso in dates if (day := _parse(iso)) is not None]
    known = sorted(found, key=lambda pair: pair[0])
    if not known:
        return None
    (first_iso, first), (last_iso, last) = known[0], known[-1]
    end = write_date(last_iso, labels)
    if first_iso == last_iso:
        return end
    start = write_date(first_iso, labels)
    if first.day and last.day and first.year == last.year:
        start = write_short_date(first_iso, labels)
        if first.month == last.month:
            start = _name_day(first.day, labels)
    return labels.say("date.range", start=start, end=end)


def write_duration(iso: str, labels: Labels) -> str:
    r"""An ISO duration in words; one that is not of whole units is given as it is.

    Example:
        >>> from recoupe.rooms.report.load_labels import load_labels
        >>> write_duration("P2Y6M", load_labels("fr")).replace("\xa0", " ")
        '2 ans 6 mois'
        >>> write_duration("PT2M", load_labels("en")).replace("\xa0", " ")
        '2 minutes'
    """
    found = _DURATION.fullmatch(iso)
    counts = found.groupdict() if found else {}
    words = [labels.say(f"length.{unit}", n=int(n)) for unit, n in counts.items() if n]
    return " ".join(words) or iso


def count_days(iso: str | None) -> float | None:
    """Days since the start of the calendar with the time as a fraction; None for no full date."""
    known = _parse(iso) if iso else None
    if known is None or known.month is None or known.day is None:
        return None
    whole = date(known.year, known.month, known.day).toordinal()
    return whole + ((known.hour or 0) * 60 + (known.minute or 0)) / 1440


def pick_ticks(first_day: float, last_day: float, *, most: int = 6) -> list[tuple[float, str]]:
    """Whole days for an axis, at most so many, evenly set, as (place, ISO date)."""
    start = int(first_day)
    days = max(1, int(last_day) - start)
    step = max(1, -(-days // max(1, most - 1)))
    ticks = range(start, int(last_day) + 1, step)
    origin = date(1, 1, 1)
    return [(float(tick), (origin + timedelta(days=tick - 1)).isoformat()) for tick in ticks]

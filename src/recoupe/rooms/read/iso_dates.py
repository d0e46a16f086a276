"""Publication dates in one form: ISO 8601, in the readers' time zone, and none that cannot be."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from recoupe.settings import DEFAULT_TIME_ZONE

# Servers say 1970 for "no date" and 2099 for "never"; no news page on the web is older than 1990.
FIRST_YEAR = 1990
LAST_YEAR = 2090

_ISO = re.compile(
    r"\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?\s*",
    re.IGNORECASE,
)


def read_iso(raw: str | None) -> str | None:
    """A date or date-time as Recoupe writes it; None where it is none or cannot be.

    A time with an offset becomes the wall time of the readers' zone; a time without one stands.

    Example:
        >>> read_iso("2026-03-10T23:40:00+00:00"), read_iso("2026-03-10")
        ('2026-03-11T00:40:00', '2026-03-10')
        >>> read_iso("1970-01-01T00:00:00Z"), read_iso("hier")
        (None, None)
    """
    match = _ISO.fullmatch(raw) if raw else None
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    if match[4] is None:
        return make_iso(year, month, day)
    try:
        moment = datetime.fromisoformat(
            re.sub(r"\.\d+", "", match[0].strip().upper().replace(" ", "T", 1))
        )
    except ValueError:
        return None
    if moment.tzinfo is not None:
        zone = _load_zone()
        moment = (moment.astimezone(zone) if zone else moment).replace(tzinfo=None)
    return moment.isoformat() if is_plausible(moment.year) else None


def make_iso(
    year: int,
    month: int,
    day: int,
    hour: int | None = None,
    minute: int | None = None,
    second: int = 0,
) -> str | None:
    """A date, with its time where an hour is given; None where the calendar has no such day."""
    if not is_plausible(year):
        return None
    try:
        if hour is None:
            return date(year, month, day).isoformat()
        return datetime(year, month, day, hour, minute or 0, second).isoformat()
    except ValueError:
        return None


def is_plausible(year: int) -> bool:
    """Whether a page on the web can be of this year.

    Example:
        >>> is_plausible(2026), is_plausible(1970), is_plausible(2099)
        (True, False, False)
    """
    return FIRST_YEAR <= year <= LAST_YEAR


@cache
def _load_zone() -> ZoneInfo | None:
    try:
        return ZoneInfo(DEFAULT_TIME_ZONE)
    except ZoneInfoNotFoundError:
        return None

"""Dates of feeds: none is better than a wrong one."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from time import struct_time

from recoupe.rooms.read.iso_dates import read_iso
from recoupe.rooms.read.text_dates import find_dates

# Clocks of servers are off by hours and zones are forgotten; nothing is published two days ahead.
AHEAD = timedelta(days=2)
_TIME = re.compile(r"\d{1,2}\s?[:hH]\s?\d{2}")
_ZONE = re.compile(r"(?:[+-]\d{2}:?\d{2}|\b(?:GMT|UTC?|Z|CES?T))\s*$")
_YEAR = re.compile(r"\b\d{4}\b")


def choose_date(
    raw: Sequence[str], parsed: struct_time | None, now: datetime
) -> tuple[str | None, tuple[str, ...]]:
    """A date that can be, in the readers' time zone, and what was wrong with it otherwise.

    Args:
        raw: What the feed says, the best first.
        parsed: What a reader of feeds made of it, UTC, or None.
        now: When it is read; nothing is published much later.

    Returns:
        ISO 8601 or None, and "date_unreadable" or "date_implausible" where there was one.
    """
    said = [value.strip() for value in raw if value.strip()]
    if not said:
        return None, ()
    found = read_iso(said[0]) or _read_mail_date(said[0])
    if found is None and parsed is not None and _TIME.search(said[0]) and _ZONE.search(said[0]):
        found = _read_moment(parsed)
    if found is None:
        found = next(iter(find_dates(said[0])), None)
    if found is None:
        return None, ("date_implausible" if _YEAR.search(said[0]) else "date_unreadable",)
    return (None, ("date_implausible",)) if _is_ahead(found, now) else (found, ())


def _read_mail_date(raw: str) -> str | None:
    """A date as mail and RSS write it; without a zone, its time stands as written."""
    try:
        moment = parsedate_to_datetime(raw)
    except (ValueError, TypeError, IndexError):
        return None
    if not _TIME.search(raw):
        return read_iso(moment.date().isoformat())
    return read_iso(moment.isoformat())


def _read_moment(parsed: struct_time) -> str | None:
    try:
        return read_iso(datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat())
    except (ValueError, OverflowError, OSError):
        return None


def _is_ahead(found: str, now: datetime) -> bool:
    return datetime.fromisoformat(found).replace(tzinfo=UTC) > now.astimezone(UTC) + AHEAD

"""The entries of a live page: lines that start with their time, with sentences under them."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from recoupe.records import Entry, Span
from recoupe.rooms.clean.lines import Line

# An entry of a live page starts with its time; four of them are no coincidence.
_FEWEST_ENTRIES = 4
# A list of teasers also bears times, but no sentences under its titles.
_TOLD_RATIO = 0.5
# A live page is opened or was last changed within so long of an entry.
_NEAR_MINUTES = 180
_ENTRY_TIME = re.compile(
    r"^\W*(?:à )?(?P<hour>[01]?\d|2[0-3])\s?[h:]\s?(?P<minute>[0-5]\d)\b", re.IGNORECASE
)


def find_entries(lines: list[Line]) -> list[int]:
    """Indices of the lines that start an entry of a live page; empty where the page is none.

    « 17h40 - La préfecture annonce… », or « 17:40 » alone above its text. A list of teasers
    (« 19:12 Football. Brenne battu ») is none: nothing is told under its titles.
    """
    starts = [line.index for line in lines if _ENTRY_TIME.match(line.text)]
    if len(starts) < _FEWEST_ENTRIES:
        return []
    told = [
        start
        for start, end in pairwise([*starts, min(len(lines), starts[-1] + 4)])
        if any(line.is_prose or line.text.endswith(".") for line in lines[start:end])
    ]
    return told if len(told) >= max(_FEWEST_ENTRIES, _TOLD_RATIO * len(starts)) else []


def make_entries(
    lines: list[Line], furniture: Container[int], published: str | None
) -> tuple[Entry, ...]:
    """The entries of a live page with their times, in text order; empty where the page is none.

    The day is the page's. Where the times pass midnight, the page's own time must show on which
    side it stands: shortly after the newest entry or before the oldest; else the days are not told.

    Args:
        lines: The lines of the page.
        furniture: Indices of the lines that are furniture; an entry ends before those at its end.
        published: When the page was published, ISO 8601, or None.
    """
    starts = [start for start in find_entries(lines) if start not in furniture]
    if not starts:
        return ()
    moments = _date_times([_read_time(lines[start]) for start in starts], published)
    entries = []
    for number, (start, end) in enumerate(pairwise([*starts, len(lines)])):
        last = max(at for at in range(start, end) if at == start or at not in furniture)
        published_at = moments[number].isoformat() if moments else None
        entries.append(Entry(Span(lines[start].start, lines[last].end), published_at))
    return tuple(entries)


def _read_time(line: Line) -> time:
    match = _ENTRY_TIME.match(line.text)
    return time(int(match["hour"]), int(match["minute"])) if match else time()


def _date_times(times: Sequence[time], published: str | None) -> list[datetime] | None:
    """A moment for each time, newest first or oldest first; None where the days are not told."""
    if published is None:
        return None
    falling = sum(a > b for a, b in pairwise(times)) >= sum(a < b for a, b in pairwise(times))
    oldest_first = list(reversed(times)) if falling else list(times)
    days = [0]
    for before, after in pairwise(oldest_first):
        days.append(days[-1] + (after < before))
    shift = _find_shift(oldest_first, days[-1], published)
    if shift is None:
        return None
    first = date.fromisoformat(published[:10]) + timedelta(days=shift)
    moments = [
        datetime.combine(first + timedelta(days=day), at)
        for day, at in zip(days, oldest_first, strict=True)
    ]
    return moments[::-1] if falling else moments


def _find_shift(oldest_first: Sequence[time], last_day: int, published: str) -> int | None:
    """Days from the page's day to that of the oldest entry; None where nothing tells it."""
    if last_day == 0:
        return 0
    if len(published) <= len("2026-03-10"):
        return None
    at = _count_minutes(datetime.fromisoformat(published).time())
    after_newest = at - _count_minutes(oldest_first[-1])
    before_oldest = _count_minutes(oldest_first[0]) - at
    if 0 <= after_newest <= _NEAR_MINUTES:
        return -last_day
    return 0 if 0 <= before_oldest <= _NEAR_MINUTES else None


def _count_minutes(at: time) -> int:
    return 60 * at.hour + at.minute

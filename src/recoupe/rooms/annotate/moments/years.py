"""Which year or week a time without one is of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from recoupe.rooms.annotate.moments.calendar_days import DAYS_OF_WEEK
from recoupe.rooms.annotate.moments.context import Context

# Without a verb, or with one in the present, a day is of the coming year only where that is much
# nearer: « le procès s'ouvre le 4 novembre », printed on 29 October. A choice of ours, unmeasured.
_NEARER_TIMES = 3
# Two-digit years up to this are of this century.
_LAST_SHORT_YEAR = 50


def choose_year(
    make: Callable[[int], date | None], context: Context, offset: int, *, coming: bool = False
) -> date | None:
    """The latest such day up to publication, or the next where the verb looks ahead.

    The nearer of the two for what was planned (« comptait fermer en juin »).

    Args:
        make: The day in a given year, or None where that year has none.
        context: What is known so far.
        offset: Where the words stand; the verb that governs them decides.
        coming: Whether the words themselves say that it is to come (« prochain »).
    """
    published = context.published
    if published is None:
        return None
    days = [day for n in range(-4, 5) if (day := make(published.year + n)) is not None]
    past = max((day for day in days if day <= published), default=None)
    future = min((day for day in days if day >= published), default=None)
    if past is None or future is None:
        return past or future
    tense = "future" if coming else context.find_tense(offset)
    if tense == "future":
        return future
    if tense == "planned":
        return future if future - published < published - past else past
    much_nearer = (future - published) * _NEARER_TIMES < published - past
    return future if tense != "past" and much_nearer else past


def choose_weekday(weekday: int, context: Context, offset: int, which: str = "") -> date | None:
    """The day of the week that the words mean, from the publication.

    « lundi » is the latest Monday up to publication, that day itself if it is one, or the next
    where the verb looks ahead; « lundi dernier » lies before that day, « lundi prochain » after it.
    `which` is "last", "next", "coming" (that day or the next such), "past" or "".
    """
    published = context.published
    if published is None:
        return None
    back = (published.weekday() - weekday) % DAYS_OF_WEEK
    if which == "last":
        return published - timedelta(days=back or DAYS_OF_WEEK)
    ahead = (weekday - published.weekday()) % DAYS_OF_WEEK
    if which == "next":
        return published + timedelta(days=ahead or DAYS_OF_WEEK)
    looks_ahead = context.speaks_of_future(offset) or context.is_scheduled(offset)
    if which == "coming" or (not which and looks_ahead):
        return published + timedelta(days=ahead)
    return published - timedelta(days=back)


def read_year(digits: str) -> int:
    """A year of four digits, or of two as they are written in dates.

    Example:
        >>> read_year("24"), read_year("98")
        (2024, 1998)
    """
    year = int(digits)
    if year >= 100:
        return year
    return year + (2000 if year <= _LAST_SHORT_YEAR else 1900)

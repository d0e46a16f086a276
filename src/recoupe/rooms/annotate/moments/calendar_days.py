"""Days, months and years of the calendar, as half-open periods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

MONTHS_OF_YEAR = 12
DAYS_OF_WEEK = 7
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Period:
    """Days, or a time on a day.

    Attributes:
        first: First day.
        after: The day after the last.
        clock: Hour and minute where the words give a time on the first day.
        clock_minutes: How long the time of day lasts: 1, or 60 where only the hour is given.
    """

    first: date
    after: date
    clock: tuple[int, int] | None = None
    clock_minutes: int = 1

    @property
    def is_day(self) -> bool:
        """Whether it is one day or less."""
        return self.after - self.first <= timedelta(days=1)

    def write_bounds(self) -> tuple[str, str]:
        """Both bounds as ISO dates, or date-times where a time of day is known."""
        if self.clock is None:
            return self.first.isoformat(), self.after.isoformat()
        since = datetime(self.first.year, self.first.month, self.first.day, *self.clock)
        until = since + timedelta(minutes=self.clock_minutes)
        return since.isoformat(), until.isoformat()


def make_day(day: date, clock: tuple[int, int] | None = None, clock_minutes: int = 1) -> Period:
    """One day, or a time on it."""
    return Period(day, day + timedelta(days=1), clock, clock_minutes)


def make_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (31 June)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month.

    Example:
        >>> add_months(date(2024, 1, 31), 1)
        datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * MONTHS_OF_YEAR + day.month - 1 + months, MONTHS_OF_YEAR)
    year = min(max(year, date.min.year), date.max.year - 1)
    for last in (day.day, 30, 29, 28):
        found = make_date(year, month + 1, last)
        if found is not None and last <= day.day:
            return found
    return date(year, month + 1, 1)


def month_of(day: date) -> Period:
    """The month that holds a day."""
    first = day.replace(day=1)
    return Period(first, add_months(first, 1))


def year_of(day: date, years: int = 1) -> Period:
    """The year that holds a day, or several from it on."""
    first = date(day.year, 1, 1)
    return Period(first, add_months(first, MONTHS_OF_YEAR * years))


def week_of(day: date) -> Period:
    """The week, Monday to Sunday, that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=DAYS_OF_WEEK))


def weekend_of(day: date) -> Period:
    """Saturday and Sunday of the week that holds a day."""
    saturday = week_of(day).first + timedelta(days=SATURDAY)
    return Period(saturday, saturday + timedelta(days=2))


def cut_part(whole: Period, part: str) -> Period:
    """The "start", "middle" or "end" of a month, a year, or of days.

    A month is cut after the 10th and the 20th; a year after March and September, the middle being
    May to August; a week after Tuesday and Thursday.
    """
    days = (whole.after - whole.first).days
    if days > 31:
        cuts = {"start": (0, 3), "middle": (4, 8), "end": (9, 12)}[part]
        return Period(add_months(whole.first, cuts[0]), add_months(whole.first, cuts[1]))
    if days > DAYS_OF_WEEK:
        tenth, twentieth = (whole.first + timedelta(days=n) for n in (10, 20))
    else:
        tenth, twentieth = (whole.first + timedelta(days=n) for n in (2, 4))
    return {
        "start": Period(whole.first, tenth),
        "middle": Period(tenth, twentieth),
        "end": Period(twentieth, whole.after),
    }[part]


def easter_of(year: int) -> date:
    """Easter Sunday of the Gregorian calendar.

    Source:
        The anonymous algorithm of Nature, 1876, as in Meeus, Astronomical Algorithms, 1991.

    Example:
        >>> easter_of(2024)
        datetime.date(2024, 3, 31)
    """
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap, rest = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * rest + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)

"""What the reading of a moment rests on: the publication, the verb, the day last spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from recoupe.rooms.annotate.moments.calendar_days import Period
from recoupe.rooms.annotate.moments.tense import find_tense, find_token, is_scheduled

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase of time was read as.

    Attributes:
        type: "date", "interval", "duration" or "vague".
        period: The days it stands for; None where they cannot be told.
        duration: ISO 8601 duration, or None.
        end: Where the phrase ends, when that is before the end of the match; else None.
    """

    type: str
    period: Period | None = None
    duration: str | None = None
    end: int | None = None


@dataclass(slots=True)
class Context:
    """The ground that relative times stand on, while a document is read from its start.

    Attributes:
        doc: The parsed document.
        language: Its language.
        published: The day of publication in its own place, or None.
        anchor: The day last spoken of; None before the first.
        last_past: The last one spoken of that is not after publication.
        published_hour: Hour of publication; None where only the day is known.
    """

    doc: Doc
    language: str
    published: date | None
    anchor: date | None = None
    last_past: date | None = None
    published_hour: int | None = None

    def note_day(self, day: date) -> None:
        """Keep a day that was spoken of as the ground of what follows."""
        self.anchor = day
        if self.published is not None and day <= self.published:
            self.last_past = day

    def find_tense(self, offset: int) -> str | None:
        """Tense of the verb that governs the word at an offset."""
        return find_tense(find_token(self.doc, offset), self.language)

    def speaks_of_future(self, offset: int) -> bool:
        """Whether that verb speaks of the future."""
        return self.find_tense(offset) == "future"

    def is_scheduled(self, offset: int) -> bool:
        """Whether that verb tells in the present what a day is set for: « s'ouvre lundi »."""
        return is_scheduled(find_token(self.doc, offset), self.language)

    def find_day(self, offset: int) -> date | None:
        """The day last spoken of, a past one where the verb tells of the past; else publication."""
        if self.published is None or self.anchor is None or self.anchor <= self.published:
            return self.day
        if self.find_tense(offset) == "past":
            return self.last_past or self.published
        return self.day

    @property
    def day(self) -> date | None:
        """The day last spoken of, else that of publication."""
        return self.anchor or self.published

    @property
    def tomorrow(self) -> date | None:
        """The day after publication: the open end of what lasts until now."""
        return self.published + timedelta(days=1) if self.published else None


def read_hour(published: str | None) -> int | None:
    """The hour of an ISO date-time; None of a date.

    Example:
        >>> read_hour("2024-10-29T00:05:00"), read_hour("2024-10-29")
        (0, None)
    """
    found = _ISO.match(published or "")
    return int(found[2][:2]) if found is not None and found[2] else None


def read_published(published: str | None) -> date | None:
    """The day of an ISO date or date-time, as it was where the article appeared.

    A time zone is left aside: the date as written is the newsroom's own.

    Example:
        >>> read_published("2024-10-29T00:05:00+01:00")
        datetime.date(2024, 10, 29)
    """
    found = _ISO.match(published or "")
    if found is None:
        return None
    try:
        return datetime.fromisoformat(found[1]).date()
    except ValueError:
        return None

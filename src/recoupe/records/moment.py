"""A time as worded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.records.span import Span


class MomentType(StrEnum):
    """What kind of time the words give."""

    DATE = "date"
    INTERVAL = "interval"
    DURATION = "duration"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression and the interval it stands for.

    Attributes:
        span: The words.
        type: A day or time of day, a longer interval, a duration, or vague.
        since: First day or instant, ISO date or date-time; None where unknown. "from" in JSON.
        until: One past the last day or instant, same form; None where open. "to" in JSON.
        duration: ISO 8601 duration ("P2Y6M") for durations, else None.
    """

    span: Span
    type: MomentType
    since: str | None = None
    until: str | None = None
    duration: str | None = None

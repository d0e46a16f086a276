"""One entry of a live page."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.records.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A stretch of a live page that was published at its own time.

    Attributes:
        span: From the line with its time to the line before the next entry.
        published: ISO 8601 date-time; None where the page does not tell the day.
    """

    span: Span
    published: str | None = None

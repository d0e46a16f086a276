"""What several statements or sentences say alike, and how its reported status moved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.records.span import Span


class Status(StrEnum):
    """A claim as reported on a day. Never a verdict of ours."""

    ALLEGED = "alleged"
    ANNOUNCED = "announced"
    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not_confirmed"
    DENIED = "denied"
    CORRECTED = "corrected"


class Reading(StrEnum):
    """How words read without what stands around them."""

    SENTENCE = "sentence"  # subject and finite verb
    LEANING = "leaning"  # the same, opening or ending on what stands beside it
    FRAGMENT = "fragment"


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A passage of an article that says something.

    Attributes:
        article: Id of the article.
        span: The passage.
        statement: Id of the statement it belongs to; None in the article's own voice.
    """

    article: str
    span: Span
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class StatusChange:
    """The status of a claim as one speaker gave it on one day.

    Attributes:
        on: ISO date of the speech, else of the publication; None where neither is known.
        status: What was said of the claim.
        by: Speaker id; None in the article's own voice.
        evidence: Index into the claim's evidence.
    """

    on: str | None
    status: Status
    by: str | None
    evidence: int


@dataclass(frozen=True, slots=True)
class Claim:
    """Passages that say the same.

    Attributes:
        id: Made from its evidence.
        text: The wording that says it best, verbatim from one piece of evidence.
        evidence: The passages, sorted by publication, article and position.
        speakers: Ids of those who say it, sorted.
        article_count: How many articles carry it.
        outlet_count: How many outlets; None where an outlet is unknown.
        origin_count: How many origins it goes back to.
        status: Reported status over time, oldest first.
        reading: How its text reads alone; None where nobody looked.
    """

    id: str
    text: str
    evidence: tuple[Evidence, ...]
    speakers: tuple[str, ...]
    article_count: int
    outlet_count: int | None
    origin_count: int
    status: tuple[StatusChange, ...] = ()
    reading: Reading | None = None

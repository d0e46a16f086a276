"""A number as its wording lets us read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.records.span import Span


class Modifier(StrEnum):
    """How the wording bounds the number."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    NEARLY = "nearly"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its modifier and what is counted.

    « près de 2 000 » and « plus de 2 000 » are not the same number: each has the bounds that its
    words allow, never one invented midpoint.

    Attributes:
        id: Made from the article's text and the span.
        span: The number with its modifier and what is counted.
        value: The number; None for « des milliers ».
        low: Least value the wording allows; None when open.
        high: Greatest value the wording allows; None when open.
        modifier: How the wording bounds it; None for a quantity without a number.
        unit: "person", "money:EUR", "percent", "duration:day", "length:metre", "area:m2",
            "mass:g", "age:year", "date", "ordinal" or "count:<noun>".
        counted: What is counted, in the article's words with normal spaces.
        stage: The predicate or stage that decides whether two figures measure the same
            ("planned", "sent", "arrived", "killed", "wounded", "killed_or_wounded", ...);
            None where the words give none.
        statement: Id of the statement that holds it; None in the article's own voice.
    """

    id: str
    span: Span
    value: float | None
    low: float | None
    high: float | None
    modifier: Modifier | None
    unit: str
    counted: str
    stage: str | None = None
    statement: str | None = None

"""Whether two articles were published near enough in time to have one origin."""

from __future__ import annotations

from datetime import date

from recoupe.records import Article

# A press conference is reported for two days and taken up in the weekend papers.
NEAR_DAYS = 3


def published_near(one: Article, other: Article, *, days: int = NEAR_DAYS) -> bool:
    """Whether the publication days are at most so many days apart; unknown days are near."""
    if one.published is None or other.published is None:
        return True
    first, second = (date.fromisoformat(a.published[:10]) for a in (one, other) if a.published)
    return abs((first - second).days) <= days

"""The articles about one event."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.records.claim import Claim
from recoupe.records.difference import Difference
from recoupe.records.origin import Origin


@dataclass(frozen=True, slots=True)
class Story:
    """The articles about one event, and what was found in holding them against each other.

    Attributes:
        id: Made from its articles.
        title: The most central headline, verbatim.
        articles: Ids, sorted by publication and id.
        origins: What its articles go back to; every article is in exactly one that is not
            `within` another.
        claims: What is claimed, most origins first.
        differences: Where the articles part, conflicts first.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    origins: tuple[Origin, ...] = ()
    claims: tuple[Claim, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def counted_origins(self) -> tuple[Origin, ...]:
        """The origins that are counted: each article is in exactly one of them."""
        return tuple(origin for origin in self.origins if origin.within is None)

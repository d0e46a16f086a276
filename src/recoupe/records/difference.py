"""Sides that part on one matter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.records.claim import Evidence


class DifferenceKind(StrEnum):
    """On what the sides part."""

    FIGURE = "figure"
    SPEAKER = "speaker"
    PLACE = "place"
    DATE = "date"
    STANCE = "stance"
    NAME = "name"
    WORDING = "wording"


class Verdict(StrEnum):
    """What a difference amounts to; see `dossier-format.md`."""

    CONTRADICTION = "contradiction"
    DISPUTE = "dispute"
    UPDATE = "update"
    DIFFERENT_MEASURE = "different_measure"
    COMPATIBLE = "compatible"
    WORDING = "wording"
    GARBLED = "garbled"


CONFLICTS = frozenset({Verdict.CONTRADICTION, Verdict.DISPUTE, Verdict.GARBLED})


@dataclass(frozen=True, slots=True)
class Side:
    """One of the sides.

    Attributes:
        value: What this side says, in a few words of the evidence.
        said_by: Speaker id; None in the article's own voice or with several speakers.
        on: ISO date it holds for or was said on; None where unknown.
        evidence: The passages that say it.
    """

    value: str
    said_by: str | None
    on: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two or more sides on one matter, with a verdict that holds for every pair of them.

    Attributes:
        id: Made from kind, verdict and evidence.
        kind: On what they part.
        verdict: What it amounts to.
        matter: What it is about, in words of an article: a noun with its complements, a place, the
            start of a passage; never empty.
        sides: The sides, oldest first where dates are known.
        why: The reason of the verdict, a plain French sentence.
        why_en: The same in English.
    """

    id: str
    kind: DifferenceKind
    verdict: Verdict
    matter: str
    sides: tuple[Side, ...]
    why: str
    why_en: str

    @property
    def is_conflict(self) -> bool:
        """Whether a reader must see it."""
        return self.verdict in CONFLICTS

"""What a decision is about, in a story as it is now: by id, else by its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from recoupe.records import Anchor, Article, Claim, Difference, Evidence, Span, Statement

# Less than half in common is something else: a person's word must not land on another passage.
LEAST_SHARED_RATIO = 0.5

_Found = TypeVar("_Found")


def find_statement(anchor: Anchor, articles: Iterable[Article]) -> tuple[Article, Statement] | None:
    """The statement with the anchor's id, else the one whose words overlap most; or None."""
    best: tuple[float, Article, Statement] | None = None
    for article in articles:
        for statement in article.statements:
            if statement.id == anchor.id:
                return article, statement
        places = [e.span for e in anchor.evidence if e.article == article.id]
        for statement in article.statements if places else ():
            ratio = max(_measure_overlap(place, statement.whole) for place in places)
            if ratio >= LEAST_SHARED_RATIO and (best is None or ratio > best[0]):
                best = (ratio, article, statement)
    return best[1:] if best else None


def find_claim(anchor: Anchor, claims: Iterable[Claim]) -> Claim | None:
    """The claim with the anchor's id, else the one that shares most of its passages; or None."""
    return _find([(claim.id, claim.evidence, claim) for claim in claims], anchor)


def find_difference(anchor: Anchor, differences: Iterable[Difference]) -> Difference | None:
    """The difference with the anchor's id, else the one that shares most passages; or None."""
    return _find([(d.id, list_evidence(d), d) for d in differences], anchor)


def list_evidence(difference: Difference) -> tuple[Evidence, ...]:
    """The passages of all sides."""
    return tuple(evidence for side in difference.sides for evidence in side.evidence)


def share_evidence(some: Sequence[Evidence], others: Sequence[Evidence]) -> list[Evidence]:
    """Those of some passages that overlap one of the others."""
    return [e for e in some if any(share_place(e, other) for other in others)]


def share_place(some: Evidence, other: Evidence) -> bool:
    """Whether two passages overlap in one article."""
    return some.article == other.article and some.span.overlaps(other.span)


def _find(
    candidates: Sequence[tuple[str, Sequence[Evidence], _Found]], anchor: Anchor
) -> _Found | None:
    for id_, _, candidate in candidates:
        if id_ == anchor.id:
            return candidate
    best: tuple[float, _Found] | None = None
    for _, evidence, candidate in candidates:
        shared = len(share_evidence(evidence, anchor.evidence))
        ratio = shared / max(len(evidence), len(anchor.evidence), 1)
        if ratio >= LEAST_SHARED_RATIO and (best is None or ratio > best[0]):
            best = (ratio, candidate)
    return best[1] if best else None


def _measure_overlap(some: Span, other: Span) -> float:
    """Characters in common over characters of both, 0 to 1."""
    shared = min(some.end, other.end) - max(some.start, other.start)
    return max(shared, 0) / (max(some.end, other.end) - min(some.start, other.start))

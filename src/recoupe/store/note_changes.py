"""What moved in a story since it was last told: rows that answer « what changed since »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, insert

from recoupe.records import Claim, Side, Status, Story, Verdict
from recoupe.store import tables
from recoupe.store.clean_text import clean_text

# Claims are told apart across tellings by their evidence: the same words at the same place.
Place = tuple[str, int, int]


def note_changes(connection: Connection, former: Sequence[Story], story: Story, at: str) -> None:
    """Write what is new in a story against the stories that held its articles before.

    Args:
        connection: A writing transaction.
        former: The stories that held any of its articles.
        story: The story as told now.
        at: Time of the change, ISO 8601.
    """
    rows = [
        {"at": at, "story_id": story.id, "kind": kind, "ref": ref, "text": clean_text(text)}
        for kind, ref, text in _find_changes(former, story)
    ]
    if rows:
        connection.execute(insert(tables.changes), rows)


def _find_changes(former: Sequence[Story], story: Story) -> Iterator[tuple[str, str, str]]:
    known = {article for old in former for article in old.articles}
    for article in story.articles:
        if article not in known:
            yield "article", article, ""
    if not former:
        return
    statuses = _map_statuses(former)
    for claim in story.claims:
        new = {change.status for change in claim.status} - _find_statuses(claim, statuses)
        for status in (s for s in Status if s in new and s in _TELLING):
            yield f"status_{status}", claim.id, claim.text
    seen = {_places(d.sides) for old in former for d in old.differences}
    for difference in story.differences:
        if _places(difference.sides) in seen:
            continue
        if difference.is_conflict:
            yield "conflict", difference.id, difference.matter
        elif difference.verdict is Verdict.UPDATE:
            yield "update", difference.id, difference.matter


_TELLING = frozenset({Status.CONFIRMED, Status.DENIED, Status.CORRECTED, Status.NOT_CONFIRMED})


def _map_statuses(former: Sequence[Story]) -> dict[Place, set[Status]]:
    found: dict[Place, set[Status]] = {}
    for old in former:
        for claim in old.claims:
            for place in _claim_places(claim):
                found.setdefault(place, set()).update(c.status for c in claim.status)
    return found


def _find_statuses(claim: Claim, statuses: dict[Place, set[Status]]) -> set[Status]:
    return {s for place in _claim_places(claim) for s in statuses.get(place, ())}


def _claim_places(claim: Claim) -> Iterator[Place]:
    return ((e.article, e.span.start, e.span.end) for e in claim.evidence)


def _places(sides: Sequence[Side]) -> frozenset[Place]:
    return frozenset((e.article, e.span.start, e.span.end) for side in sides for e in side.evidence)

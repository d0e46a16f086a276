"""What changed in the stories of the store since a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from recoupe.store import tables

CHANGES = tables.changes.c
# What readers are told of; a new article is no news in itself.
NEWS = (
    "status_confirmed",
    "status_denied",
    "status_corrected",
    "status_not_confirmed",
    "conflict",
    "update",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is new in a story.

    Attributes:
        number: Place in the order of all changes; what the next page starts after.
        at: When it was noticed, ISO 8601.
        story: Id of the story as it is now.
        title: Its title.
        kind: "article", "status_confirmed", "status_denied", "status_corrected",
            "status_not_confirmed", "conflict" or "update".
        ref: Id of the article, claim or difference as it was then.
        text: The words of the claim, the matter of the difference; empty for an article.
    """

    number: int
    at: str
    story: str
    title: str
    kind: str
    ref: str
    text: str


def list_changes(
    connection: Connection,
    *,
    since: str | None = None,
    story: str | None = None,
    kinds: Sequence[str] = (),
    before: int | None = None,
    limit: int = 50,
) -> list[Change]:
    """What is new, the latest first.

    Args:
        connection: A connection of the store.
        since: ISO 8601; only what was noticed at that time or later.
        story: Only in the story with this id.
        kinds: Only of these kinds.
        before: `number` of the last change of the page before.
        limit: At most so many.
    """
    stories = tables.stories.c
    query = select(
        CHANGES.number,
        CHANGES.at,
        CHANGES.story_id,
        stories.title,
        CHANGES.kind,
        CHANGES.ref,
        CHANGES.text,
    ).join(tables.stories, stories.id == CHANGES.story_id)
    if since is not None:
        query = query.where(CHANGES.at >= since)
    if story is not None:
        query = query.where(CHANGES.story_id == story)
    if kinds:
        query = query.where(CHANGES.kind.in_(kinds))
    if before is not None:
        query = query.where(CHANGES.number < before)
    rows = connection.execute(query.order_by(CHANGES.number.desc()).limit(limit))
    return [Change(*row) for row in rows]

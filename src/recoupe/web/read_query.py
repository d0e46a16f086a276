"""The search that an address asks for, on a page and in the API alike."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from recoupe.store.search import ItemKind, SearchQuery

Several = Annotated[list[str] | None, Query()]


def read_query(
    q: str = "",
    kind: Annotated[list[ItemKind] | None, Query()] = None,
    outlet: Several = None,
    speaker: Several = None,
    story: Several = None,
    day_from: str | None = None,
    day_to: str | None = None,
    added_after: str | None = None,
    after: str | None = None,
) -> SearchQuery:
    """The search that an address asks for."""
    return SearchQuery(
        words=q,
        kinds=tuple(kind or ()),
        outlets=tuple(outlet or ()),
        speakers=tuple(speaker or ()),
        stories=tuple(story or ()),
        day_from=day_from or None,
        day_to=day_to or None,
        added_after=added_after or None,
        after=after,
    )

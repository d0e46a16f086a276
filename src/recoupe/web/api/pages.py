"""Pages of lists: an opaque cursor, a limit, an address for the next page."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from typing import Annotated, Any

from fastapi import HTTPException, Query, Request
from pydantic import BaseModel, Field

Limit = Annotated[int, Query(ge=1, le=200, description="How many items at most.")]
Cursor = Annotated[
    str | None, Query(max_length=500, description="`next_cursor` of the page before.")
]


class Page(BaseModel):
    """A page of a list."""

    items: list[dict[str, Any]]
    next_cursor: str | None = Field(description="Cursor of the next page; null on the last.")
    next: str | None = Field(description="Address of the next page; null on the last.")


def make_page(
    request: Request,
    rows: Sequence[Any],
    limit: int,
    place_of: Callable[[Any], Sequence[str | int]],
    show: Callable[[Any], dict[str, Any]],
) -> Page:
    """A page from one row more than it holds.

    Args:
        request: Whose address the next page repeats.
        rows: At most `limit` + 1 rows.
        limit: How many items the page holds at most.
        place_of: Where a row stands in its list.
        show: A row as JSON.
    """
    shown = rows[:limit]
    cursor = write_cursor(place_of(shown[-1])) if len(rows) > limit else None
    address = str(request.url.include_query_params(cursor=cursor)) if cursor else None
    return Page(items=[show(row) for row in shown], next_cursor=cursor, next=address)


def write_cursor(place: Sequence[str | int]) -> str:
    """A place in a list as a word for an address."""
    return base64.urlsafe_b64encode(json.dumps(list(place)).encode()).decode().rstrip("=")


def read_cursor(cursor: str | None, types: tuple[type, ...]) -> list[Any] | None:
    """The place that a cursor stands for, or None without one.

    Args:
        cursor: As `write_cursor` made it.
        types: What the parts of the place must be.

    Raises:
        HTTPException: It is none of ours (422).
    """
    if cursor is None:
        return None
    try:
        place = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        place = None
    if not isinstance(place, list) or [type(part) for part in place] != list(types):
        raise HTTPException(422, "This cursor is not one of this list.")
    return place

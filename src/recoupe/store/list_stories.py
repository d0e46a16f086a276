"""Stories as a list: sorted, narrowed down, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from recoupe.store import tables

STORIES = tables.stories.c


class Sort(StrEnum):
    """In which order stories stand; always the highest first."""

    CHANGED = "changed"
    CONFLICTS = "conflicts"
    SIZE = "size"
    DAY = "day"


class Facet(StrEnum):
    """What a list of stories can be narrowed down to."""

    CONFLICTS = "conflicts"
    UPDATES = "updates"
    UNCONFIRMED = "unconfirmed"
    SINGLE_ORIGIN = "single_origin"
    SEVERAL_ORIGINS = "several_origins"


_SORTED_BY = {
    Sort.CHANGED: STORIES.changed_at,
    Sort.CONFLICTS: STORIES.conflict_count,
    Sort.SIZE: STORIES.article_count,
    Sort.DAY: func.coalesce(STORIES.last_day, ""),
}
_NARROWED_BY = {
    Facet.CONFLICTS: STORIES.conflict_count > 0,
    Facet.UPDATES: STORIES.update_count > 0,
    Facet.UNCONFIRMED: STORIES.unconfirmed_count > 0,
    Facet.SINGLE_ORIGIN: STORIES.origin_count == 1,
    Facet.SEVERAL_ORIGINS: STORIES.origin_count > 1,
}


@dataclass(frozen=True, slots=True)
class StoryRow:
    """What a list says of a story; the columns of the table `stories` but for its record."""

    id: str
    title: str
    first_day: str | None
    last_day: str | None
    article_count: int
    text_count: int
    outlet_count: int
    unknown_outlet_count: int
    origin_count: int
    claim_count: int
    conflict_count: int
    update_count: int
    unconfirmed_count: int
    single_origin_count: int
    added_at: str
    changed_at: str


_COLUMNS = [STORIES[name] for name in StoryRow.__dataclass_fields__]


def list_stories(
    connection: Connection,
    *,
    sort: Sort = Sort.CHANGED,
    facets: Sequence[Facet] = (),
    changed_since: str | None = None,
    after: tuple[str | int, str] | None = None,
    limit: int = 50,
) -> list[StoryRow]:
    """Stories in an order, from a place in it.

    Args:
        connection: A connection of the store.
        sort: The order.
        facets: What all of them must have.
        changed_since: ISO 8601; only stories told anew at that time or later.
        after: Sort value and id of the last story of the page before; see `place_of`.
        limit: At most so many.
    """
    by = _SORTED_BY[sort]
    wanted: list[ColumnElement[bool]] = [_NARROWED_BY[facet] for facet in facets]
    if changed_since:
        wanted.append(STORIES.changed_at >= changed_since)
    if after:
        value, last = after
        wanted.append(or_(by < value, and_(by == value, STORIES.id > last)))
    query = select(*_COLUMNS).where(*wanted).order_by(by.desc(), STORIES.id).limit(limit)
    return [StoryRow(*row) for row in connection.execute(query)]


def place_of(row: StoryRow, sort: Sort) -> tuple[str | int, str]:
    """Where a story stands in an order: what the next page starts after."""
    values: dict[Sort, str | int] = {
        Sort.CHANGED: row.changed_at,
        Sort.CONFLICTS: row.conflict_count,
        Sort.SIZE: row.article_count,
        Sort.DAY: row.last_day or "",
    }
    return values[sort], row.id


def count_stories(connection: Connection, facets: Sequence[Facet] = ()) -> int:
    """How many stories have all of the facets."""
    wanted = [_NARROWED_BY[facet] for facet in facets]
    return connection.execute(
        select(func.count()).select_from(tables.stories).where(*wanted)
    ).scalar_one()


def find_title_outlets(connection: Connection, rows: Sequence[StoryRow]) -> dict[str, str]:
    """By story the outlet whose headline its title is; without those where that is not known."""
    articles, members = tables.articles.c, tables.story_articles.c
    joined = tables.story_articles.join(tables.articles, articles.id == members.article_id).join(
        tables.stories, members.story_id == STORIES.id
    )
    query = (
        select(members.story_id, func.min(articles.outlet))
        .select_from(joined)
        .where(members.story_id.in_([row.id for row in rows]), articles.title == STORIES.title)
        .group_by(members.story_id)
    )
    return {story: outlet for story, outlet in connection.execute(query) if outlet}

"""Write stories, their claims and differences, and what changed since they were last told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, insert, select

from recoupe.records import CONFLICTS, Article, Status, Story, Verdict, make_id
from recoupe.store import tables
from recoupe.store.clean_text import clean_text
from recoupe.store.note_changes import note_changes
from recoupe.store.search_index import forget_story, index_story

UNCONFIRMED = frozenset({Status.ALLEGED, Status.NOT_CONFIRMED})


@dataclass(frozen=True, slots=True)
class StoryCounts:
    """What lists say of a story beyond its record.

    Attributes:
        texts: Distinct texts: copies of one another count once.
        outlets: Known outlets.
        unknown_outlets: Articles whose outlet is not known.
        first_day: Publication day of its first article, ISO, or None.
        last_day: The same of its last.
    """

    texts: int
    outlets: int
    unknown_outlets: int
    first_day: str | None
    last_day: str | None


def hash_making(story: Story) -> str:
    """What a story is made from: equal for two groupings means that nothing is to be told anew."""
    return make_id(story.title, msgspec.json.encode((story.articles, story.origins)).decode())


def find_unchanged(connection: Connection, stories: Sequence[Story]) -> set[str]:
    """Ids of the grouped stories that the store holds with the same articles and origins."""
    made_from = {story.id: hash_making(story) for story in stories}
    kept = select(tables.stories.c.id, tables.stories.c.made_from)
    rows = connection.execute(kept.where(tables.stories.c.id.in_(made_from)))
    return {id_ for id_, hash_ in rows if made_from[id_] == hash_}


def keep_story(
    connection: Connection,
    grouped: Story,
    story: Story,
    articles: Sequence[Article],
    counts: StoryCounts,
    at: str,
) -> None:
    """Write a story in the place of those that held its articles before.

    Args:
        connection: A writing transaction; the articles are in the store.
        grouped: The story as `group` gave it.
        story: The same, told by `align` and `compare`.
        articles: Its articles as `align` gives them, with their parse.
        counts: What lists say of it.
        at: Time of the change, ISO 8601.
    """
    before = _take_out_former(connection, story)
    added_at = min([at, *(row.added_at for row in before)])
    former = [msgspec.json.decode(row.record, type=Story) for row in before]
    note_changes(connection, former, story, at)
    connection.execute(
        insert(tables.stories).values(
            id=story.id,
            title=clean_text(story.title),
            first_day=counts.first_day,
            last_day=counts.last_day,
            article_count=len(story.articles),
            text_count=counts.texts,
            outlet_count=counts.outlets,
            unknown_outlet_count=counts.unknown_outlets,
            origin_count=len(story.counted_origins),
            claim_count=len(story.claims),
            conflict_count=sum(d.verdict in CONFLICTS for d in story.differences),
            update_count=sum(d.verdict is Verdict.UPDATE for d in story.differences),
            unconfirmed_count=sum(
                bool(c.status) and c.status[-1].status in UNCONFIRMED for c in story.claims
            ),
            single_origin_count=sum(c.origin_count == 1 for c in story.claims),
            made_from=hash_making(grouped),
            added_at=added_at,
            changed_at=at,
            record=msgspec.json.encode(story, order="deterministic"),
        )
    )
    _keep_rows(connection, story)
    index_story(connection, story, articles)


def _take_out_former(connection: Connection, story: Story) -> Sequence[Row[Any]]:
    """Remove the stories that held any of the articles; their ids go on leading here."""
    held = select(tables.story_articles.c.story_id).where(
        tables.story_articles.c.article_id.in_(story.articles)
    )
    which = tables.stories.c.id.in_(held) | (tables.stories.c.id == story.id)
    before = connection.execute(select(tables.stories).where(which)).all()
    for row in before:
        forget_story(connection, row.id)
        first = msgspec.json.decode(row.record, type=Story).articles[0]
        former = tables.former_stories
        connection.execute(delete(former).where(former.c.id == row.id))
        connection.execute(insert(former).values(id=row.id, article_id=first))
        for table in (tables.claims, tables.differences, tables.story_articles):
            connection.execute(delete(table).where(table.c.story_id == row.id))
        connection.execute(delete(tables.stories).where(tables.stories.c.id == row.id))
    return before


def _keep_rows(connection: Connection, story: Story) -> None:
    connection.execute(
        insert(tables.story_articles),
        [{"article_id": key, "story_id": story.id} for key in story.articles],
    )
    claims = [
        {
            "story_id": story.id,
            "position": n,
            "id": c.id,
            "text": clean_text(" ".join(c.text.split())),
            "article_count": c.article_count,
            "origin_count": c.origin_count,
            "status": c.status[-1].status if c.status else None,
        }
        for n, c in enumerate(story.claims)
    ]
    differences = [
        {
            "story_id": story.id,
            "position": n,
            "id": d.id,
            "kind": d.kind,
            "verdict": d.verdict,
            "is_conflict": int(d.is_conflict),
            "matter": clean_text(d.matter),
        }
        for n, d in enumerate(story.differences)
    ]
    if claims:
        connection.execute(insert(tables.claims), claims)
    if differences:
        connection.execute(insert(tables.differences), differences)

"""Write stories as the machine tells them, and what changed since they were last told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, insert, select, update

from recoupe.records import OriginKind, Story, make_id
from recoupe.store import tables
from recoupe.store.clean_text import clean_text
from recoupe.store.note_changes import note_changes
from recoupe.store.search_index import forget_story


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
    connection: Connection, grouped: Story, story: Story, at: str, *, is_news: bool = True
) -> None:
    """Write a story in the place of those that held its articles before.

    Lists and search show it when `show_rows` has written their rows.

    Args:
        connection: A writing transaction; the articles are in the store.
        grouped: The story as `group` gave it.
        story: The same, told by `align` and `compare`.
        at: Time of the change, ISO 8601.
        is_news: Whether what is new in it is noted; not where only the rules are new.
    """
    before = _take_out_former(connection, story)
    added_at = min((row.added_at for row in before), default=at)
    changed_at = at if is_news or not before else max(row.changed_at for row in before)
    if is_news:
        former = [msgspec.json.decode(row.record, type=Story) for row in before]
        note_changes(connection, former, story, at)
    counts = {column.name: 0 for column in tables.stories.c if column.name.endswith("_count")}
    connection.execute(
        insert(tables.stories).values(
            id=story.id,
            title=clean_text(story.title),
            **counts,
            made_from=hash_making(grouped),
            added_at=added_at,
            changed_at=changed_at,
            record=msgspec.json.encode(story, order="deterministic"),
        )
    )
    ties = find_ties(story)
    connection.execute(
        insert(tables.story_articles),
        [{"article_id": key, "story_id": story.id, "tie": ties[key]} for key in story.articles],
    )


def find_ties(story: Story) -> dict[str, str]:
    """How each article hangs together with its origin: « own » for its root, else its kind."""
    ties = dict.fromkeys(story.articles, OriginKind.OWN.value)
    for origin in story.counted_origins:
        for article in origin.articles if len(origin.articles) > 1 else ():
            if article != origin.root:
                ties[article] = origin.kind.value
    return ties


def _take_out_former(connection: Connection, story: Story) -> Sequence[Row[Any]]:
    """Remove the stories that held any of the articles; their ids go on leading here."""
    held = select(tables.story_articles.c.story_id).where(
        tables.story_articles.c.article_id.in_(story.articles)
    )
    which = tables.stories.c.id.in_(held) | (tables.stories.c.id == story.id)
    before = connection.execute(select(tables.stories).where(which)).all()
    changes = tables.changes
    ours = changes.c.story_id.in_([row.id for row in before])
    connection.execute(update(changes).where(ours).values(story_id=story.id))
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

"""Where in the store the thing with an id is."""

from __future__ import annotations

from sqlalchemy import Connection, select

from recoupe.store import tables
from recoupe.store.load import find_story, find_story_of


def find_story_with(connection: Connection, id_: str) -> str | None:
    """Id of the story that is, was, or holds the thing with this id; None where nothing has it.

    Articles, stories, claims, differences, statements and figures are looked for in this order.
    """
    story = find_story(connection, id_)
    if story is not None:
        return story.id
    held = find_story_of(connection, id_)
    if held is not None:
        return held
    for table in (tables.claims, tables.differences):
        in_story = select(table.c.story_id).where(table.c.id == id_).order_by(table.c.story_id)
        found = connection.execute(in_story.limit(1)).scalar()
        if found is not None:
            return str(found)
    for table in (tables.statements, tables.figures):
        article = connection.execute(select(table.c.article_id).where(table.c.id == id_)).scalar()
        if article is not None:
            return find_story_of(connection, article)
    return None

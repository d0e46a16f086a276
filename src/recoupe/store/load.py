"""Records back from the store, the same as they were written."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Column, Connection, select

from recoupe.records import Article, Story
from recoupe.store import tables

_SLICE = 500


def load_articles(connection: Connection, ids: Iterable[str]) -> list[Article]:
    """Articles as annotated, in the order of the ids; unknown ids are passed over."""
    found = _fetch(connection, tables.parses.c.article_id, tables.parses.c.record, ids)
    return [msgspec.json.decode(zlib.decompress(record), type=Article) for record in found]


def load_light_articles(connection: Connection, ids: Iterable[str]) -> list[Article]:
    """Articles without the words of their parse, in the order of the ids."""
    found = _fetch(connection, tables.articles.c.id, tables.articles.c.record, ids)
    return [msgspec.json.decode(record, type=Article) for record in found]


def load_stories(connection: Connection, ids: Iterable[str]) -> list[Story]:
    """Stories in the order of the ids; unknown ids are passed over."""
    found = _fetch(connection, tables.stories.c.id, tables.stories.c.record, ids)
    return [msgspec.json.decode(record, type=Story) for record in found]


def find_story(connection: Connection, story_id: str) -> Story | None:
    """The story with this id, or the one that holds its articles since it grew; or None."""
    stories = load_stories(connection, [story_id])
    if stories:
        return stories[0]
    former, holders = tables.former_stories, tables.story_articles
    now = connection.execute(
        select(holders.c.story_id)
        .join(former, former.c.article_id == holders.c.article_id)
        .where(former.c.id == story_id)
    ).scalar()
    return load_stories(connection, [now])[0] if now else None


def find_story_of(connection: Connection, article_id: str) -> str | None:
    """Id of the story that holds an article, or None."""
    holders = tables.story_articles
    return connection.execute(
        select(holders.c.story_id).where(holders.c.article_id == article_id)
    ).scalar()


def find_stories_of(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """For each article the id and title of its story."""
    holders, stories = tables.story_articles.c, tables.stories.c
    query = (
        select(holders.article_id, stories.id, stories.title)
        .join(tables.stories, stories.id == holders.story_id)
        .where(holders.article_id.in_(list(ids)))
    )
    return {article: (story, title) for article, story, title in connection.execute(query)}


def find_articles_of(connection: Connection, speakers: Sequence[str]) -> list[str]:
    """Ids of the articles in which any of these speakers (ids) says something, sorted."""
    statements = tables.statements.c
    rows = connection.execute(
        select(statements.article_id).where(statements.speaker_id.in_(speakers)).distinct()
    )
    return sorted(rows.scalars())


def find_stories(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Titles of those of the stories that are still there under these ids."""
    stories = tables.stories.c
    query = select(stories.id, stories.title).where(stories.id.in_(list(ids)))
    return {row.id: row.title for row in connection.execute(query.order_by(stories.id))}


def list_ids(connection: Connection) -> list[tuple[str, str]]:
    """Day and id of every article, in this order."""
    articles = tables.articles.c
    rows = connection.execute(select(articles.day, articles.id).order_by(articles.day, articles.id))
    return [(row.day, row.id) for row in rows]


def find_neighbours(connection: Connection, first_day: str, last_day: str) -> list[str]:
    """Ids of the articles of these days and of all articles of their stories, sorted."""
    holders, articles = tables.story_articles, tables.articles
    near = select(articles.c.id).where(articles.c.day.between(first_day, last_day))
    touched = select(holders.c.story_id).where(holders.c.article_id.in_(near))
    with_them = select(holders.c.article_id).where(holders.c.story_id.in_(touched))
    return sorted({*connection.execute(near).scalars(), *connection.execute(with_them).scalars()})


def _fetch(
    connection: Connection, key: Column[str], record: Column[bytes], ids: Iterable[str]
) -> Sequence[bytes]:
    wanted = list(ids)
    found: dict[str, bytes] = {}
    for start in range(0, len(wanted), _SLICE):
        some = wanted[start : start + _SLICE]
        rows = connection.execute(select(key, record).where(key.in_(some)))
        found.update((row[0], row[1]) for row in rows)
    return [found[id_] for id_ in wanted if id_ in found]

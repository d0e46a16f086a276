"""A story of the store as people see it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from recoupe.decisions.apply import Applied, apply_decisions
from recoupe.records import Story
from recoupe.store.decisions import load_decisions
from recoupe.store.load import find_story, load_light_articles


@dataclass(frozen=True, slots=True)
class ShownStory:
    """A story with the decisions on it.

    Attributes:
        machine: The story as the machine told it.
        shown: The same with decisions laid over it: story, articles without the words of their
            parse, marks.
    """

    machine: Story
    shown: Applied


def show_story(connection: Connection, story_id: str) -> ShownStory | None:
    """The story with this id, or the one that holds its articles since it grew; or None.

    Args:
        connection: A connection of the store.
        story_id: Its id, or one it had before.
    """
    story = find_story(connection, story_id)
    if story is None:
        return None
    articles = load_light_articles(connection, story.articles)
    decisions = load_decisions(connection, story.articles)
    return ShownStory(story, apply_decisions(story, articles, decisions))

"""What is claimed, by how many origins: the align room."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.records import Article, Story


def align(story: Story, articles: Sequence[Article]) -> tuple[Story, tuple[Article, ...]]:
    """Find the claims of a story.

    Args:
        story: The story with its origins.
        articles: Its articles, in the order of `story.articles`.

    Returns:
        The story with its claims, and its articles with names joined across the story.
    """
    return story, tuple(articles)

"""Where they part, and whether it matters: the compare room."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.records import Article, Story


def compare(story: Story, articles: Sequence[Article]) -> Story:  # noqa: ARG001
    """Find the differences of a story whose claims are known.

    Args:
        story: The story with its origins and claims.
        articles: Its articles, in the order of `story.articles`.
    """
    return story

"""Which articles tell of one event: the group room."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.records import Article, Origin, Story, make_id


def group(articles: Sequence[Article], origins: Sequence[Origin]) -> tuple[Story, ...]:
    """The stories of a set of articles, each with its origins; every article is in exactly one."""
    if not articles:
        return ()
    ids = tuple(article.id for article in articles)
    return (Story(make_id("story", *ids), articles[0].title or "", ids, tuple(origins)),)

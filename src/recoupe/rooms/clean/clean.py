"""Which part is the article: the clean room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recoupe.records import Article, Dropped


def clean(articles: Iterable[Article]) -> Iterator[Article | Dropped]:
    """Label the furniture of each article."""
    yield from articles

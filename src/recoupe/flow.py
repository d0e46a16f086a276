"""The one way through the eight rooms: the page to open first.

    read ─▶ clean ─▶ annotate ─▶ trace ─▶ group ─▶ align ─▶ compare ─▶ report

Rooms know the records and never each other; this file alone knows their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from recoupe.records import Article, Dossier, Dropped, Story
from recoupe.rooms.align import align
from recoupe.rooms.annotate import annotate
from recoupe.rooms.clean import clean
from recoupe.rooms.compare import compare
from recoupe.rooms.group import group
from recoupe.rooms.read import read
from recoupe.rooms.trace import trace

Progress = Callable[[str, int], None]


def dossier(
    paths: Iterable[str | Path],
    *,
    published: str | None = None,
    progress: Progress | None = None,
) -> Dossier:
    """Everything found in a set of articles.

    The order of the input and articles given twice change nothing.

    Args:
        paths: Files, folders or "-" for standard input; see `read`.
        published: Publication date (ISO 8601) of the articles for which nothing better is known.
        progress: Called with the room's name and how many items it has given so far.

    Raises:
        InputError: A path does not exist.
        ModelError: The spaCy model is not installed.
    """
    return dossier_of(read(paths, published=published), progress=progress)


def dossier_of(items: Iterable[Article | Dropped], *, progress: Progress | None = None) -> Dossier:
    """Everything found in articles that have been read.

    Args:
        items: What `read` gives, or articles made by other means.
        progress: Called with the room's name and how many items it has given so far.
    """
    told = progress or _tell_nobody
    dropped: list[Dropped] = []

    def keep(room: str, items: Iterable[Article | Dropped]) -> list[Article]:
        """The articles of a room; what it left out goes to the list."""
        kept: list[Article] = []
        for count, item in enumerate(items, start=1):
            if isinstance(item, Dropped):
                dropped.append(item)
            else:
                kept.append(item)
            told(room, count)
        return kept

    articles = join_same_texts(keep("read", items))
    articles = keep("clean", clean(articles))
    articles = keep("annotate", annotate(articles))
    origins = trace(articles)
    told("trace", len(origins))
    stories: list[Story] = []
    joined: dict[str, Article] = {article.id: article for article in articles}
    for story in group(articles, origins):
        aligned, story_articles = align(story, [joined[key] for key in story.articles])
        joined.update((article.id, article) for article in story_articles)
        stories.append(compare(aligned, story_articles))
        told("compare", len(stories))
    return Dossier(
        articles=tuple(sorted(joined.values(), key=sort_key)),
        stories=tuple(stories),
        dropped=tuple(sorted(dropped)),
    )


def _tell_nobody(room: str, count: int) -> None:
    """Progress that nobody asked for."""


def sort_key(article: Article) -> tuple[str, str]:
    """Articles stand in the order of publication, then of their ids."""
    return (article.published or "", article.id)


def join_same_texts(articles: Iterable[Article]) -> list[Article]:
    """One article for each text, whatever the order it came in.

    The first source by name stands; the others are kept as `also_at`.
    """
    by_id: dict[str, Article] = {}
    for article in sorted(articles, key=lambda a: (a.id, a.source)):
        first = by_id.get(article.id)
        if first is None:
            by_id[article.id] = article
        elif article.source != first.source:
            also_at = tuple(sorted({*first.also_at, article.source}))
            by_id[article.id] = replace(first, also_at=also_at)
    return sorted(by_id.values(), key=sort_key)

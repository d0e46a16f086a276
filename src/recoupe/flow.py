"""The one way through the eight rooms: the page to open first.

    read ─▶ clean ─▶ annotate ─▶ trace ─▶ group ─▶ align ─▶ compare ─▶ report

Rooms know the records and never each other; this file alone knows their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from recoupe.records import Article, Dossier, Dropped, Story
from recoupe.rooms.align import align
from recoupe.rooms.annotate import annotate
from recoupe.rooms.clean import clean
from recoupe.rooms.compare import compare
from recoupe.rooms.group import Judge, group
from recoupe.rooms.read import read
from recoupe.rooms.trace import trace
from recoupe.workers import Workers, open_workers

Progress = Callable[[str, int], None]
# Articles that a worker annotates in one go. Copies follow each other by date, so that nearly all of
# them meet the parse of their original in one batch.
BATCH_ARTICLES = 128


def dossier(
    paths: Iterable[str | Path],
    *,
    published: str | None = None,
    processes: int = 1,
    progress: Progress | None = None,
) -> Dossier:
    """Everything found in a set of articles.

    The order of the input and articles given twice change nothing. An article whose language has
    no pack, or whose spaCy model is not installed, is left out with the reason.

    Args:
        paths: Files, folders or "-" for standard input; see `read`.
        published: Publication date (ISO 8601) of the articles for which nothing better is known.
        processes: How many annotate articles and tell stories side by side; the dossier is the
            same. They share one model that is loaded once more, some 600 MB.
        progress: Called with the room's name and how many items it has given so far.

    Returns:
        The articles by publication and id, the largest story first, and what was left out.

    Raises:
        InputError: A path does not exist, or `published` is no date.
        WorkerError: One of several processes ended before its work was done.
    """
    return dossier_of(read(paths, published=published), processes=processes, progress=progress)


def dossier_of(
    items: Iterable[Article | Dropped], *, processes: int = 1, progress: Progress | None = None
) -> Dossier:
    """Everything found in articles that have been read.

    Args:
        items: What `read` gives, or articles made by other means.
        processes: How many work side by side; see `dossier`.
        progress: Called with the room's name and how many items it has given so far.
    """
    told = progress or _tell_nobody
    with open_workers(processes) as workers:
        articles, dropped = _prepare(items, workers, told)
        joined: dict[str, Article] = {article.id: article for article in articles}
        found = [
            (story, [joined[key] for key in story.articles])
            for story in find_stories(articles, progress=told)
        ]
        stories: list[Story] = []
        for story, story_articles in workers.work(_tell, found):
            joined.update((article.id, article) for article in story_articles)
            stories.append(story)
            told("compare", len(stories))
    return Dossier(
        articles=tuple(sorted(joined.values(), key=sort_key)),
        stories=tuple(stories),
        dropped=dropped,
    )


def prepare(
    items: Iterable[Article | Dropped], *, processes: int = 1, progress: Progress | None = None
) -> tuple[list[Article], tuple[Dropped, ...]]:
    """Articles that have been read, cleaned and annotated, and what was left out on the way.

    Args:
        items: What `read` gives.
        processes: How many annotate side by side; see `dossier`.
        progress: Called with the room's name and how many items it has given so far.
    """
    with open_workers(processes) as workers:
        return _prepare(items, workers, progress or _tell_nobody)


def _prepare(
    items: Iterable[Article | Dropped], workers: Workers, told: Progress
) -> tuple[list[Article], tuple[Dropped, ...]]:
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
    articles = keep("annotate", _annotate(articles, workers))
    return articles, tuple(sorted(dropped))


def _annotate(articles: Sequence[Article], workers: Workers) -> Iterator[Article | Dropped]:
    """What `annotate` gives, by whole batches where there are several workers."""
    if workers.count == 1:
        yield from annotate(articles)
        return
    size = min(BATCH_ARTICLES, -(-len(articles) // workers.count))
    batches = [articles[at : at + size] for at in range(0, len(articles), max(1, size))]
    for batch in workers.work(_annotate_batch, batches):
        yield from batch


def _annotate_batch(articles: Sequence[Article]) -> list[Article | Dropped]:
    return list(annotate(articles))


def _tell(found: tuple[Story, Sequence[Article]]) -> tuple[Story, tuple[Article, ...]]:
    return tell_story(*found)


def find_stories(
    articles: Sequence[Article], *, judge: Judge | None = None, progress: Progress | None = None
) -> tuple[Story, ...]:
    """Which annotated articles go back to one origin and tell of one event.

    Args:
        articles: As `prepare` gives them.
        judge: What people say of which articles belong together; see `group`.
        progress: Called with the room's name and how many items it has given so far.
    """
    told = progress or _tell_nobody
    origins = trace(articles)
    told("trace", len(origins))
    return group(articles, origins, judge)


def tell_story(story: Story, articles: Sequence[Article]) -> tuple[Story, tuple[Article, ...]]:
    """A story with its claims and differences, and its articles with speakers joined across it.

    Args:
        story: As `find_stories` gives it.
        articles: Its articles, in its order.
    """
    aligned, joined = align(story, articles)
    return compare(aligned, joined), tuple(joined)


def _tell_nobody(room: str, count: int) -> None:
    """Progress that nobody asked for."""


def sort_key(article: Article) -> tuple[str, str]:
    """Articles stand in the order of publication, then of their ids."""
    return (article.published or "", article.id)


def join_same_texts(articles: Iterable[Article]) -> list[Article]:
    """One article for each text, whatever the order it came in.

    The source of which most is known stands, of equals the first by name; the others are kept as
    `also_at`.
    """
    by_id: dict[str, Article] = {}
    for article in sorted(articles, key=lambda a: (a.id, _count_unknown(a), a.source)):
        first = by_id.get(article.id)
        if first is None:
            by_id[article.id] = article
        elif article.source != first.source:
            also_at = tuple(sorted({*first.also_at, article.source}))
            by_id[article.id] = replace(first, also_at=also_at)
    return sorted(by_id.values(), key=sort_key)


def _count_unknown(article: Article) -> int:
    return [article.outlet, article.title, article.byline, article.published].count(None)

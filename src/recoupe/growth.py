"""The line with a memory: new articles come in, only the stories they touch are told anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection

from recoupe.flow import Progress, find_stories, join_same_texts, prepare, sort_key, tell_story
from recoupe.records import Article, Dossier, Dropped, Story
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.load_labels import load_labels
from recoupe.rooms.report.view_summary import count_story
from recoupe.store import Store
from recoupe.store.keep_articles import (
    add_sources,
    find_known,
    keep_articles,
    keep_dropped,
    show_articles,
)
from recoupe.store.keep_stories import StoryCounts, find_unchanged, keep_story
from recoupe.store.load import find_neighbours, load_articles, load_light_articles

# `group` puts no two articles further apart into one story (see its WINDOW_DAYS).
NEIGHBOUR_DAYS = 14


@dataclass(frozen=True, slots=True)
class Growth:
    """What an addition changed.

    Attributes:
        added: Ids of the new articles.
        known: How many texts were there already.
        stories: Ids of the stories that were told anew.
        dropped: What was left out.
    """

    added: tuple[str, ...]
    known: int
    stories: tuple[str, ...]
    dropped: tuple[Dropped, ...]


def add(
    store: Store,
    items: Iterable[Article | Dropped],
    *,
    progress: Progress | None = None,
    at: str | None = None,
) -> Growth:
    """Keep what `read` gave, and tell anew the stories that it touches.

    Everything is kept in one transaction, or nothing.

    Args:
        store: Where it is kept.
        items: What `read` gives.
        progress: Called with the room's name and how many items it has given so far.
        at: Time of the addition, ISO 8601; now where None.
    """
    at = at or datetime.now(UTC).isoformat(timespec="seconds")
    read: list[Article] = []
    dropped: list[Dropped] = []
    for item in items:
        if isinstance(item, Dropped):
            dropped.append(item)
        else:
            read.append(item)
    articles = join_same_texts(read)
    with store.read() as connection:
        known = find_known(connection, [article.id for article in articles])
    new, lost = prepare([a for a in articles if a.id not in known], progress=progress)
    with store.write() as connection:
        keep_dropped(connection, [*dropped, *lost], at)
        _note_sources(connection, [a for a in articles if a.id in known])
        keep_articles(connection, new, at)
        told = _tell_touched(connection, new, at, progress)
    return Growth(
        added=tuple(article.id for article in new),
        known=len(known),
        stories=told,
        dropped=tuple(sorted([*dropped, *lost])),
    )


def _note_sources(connection: Connection, articles: Sequence[Article]) -> None:
    """Texts that are there already keep the other places where they were found."""
    stored = {a.id: a for a in load_light_articles(connection, [a.id for a in articles])}
    for article in articles:
        kept = stored[article.id]
        for source in (article.source, *article.also_at):
            kept = add_sources(connection, kept, source)


def _tell_touched(
    connection: Connection, new: Sequence[Article], at: str, progress: Progress | None
) -> tuple[str, ...]:
    if not new:
        return ()
    neighbours = set(_find_all_neighbours(connection, new, at))
    articles = sorted(load_articles(connection, sorted(neighbours)), key=sort_key)
    grouped = find_stories(articles, progress=progress)
    unchanged = find_unchanged(connection, grouped)
    by_id = {article.id: article for article in articles}
    told: list[str] = []
    for story in grouped:
        if story.id in unchanged:
            continue
        members = [by_id[key] for key in story.articles]
        finished, joined = tell_story(story, members)
        show_articles(connection, joined)
        keep_story(connection, story, finished, joined, _count(finished, joined), at)
        told.append(finished.id)
        if progress:
            progress("compare", len(told))
    return tuple(told)


def _find_all_neighbours(connection: Connection, new: Sequence[Article], at: str) -> list[str]:
    """Ids of the articles near each run of days on which something new was published."""
    days = sorted({(article.published or at)[:10] for article in new})
    found: set[str] = set()
    for first, last in _join_days([date.fromisoformat(day) for day in days]):
        found.update(find_neighbours(connection, first.isoformat(), last.isoformat()))
    return sorted(found)


def _join_days(days: Sequence[date]) -> list[tuple[date, date]]:
    """Windows around days, joined where they meet."""
    reach = timedelta(days=NEIGHBOUR_DAYS)
    windows: list[tuple[date, date]] = []
    for day in days:
        if windows and day - reach <= windows[-1][1]:
            windows[-1] = (windows[-1][0], day + reach)
        else:
            windows.append((day - reach, day + reach))
    return windows


def _count(story: Story, articles: Sequence[Article]) -> StoryCounts:
    index = DossierIndex(Dossier(tuple(articles), (story,)), load_labels("fr"))
    counts = count_story(story, index)
    days = sorted(article.published[:10] for article in articles if article.published)
    return StoryCounts(
        texts=counts.texts,
        outlets=counts.outlets,
        unknown_outlets=counts.unknown_outlets,
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
    )

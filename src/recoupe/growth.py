"""The line with a memory: new articles come in, only the stories they touch are told anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

from sqlalchemy import Connection

from recoupe.decisions import apply_decisions
from recoupe.decisions.hold_stories import hold_stories
from recoupe.flow import Progress, find_stories, join_same_texts, prepare, sort_key, tell_story
from recoupe.records import Article, Dossier, Dropped, Story
from recoupe.rooms.group import Judge
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.load_labels import load_labels
from recoupe.rooms.report.view_summary import count_story
from recoupe.store import Store
from recoupe.store.clean_text import clean_text
from recoupe.store.decisions import load_decisions, select_touching
from recoupe.store.keep_articles import (
    add_sources,
    find_known,
    keep_articles,
    keep_dropped,
    update_articles,
)
from recoupe.store.keep_stories import find_unchanged, keep_story
from recoupe.store.load import find_neighbours, load_articles, load_light_articles
from recoupe.store.show_rows import StoryCounts, show_articles, show_story

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
    processes: int = 1,
    progress: Progress | None = None,
    at: str | None = None,
) -> Growth:
    """Keep what `read` gave, and tell anew the stories that it touches.

    Everything is kept in one transaction, or nothing.

    Args:
        store: Where it is kept.
        items: What `read` gives.
        processes: How many annotate new articles side by side; see `recoupe.dossier`.
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
            # A path need not be text; the record must be.
            read.append(replace(item, source=clean_text(item.source)))
    articles = join_same_texts(read)
    with store.read() as connection:
        known = find_known(connection, [article.id for article in articles])
    unknown = [article for article in articles if article.id not in known]
    new, lost = prepare(unknown, processes=processes, progress=progress)
    with store.write() as connection:
        # Somebody else may have added some of them meanwhile.
        known |= find_known(connection, [article.id for article in new])
        new = [article for article in new if article.id not in known]
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
    neighbours = find_all_neighbours(connection, [(a.published or at)[:10] for a in new])
    return regroup(connection, neighbours, at, progress=progress)


def regroup(
    connection: Connection,
    article_ids: Sequence[str],
    at: str,
    *,
    judge: Judge | None = None,
    fresh: Set[str] = frozenset(),
    is_news: bool = True,
    progress: Progress | None = None,
) -> tuple[str, ...]:
    """Group articles of the store into stories, and tell those anew that came out otherwise.

    Args:
        connection: A writing transaction.
        article_ids: All articles of all stories that may change.
        at: Time of the change, ISO 8601.
        judge: Which articles belong together; the decisions of people where None.
        fresh: Articles whose stories are told anew though nothing in them moved.
        is_news: Whether what is new is noted as a change.
        progress: Called with the room's name and how many items it has given so far.

    Returns:
        Ids of the stories that were told.
    """
    articles = sorted(load_articles(connection, sorted(article_ids)), key=sort_key)
    decisions = load_decisions(connection, [article.id for article in articles])
    if judge is None and decisions:
        judge = partial(hold_stories, decisions)
    grouped = find_stories(articles, judge=judge, progress=progress)
    unchanged = find_unchanged(connection, grouped)
    by_id = {article.id: article for article in articles}
    told: list[str] = []
    for story in grouped:
        if story.id in unchanged and fresh.isdisjoint(story.articles):
            continue
        finished, joined = tell_story(story, [by_id[key] for key in story.articles])
        keep_story(connection, story, finished, at, is_news=is_news)
        update_articles(connection, joined)
        touching = select_touching(decisions, story.articles)
        applied = apply_decisions(finished, joined, touching)
        show_articles(connection, applied.articles, story.id)
        show_story(
            connection, applied.story, applied.articles, count(applied.story, applied.articles)
        )
        told.append(finished.id)
        if progress:
            progress("compare", len(told))
    return tuple(told)


def find_all_neighbours(connection: Connection, days: Iterable[str]) -> list[str]:
    """Ids of the articles near days on which something was published, and of their stories."""
    found: set[str] = set()
    for first, last in _join_days([date.fromisoformat(day) for day in sorted(set(days))]):
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


def count(story: Story, articles: Sequence[Article]) -> StoryCounts:
    """What lists say of a story beyond its record."""
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

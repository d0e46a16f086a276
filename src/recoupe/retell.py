"""Tell everything in a store anew with the rules of this version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from recoupe.flow import Progress, prepare
from recoupe.growth import find_all_neighbours, regroup
from recoupe.records import Article, Dropped
from recoupe.store import Store
from recoupe.store.keep_articles import keep_dropped, update_parses
from recoupe.store.load import list_ids, load_articles
from recoupe.store.search_index import clear_index

# Articles in memory with their parse: some hundred megabytes.
BATCH = 200


@dataclass(frozen=True, slots=True)
class Retold:
    """What was told anew.

    Attributes:
        articles: How many articles were annotated again.
        stories: Ids of the stories as they are now, in the order they were told.
        dropped: Articles that the rules of today would leave out; they stay as they were.
    """

    articles: int
    stories: tuple[str, ...]
    dropped: tuple[Dropped, ...]


def retell(store: Store, *, progress: Progress | None = None, at: str | None = None) -> Retold:
    """Clean, annotate, group and compare everything again; decisions of people stay.

    The parses are written batch by batch and are seen by nobody until the stories are told, all
    in one transaction. What is new only by new rules is not noted as a change.

    Args:
        store: Whose articles are told anew.
        progress: Called with the room's name and how many items it has given so far.
        at: Time of the retelling, ISO 8601; now where None.
    """
    at = at or datetime.now(UTC).isoformat(timespec="seconds")
    with store.read() as connection:
        days = list_ids(connection)
    dropped: list[Dropped] = []
    count = 0
    for ids in _cut([id_ for _, id_ in days]):
        with store.write() as connection:
            articles, lost = prepare(
                [_forget_findings(a) for a in load_articles(connection, ids)], progress=progress
            )
            update_parses(connection, articles)
            keep_dropped(connection, lost, at)
        count += len(articles)
        dropped.extend(lost)
    told: dict[str, None] = {}
    waiting = {id_ for _, id_ in days}
    with store.write() as connection:
        clear_index(connection)
        while waiting:
            near = [day for day, id_ in days if id_ in waiting][:BATCH]
            neighbours = find_all_neighbours(connection, near)
            stories = regroup(
                connection, neighbours, at, fresh=waiting, is_news=False, progress=progress
            )
            told.update(dict.fromkeys(stories))
            waiting.difference_update(neighbours)
    return Retold(count, tuple(told), tuple(sorted(dropped)))


def _forget_findings(article: Article) -> Article:
    """The article as `read` gave it."""
    return replace(
        article,
        credits=(),
        furniture=(),
        sentences=(),
        mentions=(),
        statements=(),
        figures=(),
        moments=(),
        entries=(),
    )


def _cut(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))

"""Addresses to articles in the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from recoupe.feeds.fetch_articles import fetch_articles
from recoupe.feeds.tell_versions import tell_versions
from recoupe.flow import Progress
from recoupe.growth import Growth, add
from recoupe.records import Article, Dropped
from recoupe.store import Store
from recoupe.transport import Visitor


def add_addresses(
    store: Store,
    visitor: Visitor,
    addresses: Iterable[str],
    *,
    published: str | None = None,
    progress: Progress | None = None,
) -> Growth:
    """What the articles behind some addresses changed in the store.

    One that says what it said before counts as known; one that says something else is added as a
    new version beside the old one.

    Args:
        store: Where they are kept.
        visitor: Asks for the pages.
        addresses: Each is asked for once.
        published: ISO 8601 date for articles of which no date is known otherwise.
        progress: Called with the room's name and how many items it has given so far.
    """
    items = _fetch(visitor, addresses, published, progress)
    fetched = tell_versions(store, items)
    grown = add(store, fetched.items, progress=progress)
    return replace(grown, known=grown.known + fetched.unchanged)


def _fetch(
    visitor: Visitor,
    addresses: Iterable[str],
    published: str | None,
    progress: Progress | None,
) -> Iterator[Article | Dropped]:
    for number, address in enumerate(dict.fromkeys(addresses), start=1):
        items, _ = fetch_articles(visitor, address, published=published)
        yield from items
        if progress:
            progress("read", number)

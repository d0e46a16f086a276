"""Feeds to follow: single addresses, or lists of them as readers exchange them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.feeds.entries import NoFeed
from recoupe.feeds.read_opml import read_opml
from recoupe.language.reasons import leave_out
from recoupe.records import Dropped
from recoupe.records.reason import Reason
from recoupe.store import Store
from recoupe.store.feeds import KeptFeed, add_feeds
from recoupe.transport.answers import AddressRefused
from recoupe.transport.check_address import check_address

STAGE = "feeds"


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of feeds that were given.

    Attributes:
        added: Addresses of those that are followed now.
        known: How many were followed before.
        dropped: What was left out.
    """

    added: tuple[str, ...]
    known: int
    dropped: tuple[Dropped, ...]


def follow_addresses(store: Store, addresses: Iterable[str], at: str) -> Followed:
    """Follow the feeds at some addresses; nothing is asked for yet."""
    return _follow(store, [(address, None, None) for address in addresses], at, [])


def follow_list(store: Store, source: str, data: bytes, at: str) -> Followed:
    """Follow the feeds of an OPML file, with their titles and folders.

    Args:
        store: Where feeds are kept.
        source: Name of the file.
        data: Its bytes.
        at: ISO 8601.
    """
    read = read_opml(data)
    if isinstance(read, NoFeed):
        return Followed((), 0, (leave_out(source, STAGE, read.reason),))
    dropped = [leave_out(source, STAGE, Reason(f"outlines_{note}")) for note in read.notes]
    given = [(outline.address, outline.title, outline.folder) for outline in read.outlines]
    return _follow(store, given, at, dropped)


def _follow(
    store: Store,
    given: Iterable[tuple[str, str | None, str | None]],
    at: str,
    dropped: list[Dropped],
) -> Followed:
    feeds: dict[str, KeptFeed] = {}
    for address, title, folder in given:
        try:
            url = check_address(address).url
        except AddressRefused as refused:
            dropped.append(leave_out(address, STAGE, refused.reason))
            continue
        feeds.setdefault(url, KeptFeed(url, title, at, folder))
    with store.write() as connection:
        added = add_feeds(connection, feeds.values())
    return Followed(tuple(added), len(feeds) - len(added), tuple(dropped))

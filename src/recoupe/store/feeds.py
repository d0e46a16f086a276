"""The feeds that are followed, and what each of them gave so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from recoupe.records.reason import NO_REASON, Reason
from recoupe.store import tables
from recoupe.store.clean_text import clean_text

FEEDS = tables.feeds.c


@dataclass(frozen=True, slots=True)
class SeenEntry:
    """An entry of a feed that was dealt with.

    Attributes:
        address: Where its article was first found; later versions keep it as their source.
        print: Fingerprint of what the feed said of it then.
        tries: How often its page was asked for in vain; 0 once it was read.
        text: Fingerprint of the prose of its article, empty until it was read.
    """

    address: str
    print: str
    tries: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is known of a feed since it was last read.

    Attributes:
        error: Why it could not be read the last time, a sentence for a reader, or None.
        not_before: ISO 8601, when its server wants to be asked again, or None.
        notes: What was noticed when it was last read well.
        seen: Its entries by their keys, the oldest first.
        reason: The error for programs and for other languages.
    """

    error: str | None = None
    not_before: str | None = None
    notes: tuple[str, ...] = ()
    seen: dict[str, SeenEntry] = field(default_factory=dict)
    reason: Reason = NO_REASON


@dataclass(frozen=True, slots=True)
class KeptFeed:
    """One feed that is followed.

    Attributes:
        address: Its address.
        title: Its title, or None until it was read.
        added_at: When it was added, ISO 8601.
        folder: Where it stood in the list it came from, or None.
        checked_at: When it was last asked for, ISO 8601, or None.
        state: What is known of it since.
    """

    address: str
    title: str | None
    added_at: str
    folder: str | None = None
    checked_at: str | None = None
    state: FeedState = field(default_factory=FeedState)


def add_feeds(connection: Connection, feeds: Iterable[KeptFeed]) -> list[str]:
    """Addresses of the feeds that are new; those that are followed already stay as they are.

    Args:
        connection: A writing transaction.
        feeds: Feeds to follow.
    """
    known = set(connection.execute(select(FEEDS.address)).scalars())
    new = {feed.address: feed for feed in feeds if feed.address not in known}
    if new:
        connection.execute(insert(tables.feeds), [_write(feed) for feed in new.values()])
    return list(new)


def list_feeds(connection: Connection) -> list[KeptFeed]:
    """All feeds, by folder, then title or address."""
    rows = connection.execute(select(tables.feeds))
    feeds = [
        KeptFeed(
            row.address,
            row.title,
            row.added_at,
            row.folder,
            row.checked_at,
            msgspec.json.decode(row.state, type=FeedState),
        )
        for row in rows
    ]
    return sorted(feeds, key=lambda f: (f.folder or "", f.title or f.address, f.address))


def keep_feed(connection: Connection, feed: KeptFeed) -> None:
    """Write a feed that is followed as it is now; one that was removed meanwhile stays removed."""
    connection.execute(
        update(tables.feeds).where(FEEDS.address == feed.address).values(_write(feed))
    )


def remove_feed(connection: Connection, address: str) -> bool:
    """Whether a feed was followed and is no more; its articles stay."""
    return bool(connection.execute(delete(tables.feeds).where(FEEDS.address == address)).rowcount)


def _write(feed: KeptFeed) -> dict[str, str | None]:
    return {
        "address": feed.address,
        "title": clean_text(feed.title),
        "added_at": feed.added_at,
        "folder": clean_text(feed.folder),
        "checked_at": feed.checked_at,
        "state": clean_text(msgspec.json.encode(feed.state).decode()),
    }

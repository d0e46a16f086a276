"""Keys, addresses and titles of what feeds announce."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin

from recoupe.feeds.entries import FeedEntry

# Longer ones are no names any more but texts.
LONGEST_KEY_CHARS = 500


def keep_first(entries: Iterable[FeedEntry | None]) -> Iterator[FeedEntry]:
    """The entries with a key, each key once."""
    seen: set[str] = set()
    for entry in entries:
        if entry is not None and entry.key not in seen:
            seen.add(entry.key)
            yield entry


def make_key(guid: str | None, address: str | None, title: str | None) -> str | None:
    """What an entry is known by: its guid, else its address, else its title; None without any."""
    key = guid or address or title
    if key is None or len(key) <= LONGEST_KEY_CHARS:
        return key
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def make_absolute(base: str, link: object) -> str | None:
    """The address of a link of a feed; None where it is none of the web."""
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        address = urljoin(base, link.strip())
    except ValueError:
        return None
    return address if address.lower().startswith(("http://", "https://")) else None


def flatten(value: object) -> str | None:
    """A text on one line, cut where it is no title any more; None where there is none."""
    return " ".join(value.split())[:LONGEST_KEY_CHARS] or None if isinstance(value, str) else None

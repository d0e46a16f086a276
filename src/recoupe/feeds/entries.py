"""What a feed announces."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from recoupe.language.reasons import word_reason
from recoupe.records.reason import Reason


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One article that a feed announces.

    Attributes:
        key: What the feed knows it by: its guid, else its address, else its title.
        address: Address of its page, absolute, or None.
        title: Its title, or None.
        published: ISO 8601, or None where the feed gives no date that can be.
        content: What the feed holds of its text, HTML or plain; empty where nothing.
        notes: "date_unreadable", "date_implausible".
    """

    key: str
    address: str | None
    title: str | None = None
    published: str | None = None
    content: str = ""
    notes: tuple[str, ...] = ()

    @property
    def print(self) -> str:
        """Fingerprint of what the feed says of it; another one means another version."""
        said = "\0".join((self.title or "", self.published or "", self.content))
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was read.

    Attributes:
        title: Its title, or None.
        entries: In its order, each key once.
        notes: "cut" (it breaks off; the entries before stand), "malformed" (no sound XML, read as
            far as it makes sense), "capped" (it has more entries than are read).
    """

    title: str | None
    entries: tuple[FeedEntry, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoFeed:
    """Why some bytes are no feed.

    Attributes:
        reason: Why, for a reader.
        announced: Addresses of feeds that the page names, where it is a page.
    """

    reason: Reason
    announced: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """The reason as a French sentence."""
        return word_reason(self.reason)

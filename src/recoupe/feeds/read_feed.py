"""Feeds in the formats that sites give: RSS, RDF, Atom, JSON Feed."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import Any

import feedparser

from recoupe.feeds.entries import Feed, FeedEntry, NoFeed
from recoupe.feeds.name_entries import flatten, keep_first, make_absolute, make_key
from recoupe.feeds.read_dates import choose_date
from recoupe.feeds.read_json_feed import read_json_feed
from recoupe.records.reason import Reason, give_reason

# Feeds of newspapers hold 10 to 200 entries; more is an archive, to be given as files.
MOST_ENTRIES = 1_000
_ENTRY = re.compile(rb"<(?:[\w.-]{1,20}:)?(?:item|entry)[\s>]", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{1,300})", re.IGNORECASE)
_LINK = re.compile(rb"<link\b[^>]{0,600}>", re.IGNORECASE)
_FEED_TYPE = re.compile(rb"application/(?:rss\+xml|atom\+xml|feed\+json)", re.IGNORECASE)
_HREF = re.compile(rb"""href\s*=\s*["']?([^"'\s>]{1,500})""", re.IGNORECASE)
_HEAD_BYTES = 96_000
_END = re.compile(rb"</(?:rss|feed|(?:[\w.-]{1,20}:)?rdf)\s*>", re.IGNORECASE)
_TAIL_BYTES = 2_000
# A page that announces a feed for each of its sections names so many of them.
SHOWN_ADDRESSES = 3
# Ten times the largest feeds with whole texts; reading more would hold everything else for long.
LARGEST_BYTES = 10_000_000


def read_feed(data: bytes, address: str, now: datetime) -> Feed | NoFeed:
    """What a feed announces, or why the bytes are no feed.

    A feed that breaks off gives the entries before the break, with the note "cut". A date that is
    missing or cannot be is None; nothing is put in its place. External entities are not loaded
    and nested ones not unfolded.

    Args:
        data: The bytes.
        address: Where they come from; relative addresses start there.
        now: When they are read.
    """
    head = data[:_HEAD_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head:
        return NoFeed(Reason("feed_empty"))
    if head.startswith(b"{"):
        return read_json_feed(data, address, now, MOST_ENTRIES)
    if _PAGE.match(head):
        return _describe_page(head, address)
    kept, is_capped = _cap(data)
    # Bytes alone would be taken for the name of a file where there is one of that name.
    parsed: Any = feedparser.parse(
        io.BytesIO(kept), sanitize_html=False, resolve_relative_uris=False
    )
    if not parsed.get("version") and not parsed.get("entries"):
        if _PAGE.search(head):
            return _describe_page(head, address)
        return NoFeed(Reason("feed_unknown"))
    notes = ["capped"] if is_capped else []
    if parsed.get("bozo") and not is_capped and _is_broken(parsed.get("bozo_exception")):
        notes.append("malformed" if _END.search(kept[-_TAIL_BYTES:]) else "cut")
    raws = parsed["entries"][:MOST_ENTRIES]
    if "cut" in notes:
        # Of the entry at the break nobody knows what is missing.
        raws = raws[: _count_whole(kept)]
    entries = (_read_entry(raw, address, now) for raw in raws)
    title = flatten(parsed.get("feed", {}).get("title"))
    return Feed(title, tuple(keep_first(entries)), tuple(sorted(notes)))


def _cap(data: bytes) -> tuple[bytes, bool]:
    """The bytes up to the last entry that is read, and whether there are more."""
    last = 0
    for number, match in enumerate(_ENTRY.finditer(data)):
        if number == MOST_ENTRIES or match.start() > LARGEST_BYTES:
            return data[: match.start()], True
        last = match.start()
    return (data[:last], True) if len(data) > LARGEST_BYTES else (data, False)


def _count_whole(data: bytes) -> int:
    """How many entries are closed before the data break off."""
    return len(re.findall(rb"</(?:[\w.-]{1,20}:)?(?:item|entry)\s*>", data, re.IGNORECASE))


def _is_broken(exception: object) -> bool:
    """Whether the XML itself is at fault, not only what a server said of it."""
    harmless = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
    return not isinstance(exception, harmless)


def _read_entry(raw: Any, base: str, now: datetime) -> FeedEntry | None:
    link, title = raw.get("link"), flatten(raw.get("title"))
    guid = flatten(raw.get("id"))
    if link == raw.get("id") and not str(link).lower().startswith(("http://", "https://")):
        # A guid counts as an address where nothing else is said, though many are none.
        link = None
    address = make_absolute(base, link)
    key = make_key(guid, address, title)
    if key is None:
        return None
    # As a plain dict: feedparser's own would give one date for the other, with a warning.
    plain: dict[str, Any] = dict(raw)
    said = [str(plain.get(name) or "") for name in ("published", "updated")]
    parsed = plain.get("published_parsed") if said[0] else plain.get("updated_parsed")
    published, notes = choose_date(said, parsed, now)
    contents = [str(part.get("value") or "") for part in raw.get("content") or ()]
    content = max([*contents, str(raw.get("summary") or "")], key=len)
    return FeedEntry(key, address, title, published, content, notes)


def _describe_page(head: bytes, address: str) -> NoFeed:
    title = _TITLE.search(head)
    named = " ".join(title[1].decode("utf-8", "replace").split()) if title else ""
    announced = [
        make_absolute(address, href[1].decode("utf-8", "replace"))
        for link in _LINK.findall(head)
        if _FEED_TYPE.search(link) and (href := _HREF.search(link))
    ]
    addresses = tuple(dict.fromkeys(a for a in announced if a))
    details = {"title": named or "…"}
    if not addresses:
        return NoFeed(give_reason("feed_is_page", **details))
    details["addresses"] = ", ".join(addresses[:SHOWN_ADDRESSES])
    return NoFeed(give_reason("feed_is_page_announcing", **details), addresses)

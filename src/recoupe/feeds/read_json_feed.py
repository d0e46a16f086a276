"""JSON Feed, versions 1 and 1.1."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from recoupe.feeds.entries import Feed, FeedEntry, NoFeed
from recoupe.feeds.name_entries import flatten, keep_first, make_absolute, make_key
from recoupe.feeds.read_dates import choose_date
from recoupe.records.reason import Reason


def read_json_feed(data: bytes, address: str, now: datetime, most: int) -> Feed | NoFeed:
    """What a JSON Feed announces, or why it is none.

    Args:
        data: The bytes.
        address: Where they come from.
        now: When they are read.
        most: How many entries are read.

    Source:
        https://www.jsonfeed.org/version/1.1/
    """
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError):
        return NoFeed(Reason("feed_broken_json"))
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in str(feed.get("version")):
        return NoFeed(Reason("feed_other_json"))
    entries = (_read_item(raw, address, now) for raw in items[:most] if isinstance(raw, dict))
    notes = ("capped",) if len(items) > most else ()
    return Feed(flatten(feed.get("title")), tuple(keep_first(entries)), notes)


def _read_item(raw: dict[str, Any], base: str, now: datetime) -> FeedEntry | None:
    title = flatten(raw.get("title"))
    address = make_absolute(base, raw.get("url")) or make_absolute(base, raw.get("external_url"))
    # Version 1 let ids be numbers.
    given = str(raw["id"]).strip() if isinstance(raw.get("id"), str | int) else None
    key = make_key(given, address, title)
    if key is None:
        return None
    said = [value for name in ("date_published", "date_modified") if (value := _text(raw, name))]
    published, notes = choose_date(said, None, now)
    content = _text(raw, "content_html") or _text(raw, "content_text") or _text(raw, "summary")
    return FeedEntry(key, address, title, published, content, notes)


def _text(raw: dict[str, Any], name: str) -> str:
    value = raw.get(name)
    return value if isinstance(value, str) else ""

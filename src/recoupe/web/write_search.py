"""Addresses that ask a search."""

from __future__ import annotations

from urllib.parse import urlencode

from recoupe.store.search import SearchQuery


def write_address(query: SearchQuery) -> str:
    """The address that asks the same search from its first page."""
    parts: list[tuple[str, str]] = [("q", query.words)]
    parts += [("kind", kind.value) for kind in query.kinds]
    parts += [("outlet", outlet) for outlet in query.outlets]
    parts += [("speaker", speaker) for speaker in query.speakers]
    parts += [("story", story) for story in query.stories]
    days = {"day_from": query.day_from, "day_to": query.day_to, "added_after": query.added_after}
    parts += [(name, day) for name, day in days.items() if day]
    return "/recherche?" + urlencode(parts)

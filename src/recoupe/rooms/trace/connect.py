"""Groups of items that links hold together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from recoupe.records import Link


def connect(order: Mapping[str, int], links: Iterable[Link]) -> list[list[str]]:
    """The connected components of the links, each in order; an item without links is one.

    Args:
        order: The place of each item.
        links: Ties whose source and target are items.
    """
    parent = {key: key for key in order}

    def find(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for link in links:
        one, other = find(link.source), find(link.target)
        parent[max(one, other, key=order.__getitem__)] = min(one, other, key=order.__getitem__)
    groups: dict[str, list[str]] = {}
    for key in sorted(order, key=order.__getitem__):
        groups.setdefault(find(key), []).append(key)
    return list(groups.values())


def sort_links(groups: Iterable[Iterable[str]], links: Iterable[Link]) -> dict[str, list[Link]]:
    """The links of each group by the group's first item; links between two groups are left out."""
    firsts: dict[str, str] = {}
    for group in groups:
        items = list(group)
        firsts.update(dict.fromkeys(items, items[0]))
    sorted_links: dict[str, list[Link]] = {first: [] for first in firsts.values()}
    for link in links:
        if firsts[link.source] == firsts[link.target]:
            sorted_links[firsts[link.source]].append(link)
    return sorted_links

"""What the origins of articles say of the stories they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from recoupe.records import Link, Origin, OriginKind, make_id

Tie = tuple[str, str]


def list_ties(origins: Iterable[Origin]) -> tuple[Tie, ...]:
    """For each article the one it has most of, by its strongest tie; sorted pairs of ids.

    One tie each: an article that merges two dispatches belongs to the story of the one that makes
    more of it, and does not join the two.
    """
    by_target: dict[str, list[Link]] = defaultdict(list)
    for origin in origins:
        for link in origin.links:
            if link.kind is not OriginKind.SAME_EVENT:
                by_target[link.target].append(link)
    strongest = (
        min(links, key=lambda k: (-k.ratio, k.source)) for _, links in sorted(by_target.items())
    )
    return tuple(sorted({(link.source, link.target) for link in strongest}))


def keep_inside(origins: Sequence[Origin], ids: Set[str]) -> tuple[Origin, ...]:
    """The origins of a story's articles; of one that goes beyond the story, the part inside."""
    kept = [cut for origin in origins if (cut := _cut(origin, ids)) is not None]
    renamed = {origin.id: cut.id for origin, cut in kept}
    return tuple(replace(cut, within=renamed.get(cut.within or "")) for _, cut in kept)


def _cut(origin: Origin, ids: Set[str]) -> tuple[Origin, Origin] | None:
    """An origin and the part of it inside; None without a part that says anything."""
    inside = tuple(key for key in origin.articles if key in ids)
    if inside == origin.articles:
        return origin, origin
    if not inside or (origin.within is not None and len(inside) == 1):
        return None
    links = tuple(k for k in origin.links if k.source in ids and k.target in ids)
    kind = origin.kind if links else OriginKind.OWN
    root = origin.root if origin.root in ids else None
    part = replace(
        origin,
        id=make_id("origin", kind, *inside),
        articles=inside,
        kind=kind,
        root=inside[0] if kind is OriginKind.OWN else root,
        links=links,
    )
    return origin, part

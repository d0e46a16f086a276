"""The article that the others of an origin come from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

from recoupe.records import Article, Link, OriginKind

# Ties that say who had it from whom; a rewrite or a common event leaves that open.
_DIRECTED = (OriginKind.VERSION, OriginKind.COPY, OriginKind.SAME_CREDIT)


def find_root(
    group: Sequence[Article], links: Sequence[Link], kind: OriginKind, with_source: Set[str]
) -> str | None:
    """The one article from which all others can be reached along the links.

    None where that cannot be said: the article has no date or names a source that was not read
    (an agency, another outlet), articles cite each other in a circle, or there are two roots.

    Args:
        group: The articles of the origin.
        links: The ties between them, from source to target.
        kind: What holds the origin together.
        with_source: Ids of the articles that name a source of their own.
    """
    if kind not in _DIRECTED:
        return None
    targets: dict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.kind in _DIRECTED:
            targets[link.source].append(link.target)
    reached_by_others = {target for ends in targets.values() for target in ends}
    roots = [article for article in group if article.id not in reached_by_others]
    if len(roots) != 1 or roots[0].published is None or roots[0].id in with_source:
        return None
    reached = {roots[0].id}
    waiting = [roots[0].id]
    while waiting:
        fresh = [target for target in targets[waiting.pop()] if target not in reached]
        reached.update(fresh)
        waiting.extend(fresh)
    return roots[0].id if len(reached) == len(group) else None

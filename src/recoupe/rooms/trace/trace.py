"""Who had it from whom: the trace room."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.records import Article, Origin, OriginKind, make_id


def trace(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """The origins of a set of articles; every article is in exactly one."""
    return tuple(
        Origin(make_id("origin", a.id), (a.id,), OriginKind.OWN, a.id) for a in articles
    )

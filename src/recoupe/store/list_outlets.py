"""Outlets as lines of a list: how much of each was read, and how much of it is its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, and_, case, func, select

from recoupe.records import OriginKind
from recoupe.store import tables
from recoupe.store.list_articles import ArticleRow

_ARTICLES = tables.articles.c
_MEMBERS = tables.story_articles.c
_JOINED = tables.articles.outerjoin(tables.story_articles, _MEMBERS.article_id == _ARTICLES.id)


class Share(StrEnum):
    """Which articles of an outlet: all, those that go back to none, those that share an origin."""

    ALL = "all"
    OWN = "own"
    TIED = "tied"


_CHOSEN = {
    Share.OWN: _MEMBERS.tie == OriginKind.OWN.value,
    Share.TIED: and_(_MEMBERS.tie.is_not(None), _MEMBERS.tie != OriginKind.OWN.value),
}


@dataclass(frozen=True, slots=True)
class OutletRow:
    """One outlet.

    Attributes:
        name: As its articles have it.
        article_count: How many of its articles were read.
        own_count: Those that are the root of their origin, or alone in it.
        tied_count: Those that share an origin with another one and are not its root. Articles
            that were told before ties were kept are in neither.
        first_day: ISO day of its oldest article, or None.
        last_day: The same of its newest.
    """

    name: str
    article_count: int
    own_count: int
    tied_count: int
    first_day: str | None
    last_day: str | None


def list_outlets(connection: Connection, limit: int = 500) -> list[OutletRow]:
    """The outlets with most articles first; articles without a known outlet are in none."""
    many = func.count()
    own, tied = (func.sum(case((_CHOSEN[share], 1), else_=0)) for share in (Share.OWN, Share.TIED))
    query = (
        select(_ARTICLES.outlet, many, own, tied, func.min(_ARTICLES.day), func.max(_ARTICLES.day))
        .select_from(_JOINED)
        .where(_ARTICLES.outlet.is_not(None))
        .group_by(_ARTICLES.outlet)
        .order_by(many.desc(), _ARTICLES.outlet)
        .limit(limit)
    )
    return [
        OutletRow(name, n, int(n_own), int(n_tied), first, last)
        for name, n, n_own, n_tied, first, last in connection.execute(query)
    ]


def list_outlet_articles(
    connection: Connection, outlet: str, share: Share = Share.ALL, limit: int = 300
) -> list[tuple[ArticleRow, str | None]]:
    """Articles of an outlet with their ties, the newest first."""
    columns = [_ARTICLES[name] for name in ArticleRow.__dataclass_fields__]
    wanted = [_ARTICLES.outlet == outlet]
    if share in _CHOSEN:
        wanted.append(_CHOSEN[share])
    query = select(*columns, _MEMBERS.tie).select_from(_JOINED).where(*wanted)
    newest = query.order_by(_ARTICLES.day.desc(), _ARTICLES.id).limit(limit)
    return [(ArticleRow(*row[:-1]), row[-1]) for row in connection.execute(newest)]

"""From links between pairs to origins: groups of articles that hang together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from recoupe.records import Article, Link, Origin, OriginKind, make_id

# The stronger tie first: of two kinds between the same two articles the first is kept.
STRENGTH = (
    OriginKind.COPY,
    OriginKind.TRANSLATION,
    OriginKind.REWRITE,
    OriginKind.SAME_CREDIT,
    OriginKind.SAME_EVENT,
)


def join_links(articles: Sequence[Article], links: Iterable[Link]) -> tuple[Origin, ...]:
    """The origins that links make, sorted by their first article.

    Groups held together by copies, rewrites or credits come first; groups that a common event
    joins hold them as origins `within` theirs.
    """
    strongest: dict[tuple[str, str], Link] = {}
    for link in sorted(links, key=lambda k: (STRENGTH.index(k.kind), k.source, k.target)):
        strongest.setdefault((min(link.source, link.target), max(link.source, link.target)), link)
    kept = list(strongest.values())
    textual = [link for link in kept if link.kind is not OriginKind.SAME_EVENT]
    order = {article.id: n for n, article in enumerate(sorted(articles, key=_time_key))}
    outer = [_make_origin(group, kept, order, articles) for group in _group(order, kept)]
    inner = [_make_origin(group, textual, order, articles) for group in _group(order, textual)]
    holders = {key: origin for origin in outer for key in origin.articles}
    nested = [
        replace(origin, within=holders[origin.articles[0]].id)
        for origin in inner
        if len(origin.articles) > 1 and holders[origin.articles[0]].articles != origin.articles
    ]
    return tuple(
        sorted([*outer, *nested], key=lambda o: (order[o.articles[0]], -len(o.articles), o.id))
    )


def _time_key(article: Article) -> tuple[str, str]:
    return (article.published or "", article.id)


def _group(order: dict[str, int], links: Sequence[Link]) -> list[list[str]]:
    """The connected components of the links, each in order."""
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


def _make_origin(
    group: list[str], links: Sequence[Link], order: dict[str, int], articles: Sequence[Article]
) -> Origin:
    inside = sorted(
        (link for link in links if link.source in group and link.target in group),
        key=lambda k: (order[k.source], order[k.target]),
    )
    if not inside:
        return Origin(make_id("origin", *group), tuple(group), OriginKind.OWN, group[0])
    kind = _weakest_needed(group, inside)
    return Origin(
        id=make_id("origin", kind, *group),
        articles=tuple(group),
        kind=kind,
        root=_find_root(group, inside, articles) if kind is OriginKind.COPY else None,
        links=tuple(inside),
    )


def _weakest_needed(group: list[str], links: Sequence[Link]) -> OriginKind:
    """The weakest kind without which the group would fall apart."""
    order = {key: n for n, key in enumerate(group)}
    for n, kind in enumerate(STRENGTH):
        strong = [link for link in links if link.kind in STRENGTH[: n + 1]]
        if len(_group(order, strong)) == 1:
            return kind
    return STRENGTH[-1]


def _find_root(group: list[str], links: Sequence[Link], articles: Sequence[Article]) -> str | None:
    """The earliest article, if it has a publication date and every copy is linked to it.

    A credited agency's dispatch was not read: then the root is unknown.
    """
    by_id = {article.id: article for article in articles}
    first = by_id[group[0]]
    linked = {link.target for link in links if link.source == first.id}
    if first.published is None or first.credits or linked != set(group[1:]):
        return None
    return first.id

"""From links between pairs to origins: groups of articles that hang together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from recoupe.records import Article, Link, Origin, OriginKind, make_id
from recoupe.rooms.trace.connect import connect, sort_links
from recoupe.rooms.trace.find_root import find_root
from recoupe.rooms.trace.heard import Heard
from recoupe.rooms.trace.occasions import list_occasions, make_occasion

# The stronger tie first: of two kinds between the same two articles the first is kept.
STRENGTH = (
    OriginKind.VERSION,
    OriginKind.COPY,
    OriginKind.TRANSLATION,
    OriginKind.REWRITE,
    OriginKind.SAME_CREDIT,
    OriginKind.SAME_EVENT,
)
# Two articles are reports of one occasion, and of one origin, when what they both heard there is so
# much of what anybody says in the shorter one; a single quotation among ten is no more than that.
HEARD_RATIO = 1 / 3


def join_links(
    articles: Sequence[Article],
    links: Iterable[Link],
    heard: Sequence[Heard] = (),
    with_source: Set[str] = frozenset(),
) -> tuple[Origin, ...]:
    """The origins that links make, sorted by their first article.

    Groups held together by copies, rewrites or credits come first; groups that a common event
    joins hold them as origins `within` theirs. What was heard on one occasion by articles of
    several origins is an origin `within` that of its first article: it is shown, and not counted.

    Args:
        articles: All articles.
        links: Ties between two of them, each of its own strength.
        heard: Statements that two of them have in common.
        with_source: Ids of the articles that name a source of their own.
    """
    ordered = sorted(articles, key=_time_key)
    order = {article.id: n for n, article in enumerate(ordered)}
    by_id = {article.id: article for article in articles}
    kept = _keep_strongest(links)
    textual = [link for link in kept if link.kind is not OriginKind.SAME_EVENT]
    inner = _make_origins(order, textual, by_id, with_source)
    holders = {key: origin.id for origin in inner for key in origin.articles}
    occasions = list_occasions(
        order, [h for h in heard if holders[h.link.source] != holders[h.link.target]]
    )
    joining = [link for occasion in occasions for link in occasion if link.ratio >= HEARD_RATIO]
    outer = _make_origins(order, _keep_strongest([*kept, *joining]), by_id, with_source)
    counted = {key: origin for origin in outer for key in origin.articles}
    nested = [origin for origin in inner if len(origin.articles) > 1]
    nested += [make_occasion(occasion, order) for occasion in occasions]
    held = [
        replace(origin, within=counted[origin.articles[0]].id)
        for origin in nested
        if not _is_told(origin, counted)
    ]
    return tuple(
        sorted([*outer, *held], key=lambda o: (order[o.articles[0]], -len(o.articles), o.id))
    )


def _make_origins(
    order: Mapping[str, int],
    links: Sequence[Link],
    by_id: Mapping[str, Article],
    with_source: Set[str],
) -> list[Origin]:
    groups = connect(order, links)
    inside = sort_links(groups, links)
    return [
        _make_origin([by_id[key] for key in group], inside[group[0]], with_source)
        for group in groups
    ]


def _is_told(origin: Origin, counted: Mapping[str, Origin]) -> bool:
    """Whether a counted origin says all that this one would."""
    holder = counted[origin.articles[0]]
    if origin.kind is OriginKind.SAME_EVENT:
        return set(origin.articles) <= set(holder.articles)
    return holder.articles == origin.articles


def _time_key(article: Article) -> tuple[str, str]:
    return (article.published or "", article.id)


def _keep_strongest(links: Iterable[Link]) -> list[Link]:
    """One link for each pair of articles, the strongest."""
    strongest: dict[tuple[str, str], Link] = {}
    for link in sorted(links, key=lambda k: (STRENGTH.index(k.kind), k.source, k.target)):
        strongest.setdefault((min(link.source, link.target), max(link.source, link.target)), link)
    return list(strongest.values())


def _make_origin(group: Sequence[Article], links: Sequence[Link], with_source: Set[str]) -> Origin:
    ids = tuple(article.id for article in group)
    if not links:
        return Origin(make_id("origin", *ids), ids, OriginKind.OWN, ids[0])
    order = {key: n for n, key in enumerate(ids)}
    kind = _find_weakest_needed(order, links)
    return Origin(
        id=make_id("origin", kind, *ids),
        articles=ids,
        kind=kind,
        root=find_root(group, links, kind, with_source),
        links=tuple(sorted(links, key=lambda k: (order[k.source], order[k.target]))),
    )


def _find_weakest_needed(order: Mapping[str, int], links: Sequence[Link]) -> OriginKind:
    """The weakest kind without which the group would fall apart."""
    for n, kind in enumerate(STRENGTH):
        strong = [link for link in links if link.kind in STRENGTH[: n + 1]]
        if len(connect(order, strong)) == 1:
            return kind
    return STRENGTH[-1]

"""What was heard on one occasion, by whichever articles report it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.records import Link, Origin, OriginKind, make_id
from recoupe.rooms.trace.connect import connect, sort_links
from recoupe.rooms.trace.heard import Heard

Order = Mapping[str, int]


def list_occasions(order: Order, heard: Sequence[Heard]) -> list[list[Link]]:
    """The links of each occasion: what one speaker said, as some articles report it.

    A chain goes on from article to article only by the same speaker: who quotes the mayor like
    one paper and the prosecutor like another was at two occasions.

    Args:
        order: The place of each article.
        heard: Statements in common.
    """
    twins: list[Link] = []
    originals: dict[Link, list[Link]] = {}
    places: dict[str, int] = {}
    for item in heard:
        link = item.link
        ends = [
            f"{article} {speaker or link.source + link.target}"
            for article, speaker in zip((link.source, link.target), item.speakers, strict=True)
        ]
        places[ends[0]], places[ends[1]] = order[link.source], order[link.target]
        twin = replace(link, source=ends[0], target=ends[1])
        twins.append(twin)
        originals.setdefault(twin, []).append(link)
    numbered = {key: n for n, key in enumerate(sorted(places, key=lambda k: (places[k], k)))}
    groups = connect(numbered, twins)
    by_group = sort_links(groups, dict.fromkeys(twins))
    return [
        _sum_up([link for twin in by_group[group[0]] for link in originals[twin]])
        for group in groups
    ]


def _sum_up(links: Sequence[Link]) -> list[Link]:
    """One link for each pair of articles, with all that they have in common on the occasion."""
    by_pair: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        by_pair.setdefault((link.source, link.target), []).append(link)
    return [
        replace(
            same[0],
            ratio=min(1.0, round(sum(link.ratio for link in same), 3)),
            source_spans=tuple(span for link in same for span in link.source_spans),
            target_spans=tuple(span for link in same for span in link.target_spans),
        )
        for same in by_pair.values()
    ]


def make_occasion(links: Sequence[Link], order: Order) -> Origin:
    """The origin of one occasion."""
    ids = {end for link in links for end in (link.source, link.target)}
    group = tuple(sorted(ids, key=order.__getitem__))
    return Origin(
        id=make_id("origin", OriginKind.SAME_EVENT, "occasion", *group),
        articles=group,
        kind=OriginKind.SAME_EVENT,
        root=None,
        links=tuple(links),
    )

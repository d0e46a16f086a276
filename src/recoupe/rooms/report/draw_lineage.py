"""Who had it from whom: articles left to right by time, ties as lines."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.records import Link, Origin, OriginKind, Story
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.list_ties import TieRow, list_links, list_ties, write_percent
from recoupe.rooms.report.view_claims import Column
from recoupe.rooms.report.view_passages import shorten
from recoupe.rooms.report.write_dates import count_days, pick_ticks, write_short_date

WIDTH = 960
LEFT = 150
RIGHT = 230
TOP = 34
ROW = 34
GROUP_GAP = 16
NAME_CHARS = 30
# A target nearer than this to the right of its source is reached from the left of both.
BESIDE = 56
# Ties that rest on shared words are drawn solid, those of a common event or credit dashed, and
# those between articles of two origins dotted.
_SOLID = (OriginKind.VERSION, OriginKind.COPY, OriginKind.TRANSLATION, OriginKind.REWRITE)
_RANK = {kind: n for n, kind in enumerate(OriginKind)}


@dataclass(frozen=True, slots=True)
class Node:
    """An article, or the unseen root of an origin where `article` is None."""

    x: float
    y: float
    name: str
    article: str | None
    number: int
    origin: int
    title: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie from one node to another, with its label: "solid", "dashed" or "dotted"."""

    path: str
    style: str
    label: str
    label_x: float
    label_y: float
    title: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """Drawing and table of one story; `crosses` tells whether a tie joins two origins."""

    width: int
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[TieRow, ...]
    crosses: bool


def draw_lineage(story: Story, origins: tuple[Column, ...], index: DossierIndex) -> Lineage:
    """The lineage of a story; only the strongest tie of each article is drawn."""
    records = {origin.id: origin for origin in story.counted_origins}
    days = [d for a in story.articles if (d := count_days(index.article(a).published)) is not None]
    first, last = (min(days), max(max(days), min(days) + 0.5)) if days else (0.0, 1.0)
    nodes: list[Node] = []
    edges: list[Edge] = []
    placed: dict[str, Node] = {}
    y = float(TOP)
    for column in origins:
        origin = records.get(column.id)
        group: dict[str | None, Node] = {}
        if origin is not None and origin.root is None and len(origin.articles) > 1:
            group[None] = _draw_unseen(origin, column, y + ROW / 2, index)
        for article_id in column.articles:
            y += ROW
            day = count_days(index.article(article_id).published)
            share = 0.0 if day is None else (day - first) / (last - first)
            x = round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)
            group[article_id] = _draw_node(article_id, column, x, y, index)
        y += GROUP_GAP
        nodes += group.values()
        placed |= {key: node for key, node in group.items() if key is not None}
        if origin is not None:
            edges += _draw_edges(origin, group, index)
    ticks = tuple(
        (round(LEFT + max(0.0, (day - first) / (last - first)) * (WIDTH - LEFT - RIGHT), 1), word)
        for day, iso in (pick_ticks(first, last) if days else [])
        for word in (write_short_date(iso, index.labels),)
        if day <= last
    )
    across = _draw_across(story, placed, index)
    return Lineage(
        width=WIDTH,
        height=y + 10,
        nodes=tuple(nodes),
        edges=(*edges, *across),
        ticks=ticks,
        rows=list_ties(story, origins, index),
        crosses=bool(across),
    )


def _draw_node(article_id: str, column: Column, x: float, y: float, index: DossierIndex) -> Node:
    name = shorten(index.name_article(article_id), NAME_CHARS)
    title = f"{index.name_article(article_id)}, {index.date_article(article_id)}"
    return Node(x, y, name, article_id, index.number(article_id), column.number, title)


def _draw_unseen(origin: Origin, column: Column, y: float, index: DossierIndex) -> Node:
    is_event = origin.kind is OriginKind.SAME_EVENT
    name = index.labels.say(f"lineage.{'unseen_event' if is_event else 'unseen_dispatch'}")
    return Node(26.0, y, name, None, 0, column.number, name)


def _draw_edges(origin: Origin, group: dict[str | None, Node], index: DossierIndex) -> list[Edge]:
    edges = []
    for article_id, node in group.items():
        if article_id is None:
            continue
        link = _find_strongest(article_id, origin)
        if link is not None and (source := group.get(link.source)) is not None:
            solid = link.kind in _SOLID
            percent = write_percent(link.ratio, index) if solid else ""
            title = f"{_name_edge(source, node, link, index)} {percent}".strip()
            edges.append(_draw_edge(source, node, "solid" if solid else "dashed", percent, title))
        elif (unseen := group.get(None)) is not None:
            edges.append(_draw_edge(unseen, node, "dashed", "", f"{unseen.name} → {node.name}"))
    return edges


def _draw_across(story: Story, placed: dict[str, Node], index: DossierIndex) -> list[Edge]:
    """Ties between articles of two origins: of each article the strongest, around on the left."""
    best: dict[str, Link] = {}
    for link in list_links(story):
        one, other = placed.get(link.source), placed.get(link.target)
        if one is None or other is None or one.origin == other.origin:
            continue
        held = best.get(link.target)
        if held is None or (-link.ratio, link.source) < (-held.ratio, held.source):
            best[link.target] = link
    edges = []
    for target_id, link in best.items():
        source, target = placed[link.source], placed[target_id]
        left = round(min(source.x, target.x) - 2 * BESIDE, 1)
        path = f"M{source.x} {source.y}C{left} {source.y} {left} {target.y} {target.x} {target.y}"
        title = _name_edge(source, target, link, index)
        edges.append(Edge(path, "dotted", "", target.x, target.y, title))
    return edges


def _name_edge(source: Node, target: Node, link: Link, index: DossierIndex) -> str:
    space = "\u00a0" if index.labels.language == "fr" else ""
    return f"{source.name} → {target.name}{space}: {index.labels.say(f'tie.{link.kind}')}"


def _draw_edge(source: Node, target: Node, style: str, label: str, title: str) -> Edge:
    """A line down from the source and right to the target, beside the names on the way.

    Where the target stands below the source, the line goes around on the left.
    """
    x, y = target.x, target.y
    if x - source.x > BESIDE:
        path = f"M{source.x} {source.y}V{y - 9}Q{source.x} {y} {source.x + 9} {y}H{x}"
    else:
        left = round(min(x, source.x) - BESIDE, 1)
        path = (
            f"M{source.x} {source.y}H{left + 9}Q{left} {source.y} {left} {source.y + 9}"
            f"V{y - 9}Q{left} {y} {left + 9} {y}H{x}"
        )
    return Edge(path, style, label, round(x - 32, 1), y, title)


def _find_strongest(article_id: str, origin: Origin) -> Link | None:
    """The tie by which an article hangs on an earlier one, strongest kind and share first."""
    ties = [link for link in origin.links if link.target == article_id]
    if origin.root is None:
        ties = [link for link in ties if link.kind in _SOLID]
    return min(ties, key=lambda k: (_RANK[k.kind], -k.ratio, k.source), default=None)

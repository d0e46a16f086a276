"""The first thirty seconds: how much was read, what is shared, contested, alone, changed."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from recoupe.records import Article, OriginKind, Story
from recoupe.rooms.report.find_changes import Change, find_changes
from recoupe.rooms.report.find_position import Position
from recoupe.rooms.report.index_dossier import DossierIndex, find_host
from recoupe.rooms.report.rank_lines import rank_shared, rank_single
from recoupe.rooms.report.view_claims import ClaimRow, Column
from recoupe.rooms.report.view_differences import DifferenceView

SHARED_SHOWN = 5
CONTRADICTED_SHOWN = 3
SINGLE_SHOWN = 3
CHANGED_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Counts:
    """The chain from articles to origins.

    Attributes:
        articles: Articles; a text that stands on several hosts of the web counts for each, versions
            of one article count once.
        versions: Further versions of them that were read.
        texts: Distinct texts: copies of one another count once.
        outlets: Known outlets.
        unknown_outlets: Articles whose outlet is not known.
        origins: Origins.
    """

    articles: int
    versions: int
    texts: int
    outlets: int
    unknown_outlets: int
    origins: int


@dataclass(frozen=True, slots=True)
class Proof:
    """A clickable evidence mark: the number of an origin that leads to its first sentence."""

    number: int
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A claim in one line.

    Attributes:
        text: Its wording.
        speakers: Who says it.
        positions: How it is reported where that is not plain assertion.
        proofs: One mark for each origin that carries it.
    """

    text: str
    speakers: tuple[str, ...]
    positions: tuple[Position, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What the first screen shows; `shared_by_all` tells whether `shared` is of all origins."""

    counts: Counts
    shared: tuple[SummaryLine, ...]
    shared_by_all: bool
    conflicts: tuple[DifferenceView, ...]
    conflict_count: int
    single: tuple[SummaryLine, ...]
    changed: tuple[Change, ...]


def count_story(story: Story, index: DossierIndex) -> Counts:
    """How many articles, texts, outlets and origins a story has."""
    articles = [index.article(article_id) for article_id in story.articles]
    outlets = [article.outlet or find_host(article.source) for article in articles]
    versions = len(story.articles) - _count_joined(story, {OriginKind.VERSION})
    in_origins = {a for origin in story.counted_origins for a in origin.articles}
    return Counts(
        articles=sum(_count_addresses(article) for article in articles) - versions,
        versions=versions,
        texts=_count_joined(story, {OriginKind.VERSION, OriginKind.COPY}),
        outlets=len({outlet for outlet in outlets if outlet}),
        unknown_outlets=outlets.count(None),
        origins=len(story.counted_origins) + sum(a.id not in in_origins for a in articles),
    )


def _count_addresses(article: Article) -> int:
    """How often a text was published: once, and again for each further host of the web.

    A file kept twice is one article; the same wire on two sites is two.
    """
    hosts = {find_host(source) for source in (article.source, *article.also_at)} - {None}
    return max(1, len(hosts))


def _count_joined(story: Story, kinds: Set[OriginKind]) -> int:
    """How many are left where articles joined by links of these kinds count as one."""
    text_of = {article: article for article in story.articles}

    def find(article: str) -> str:
        while text_of[article] != article:
            article = text_of[article]
        return article

    for origin in story.counted_origins:
        for link in origin.links:
            if link.kind in kinds and link.source in text_of and link.target in text_of:
                text_of[find(link.target)] = find(link.source)
    return sum(find(article) == article for article in story.articles)


def view_summary(
    story: Story,
    rows: tuple[ClaimRow, ...],
    origins: tuple[Column, ...],
    differences: dict[str, tuple[DifferenceView, ...]],
    index: DossierIndex,
) -> Summary:
    """The first screen of a story.

    Args:
        story: The story.
        rows: Its claims by its columns (origins, or articles where there is one origin).
        origins: Its origins.
        differences: Its differences by group.
        index: The dossier.
    """
    counted = [(row, _count_origins(row, origins)) for row in rows if not _is_refused(row)]
    by_all = [pair for pair in counted if pair[1] == len(origins)]
    by_several = [pair for pair in counted if pair[1] > 1]
    shared = [row for row, _ in rank_shared(by_all or by_several, index)]
    lone = [row for row, count in counted if count == 1]
    return Summary(
        counts=count_story(story, index),
        shared=tuple(_line(row, origins) for row in shared[:SHARED_SHOWN]),
        shared_by_all=bool(by_all),
        conflicts=differences["conflicts"][:CONTRADICTED_SHOWN],
        conflict_count=len(differences["conflicts"]),
        single=tuple(_line(row, origins) for row in rank_single(lone, index, wanted=SINGLE_SHOWN))
        if len(origins) > 1
        else (),
        changed=find_changes(rows, differences["updates"], index)[:CHANGED_SHOWN],
    )


def _is_refused(row: ClaimRow) -> bool:
    """Whether somebody says yes and somebody no: not what all say, but what is contested."""
    found = {position for cell in row.cells for position in cell.positions}
    return bool(found & {Position.DENIES, Position.UNCONFIRMED}) and len(found) > 1


def _count_origins(row: ClaimRow, origins: tuple[Column, ...]) -> int:
    held = {evidence.article for evidence in row.claim.evidence}
    return sum(not held.isdisjoint(origin.articles) for origin in origins)


def _line(row: ClaimRow, origins: tuple[Column, ...]) -> SummaryLine:
    passages = [passage for cell in row.cells for passage in cell.passages]
    proofs = []
    for origin in origins:
        first = next((p for p in passages if p.article in origin.articles), None)
        if first is not None:
            proofs.append(Proof(origin.number, origin.name, first.href))
    found = {position for cell in row.cells for position in cell.positions}
    return SummaryLine(
        text=row.text,
        speakers=row.speakers,
        positions=() if Position.ASSERTS in found else tuple(p for p in Position if p in found),
        proofs=tuple(proofs),
    )

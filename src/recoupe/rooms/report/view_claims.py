"""The grid: claims by origins, each cell with its words and its evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from recoupe.language.close_marks import close_marks
from recoupe.records import Claim, Origin, OriginKind, Span, Story
from recoupe.rooms.report.find_position import Position, find_position
from recoupe.rooms.report.follow_status import Course, follow_status
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.mark_opening import mark_opening
from recoupe.rooms.report.show_controls import flatten
from recoupe.rooms.report.view_passages import Passage, view_passages

_TIED_BY_TEXT = frozenset(
    {
        OriginKind.VERSION,
        OriginKind.COPY,
        OriginKind.TRANSLATION,
        OriginKind.REWRITE,
        OriginKind.SAME_CREDIT,
    }
)

# A brief page quotes so many passages of a claim beside its wording and links the others.
QUOTED_WHEN_BRIEF = 2


@dataclass(frozen=True, slots=True)
class Column:
    """An origin, or an article where the story has one origin only.

    Attributes:
        id: Id of the origin or article.
        number: Its number on the page, from 1.
        name: What it is called.
        kind: How its articles hang together, a word for a reader; empty for a single article.
        articles: Ids of its articles.
        credited: Whether it is called by the agency that its articles credit.
    """

    id: str
    number: int
    name: str
    kind: str
    articles: tuple[str, ...]
    credited: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """How one column stands to one claim: no positions where it does not mention it."""

    column: Column
    positions: tuple[Position, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its cells.

    Attributes:
        claim: The record.
        text: Its wording, one line, after « … » where it starts within a sentence.
        speakers: Names of those who say it, with their articles as after « selon ».
        cells: One for each column.
        group: "core", "disputed" or "single".
        course: How its reported status moved.
        first: ISO date of its first evidence, or "".
    """

    claim: Claim
    text: str
    speakers: tuple[str, ...]
    cells: tuple[Cell, ...]
    group: str
    course: Course
    first: str

    @property
    def changed(self) -> bool:
        """Whether its reported status moved."""
        return self.course.moved

    @property
    def carried_by(self) -> tuple[Cell, ...]:
        """The cells of the columns that mention it."""
        return tuple(cell for cell in self.cells if cell.positions)

    def count_absent(self, start: int) -> int:
        """How many columns in a row do not mention it, from one of its cells on."""
        return sum(1 for _ in takewhile(lambda cell: not cell.positions, self.cells[start:]))

    @property
    def quoted(self) -> frozenset[str]:
        """Links of the passages that a brief page quotes: the first few in other words."""
        known = {_fold(self.text)}
        links: list[str] = []
        for passage in (p for cell in self.cells for p in cell.passages):
            if _fold(passage.quote) not in known and len(links) < QUOTED_WHEN_BRIEF:
                known.add(_fold(passage.quote))
                links.append(passage.href)
        return frozenset(links)

    @property
    def passage_count(self) -> int:
        """How many places say it."""
        return sum(len(cell.passages) for cell in self.cells)


def _fold(words: str) -> str:
    return re.sub(r"\W+", " ", words).casefold().strip()


def view_origins(story: Story, index: DossierIndex) -> tuple[Column, ...]:
    """The origins of a story, largest first, numbered from 1; articles in none come last."""
    grouped = {article for origin in story.counted_origins for article in origin.articles}
    loose = [
        Origin(article, (article,), OriginKind.OWN, article)
        for article in story.articles
        if article not in grouped
    ]
    ranked = sorted(
        [*story.counted_origins, *loose],
        key=lambda o: (-len(o.articles), min(index.number(a) for a in o.articles), o.id),
    )
    columns = []
    for number, origin in enumerate(ranked, start=1):
        agency = _find_agency(origin, index)
        columns.append(
            Column(
                id=origin.id,
                number=number,
                name=agency or _name_first(origin, index),
                kind=index.labels.say(f"tie.{origin.kind}") if len(origin.articles) > 1 else "",
                articles=tuple(sorted(origin.articles, key=index.number)),
                credited=agency is not None,
            )
        )
    return tuple(columns)


def view_articles_as_columns(story: Story, index: DossierIndex) -> tuple[Column, ...]:
    """Each article of a story as a column of its own."""
    return tuple(
        Column(article, n, index.name_article(article), "", (article,))
        for n, article in enumerate(story.articles, start=1)
    )


def _find_agency(origin: Origin, index: DossierIndex) -> str | None:
    """The agency that most articles of an origin credit, where shared text or credit ties them."""
    if origin.kind not in _TIED_BY_TEXT:
        return None
    named = Counter(
        name for a in origin.articles for name in {c.name for c in index.article(a).credits}
    )
    return flatten(min(named, key=lambda name: (-named[name], name))) if named else None


def _name_first(origin: Origin, index: DossierIndex) -> str:
    """An origin called by its root, else its first article, and how many others there are."""
    first = min(origin.articles, key=index.number)
    name = index.name_article(origin.root if origin.root in origin.articles else first)
    others = len(origin.articles) - 1
    return index.labels.say("count.other_articles", name=name, n=others) if others else name


def view_claims(
    story: Story, columns: tuple[Column, ...], index: DossierIndex
) -> tuple[ClaimRow, ...]:
    """The rows of the grid, in the order of the story's claims."""
    contested: dict[str, list[Span]] = {}
    for evidence in (
        e for d in story.differences if d.is_conflict for s in d.sides for e in s.evidence
    ):
        contested.setdefault(evidence.article, []).append(evidence.span)
    empty = tuple(Cell(column, (), ()) for column in columns)
    columns_of: dict[str, list[int]] = {}
    for number, column in enumerate(columns):
        for article in column.articles:
            columns_of.setdefault(article, []).append(number)
    return tuple(_view_claim(claim, empty, columns_of, contested, index) for claim in story.claims)


def _view_claim(
    claim: Claim,
    empty: tuple[Cell, ...],
    columns_of: Mapping[str, Sequence[int]],
    contested: Mapping[str, Sequence[Span]],
    index: DossierIndex,
) -> ClaimRow:
    """The row of a claim.

    Args:
        claim: The claim.
        empty: The cells of a claim that no column mentions; most cells of a large grid are such.
        columns_of: For each article the columns that hold it, by their place.
        contested: For each article the passages that a conflict touches.
        index: The dossier.
    """
    positions = [find_position(claim, n, index) for n in range(len(claim.evidence))]
    held: dict[int, list[int]] = {}
    for n, evidence in enumerate(claim.evidence):
        for place in columns_of.get(evidence.article, ()):
            held.setdefault(place, []).append(n)
    cells = list(empty)
    for place, numbers in held.items():
        found = {positions[n] for n in numbers}
        cells[place] = Cell(
            column=empty[place].column,
            positions=tuple(p for p in Position if p in found),
            passages=view_passages((claim.evidence[n] for n in numbers), index),
        )
    dates = [d for e in claim.evidence if (d := index.article(e.article).published)]
    return ClaimRow(
        claim=claim,
        text=mark_opening(claim, index) + close_marks(flatten(claim.text)),
        speakers=tuple(dict.fromkeys(index.name_in_sentence(s) for s in claim.speakers)),
        cells=tuple(cells),
        group=_find_group(claim, positions, cells, contested),
        course=follow_status(claim, index),
        first=min(dates, default=""),
    )


def _find_group(
    claim: Claim,
    positions: list[Position],
    cells: list[Cell],
    contested: Mapping[str, Sequence[Span]],
) -> str:
    """Disputed where a conflict touches it or somebody says yes and somebody no."""
    both = {Position.ASSERTS, Position.ALLEGES, Position.CONDITIONAL} & set(positions)
    against = {Position.DENIES, Position.UNCONFIRMED} & set(positions)
    if (both and against) or any(
        mine.span.overlaps(other)
        for mine in claim.evidence
        for other in contested.get(mine.article, ())
    ):
        return "disputed"
    return "core" if sum(bool(cell.positions) for cell in cells) > 1 else "single"

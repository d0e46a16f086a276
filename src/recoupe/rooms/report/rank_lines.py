"""Which claims the first screen shows: readable alone, and worth a reader's half minute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.records import Article, FoundBy, Reading, Span
from recoupe.rooms.report.find_position import Position
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.mark_opening import ELLIPSIS, find_wording
from recoupe.rooms.report.view_claims import ClaimRow

# A wording longer than this is no line of a first screen; shorter than that says nothing alone.
LONG_CHARS = 240
SHORT_CHARS = 9
# A wording of which a larger part is a date or a time is a date line.
DATE_SHARE = 0.5
_STRIKING = {Position.DENIES, Position.UNCONFIRMED, Position.ALLEGES, Position.CORRECTED}
_WHEN_OR_WHICH = ("date", "ordinal", "age")


@dataclass(frozen=True, slots=True)
class Worth:
    """What a claim's wording says without its surroundings.

    Attributes:
        readable: 2 for a sentence with subject and finite verb, 1 for a figure with what it
            counts or a sentence that leans on one before, 0 for a fragment or a date line.
        has_figure: Whether it counts something.
        is_named: Whether somebody with a name or an office says it.
    """

    readable: int
    has_figure: bool
    is_named: bool


def read_wording(row: ClaimRow, index: DossierIndex) -> Worth:
    """How the wording of a claim reads; where nobody looked every longer wording is a sentence."""
    named = any(
        statement is not None
        and statement.speaker is not None
        and statement.speaker.found_by is not FoundBy.UNNAMED
        for e in row.claim.evidence
        for statement in (index.statement(e.article, e.statement),)
    )
    evidence = find_wording(row.claim, index)
    if evidence is None:
        return Worth(1, has_figure=False, is_named=named)
    article, span = index.article(evidence.article), evidence.span
    figure = any(
        f.span.overlaps(span) and f.unit.split(":")[0] not in _WHEN_OR_WHICH
        for f in article.figures
    )
    return Worth(_judge(row, article, span, figure), figure, named)


def _judge(row: ClaimRow, article: Article, span: Span, figure: bool) -> int:
    text = row.text
    dated = sum(
        min(m.span.end, span.end) - max(m.span.start, span.start)
        for m in article.moments
        if m.span.overlaps(span)
    )
    aside = any(f.span.overlaps(span) for f in article.furniture if f.is_dropped)
    if (
        aside
        or dated > DATE_SHARE * span.length_chars
        or not SHORT_CHARS <= len(text) <= LONG_CHARS
    ):
        return 0
    many = " " in text.removeprefix(ELLIPSIS)
    if row.claim.reading is None:
        return 2 if many else 0
    if row.claim.reading is Reading.FRAGMENT:
        return 1 if figure and many and not text.startswith(ELLIPSIS) else 0
    return 2 if row.claim.reading is Reading.SENTENCE else 1


def rank_shared(
    counted: Sequence[tuple[ClaimRow, int]], index: DossierIndex
) -> list[tuple[ClaimRow, int]]:
    """Claims with how many origins carry them, best line first; fragments only if nothing else.

    Most origins first, then full sentences, what is not contested, figures, and named speakers.
    """
    read = [(row, count, read_wording(row, index)) for row, count in counted]
    kept = [item for item in read if item[2].readable] or read
    kept.sort(
        key=lambda item: (
            -item[1],
            -item[2].readable,
            item[0].group == "disputed",
            not item[2].has_figure,
            not item[2].is_named,
            -item[0].passage_count,
        )
    )
    return [(row, count) for row, count, _ in kept]


def rank_single(rows: Sequence[ClaimRow], index: DossierIndex, *, wanted: int) -> list[ClaimRow]:
    """The claims of one origin that a reader should know to be alone, one for each speaker first.

    Readable before all; then those of a named speaker that count something, deny or accuse.
    """
    read = [(row, read_wording(row, index)) for row in rows]
    kept = [item for item in read if item[1].readable] or read
    kept.sort(
        key=lambda item: (
            -item[1].readable,
            -_weigh_single(*item),
            -item[0].passage_count,
        )
    )
    chosen: list[ClaimRow] = []
    heard: set[tuple[str, ...]] = set()
    for row, _ in kept:
        if row.claim.speakers not in heard:
            heard.add(row.claim.speakers)
            chosen.append(row)
    chosen += [row for row, _ in kept if all(row is not known for known in chosen)]
    return chosen[:wanted]


def _weigh_single(row: ClaimRow, reading: Worth) -> int:
    found = {position for cell in row.cells for position in cell.positions}
    return 2 * reading.is_named + reading.has_figure + bool(found & _STRIKING)

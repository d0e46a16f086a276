"""What changed in a story: turns of one speaker first, then figures, then other statuses."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.records import DifferenceKind, Evidence
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.view_claims import ClaimRow
from recoupe.rooms.report.view_differences import DifferenceView
from recoupe.rooms.report.word_status import write_status
from recoupe.rooms.report.write_dates import write_date


@dataclass(frozen=True, slots=True)
class ChangeStep:
    """One step of a change: what, when, and where one reads it."""

    what: str
    date: str
    href: str


@dataclass(frozen=True, slots=True)
class Change:
    """A matter whose reported status or figure moved, oldest step first."""

    text: str
    steps: tuple[ChangeStep, ...]


def find_changes(
    rows: tuple[ClaimRow, ...], updates: tuple[DifferenceView, ...], index: DossierIndex
) -> tuple[Change, ...]:
    """Claims whose status moved and updates, without those that say the same twice.

    First what one speaker or office took back or confirmed, then figures, then the others; in
    each the latest first.
    """
    found: list[tuple[int, str, Change]] = []
    told: list[Evidence] = []
    for row in rows:
        if row.course.moved:
            told += row.claim.evidence
            last = max(step.on or "" for step in row.course.turns)
            rank = 0 if row.course.same_voice else 2
            found.append((rank, last, Change(row.text, _write_turns(row, index))))
    for update in updates:
        is_figure = update.difference.kind is DifferenceKind.FIGURE
        if not is_figure and _is_told(update, told):
            continue
        on = max(side.on or "" for side in update.difference.sides)
        rank = 1 if is_figure else 0 if _is_one_voice(update, index) else 2
        found.append((rank, on, Change(update.matter, _write_sides(update))))
    latest = sorted(found, key=lambda item: item[1], reverse=True)
    return tuple(change for _, _, change in sorted(latest, key=lambda item: item[0]))


def _is_told(update: DifferenceView, told: list[Evidence]) -> bool:
    """Whether every side of an update is in a claim that is shown already."""
    return all(
        any(
            mine.article == other.article and mine.span.overlaps(other.span)
            for mine in side.evidence
            for other in told
        )
        for side in update.difference.sides
    )


def _is_one_voice(update: DifferenceView, index: DossierIndex) -> bool:
    voices = [index.offices(s.said_by) for s in update.difference.sides if s.said_by]
    return len(voices) == len(update.sides) and bool(frozenset.intersection(*voices))


def _write_turns(row: ClaimRow, index: DossierIndex) -> tuple[ChangeStep, ...]:
    steps = []
    for turn in row.course.turns:
        evidence = row.claim.evidence[turn.evidence]
        where = index.name_article(evidence.article)
        what = write_status(turn.wording, turn.speakers, where, index)
        href = index.link(evidence.article, evidence.span.start)
        steps.append(ChangeStep(what, write_date(turn.on, index.labels), href))
    return tuple(steps)


def _write_sides(update: DifferenceView) -> tuple[ChangeStep, ...]:
    """The values in time order, each run of one wording once."""
    steps: list[ChangeStep] = []
    for side in update.sides:
        if not steps or steps[-1].what.casefold() != side.value.casefold():
            href = side.passages[0].href if side.passages else "#"
            steps.append(ChangeStep(side.value, side.date, href))
    return tuple(steps)

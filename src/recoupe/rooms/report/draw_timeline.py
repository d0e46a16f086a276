"""The status of claims over time, as lanes of a drawing and as rows of a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter

from recoupe.rooms.report.follow_status import Step
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.view_claims import ClaimRow
from recoupe.rooms.report.view_passages import shorten
from recoupe.rooms.report.word_status import STATUS_SYMBOLS
from recoupe.rooms.report.write_dates import count_days, pick_ticks, write_date, write_short_date

WIDTH = 960
MARGIN = 24
LANE_HEIGHT = 58
TOP = 30
# More lanes than this make a drawing that nobody reads; the table has all of them.
LANES_SHOWN = 12
# Width of a letter of the drawing at its size of 13 units, for « does it fit »: DejaVu Sans, the
# widest of the fonts that a browser may take.
LETTER_WIDTH = 7.4
MARK_GAP = 20
# Right of the last day two statuses stand with their words, the longest two of the labels.
LAST_DAY_WIDTH = 230


class Clock(StrEnum):
    """By which time statuses stand in the drawing."""

    SAID = "said"  # when it was said, as far as the article tells
    PUBLISHED = "published"  # when the first article that reports it was published


@dataclass(frozen=True, slots=True)
class Mark:
    """One status at one time; `word` is empty where it does not fit beside the mark."""

    x: float
    status: str
    symbol: str
    word: str
    title: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One claim of the drawing."""

    y: float
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One row of the table: a status of a claim on one day, with all who gave it.

    `iso` is the time by the clock of the drawing; `date` when it was said, `published` when the
    first article that reports it was published, both for a reader.
    """

    date: str
    published: str
    iso: str | None
    claim: str
    symbol: str
    status: str
    by: str
    where: str
    href: str
    wording: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing and the table of one story; `lanes` is empty where no status has a date."""

    width: int
    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[StatusRow, ...]
    start: str
    end: str
    not_drawn: int


def draw_timeline(
    rows: tuple[ClaimRow, ...], index: DossierIndex, clock: Clock = Clock.SAID
) -> Timeline:
    """The timeline of a story: only claims whose statuses do not say the same.

    Turns of one speaker or office come first, then changes over days, then what parts on one day.
    """
    told = sorted(
        (row for row in rows if row.course.has_contrast),
        key=lambda row: (not row.course.same_voice, not row.changed),
    )
    points = [
        tuple(_list_point(row, step, index, clock) for step in row.course.points) for row in told
    ]
    table = tuple(line for lines in points for line in lines)
    ranked = [lines for lines in points if any(count_days(line.iso) is not None for line in lines)]
    shown = ranked[:LANES_SHOWN]
    days = [d for lines in shown for line in lines if (d := count_days(line.iso)) is not None]
    if not days:
        return Timeline(WIDTH, 0, (), (), table, "", "", 0)
    first, last = min(days), max(days)
    last = max(last, first + 1)
    scale = (WIDTH - 2 * MARGIN - LAST_DAY_WIDTH) / (last - first)

    def place(day: float) -> float:
        return round(MARGIN + (day - first) * scale, 1)

    lanes = tuple(
        Lane(TOP + n * LANE_HEIGHT, shorten(lines[0].claim, 105), _place_marks(lines, place))
        for n, lines in enumerate(shown)
    )
    ticks = tuple(
        (place(day), write_short_date(iso, index.labels))
        for day, iso in pick_ticks(first, last)
        if day >= int(first)
    )
    isos = sorted(line.iso for lines in shown for line in lines if line.iso)
    return Timeline(
        width=WIDTH,
        height=TOP + len(lanes) * LANE_HEIGHT + 26,
        lanes=lanes,
        ticks=tuple((max(MARGIN, x), word) for x, word in ticks),
        rows=table,
        start=write_date(isos[0], index.labels, with_time=False),
        end=write_date(isos[-1], index.labels, with_time=False),
        not_drawn=len(ranked) - len(shown),
    )


def _place_marks(lines: Sequence[StatusRow], place: Callable[[float], float]) -> tuple[Mark, ...]:
    """The marks of a lane, pushed apart where they would touch."""
    dated = [(place(day), line) for line in lines if (day := count_days(line.iso)) is not None]
    dated.sort(key=itemgetter(0))
    marks: list[Mark] = []
    right = 0.0
    for n, (wanted, line) in enumerate(dated):
        at = max(wanted, right)
        right = at + max(MARK_GAP, _find_room(dated, n, at))
        ahead = max(dated[n + 1][0], right) if n + 1 < len(dated) else WIDTH - 4.0
        words = (f"{line.status}, {line.by}" if line.by else line.status, line.status)
        fitting = (word for word in words if at + 14 + len(word) * LETTER_WIDTH < ahead)
        title = f"{line.date} – {line.status}, {line.by or line.where}"
        marks.append(Mark(round(at, 1), line.wording, line.symbol, next(fitting, ""), title))
    return tuple(marks)


def _find_room(dated: list[tuple[float, StatusRow]], n: int, at: float) -> float:
    """How much room a mark takes so that its word shows before the next mark of the same day.

    Nothing where the words of the day would then reach the next day.
    """
    wanted, line = dated[n]
    same = [one for place, one in dated[n:] if place == wanted]
    if len(same) == 1:
        return 0
    room = sum(24 + len(one.status) * LETTER_WIDTH for one in same)
    ahead = min((place for place, _ in dated if place > wanted), default=WIDTH - 4.0)
    return 24 + len(line.status) * LETTER_WIDTH if at + room < ahead else 0


def _list_point(row: ClaimRow, step: Step, index: DossierIndex, clock: Clock) -> StatusRow:
    evidence = row.claim.evidence[step.evidence]
    published = index.article(evidence.article).published
    return StatusRow(
        date=write_date(step.on, index.labels),
        published=write_date(published, index.labels),
        iso=step.on if clock is Clock.SAID else published,
        claim=row.text,
        symbol=STATUS_SYMBOLS[step.wording],
        status=index.labels.say(f"status.{step.wording}"),
        by=", ".join(dict.fromkeys(index.name_speaker(s) or s for s in step.speakers)),
        where=index.name_article(evidence.article),
        href=index.link(evidence.article, evidence.span.start),
        wording=step.wording.value,
    )

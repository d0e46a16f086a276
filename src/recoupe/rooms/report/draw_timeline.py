"""The status of claims over time, as lanes of a drawing and as rows of a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from recoupe.records import Status
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.view_claims import ClaimRow
from recoupe.rooms.report.view_passages import anchor, shorten
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
SYMBOLS = {
    Status.ALLEGED: "○",
    Status.ANNOUNCED: "◇",
    Status.CONFIRMED: "●",
    Status.NOT_CONFIRMED: "?",
    Status.DENIED: "✕",
    Status.CORRECTED: "↺",
}


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
    """One row of the table."""

    date: str
    iso: str | None
    claim: str
    symbol: str
    status: str
    by: str
    where: str
    href: str


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


def draw_timeline(rows: tuple[ClaimRow, ...], index: DossierIndex) -> Timeline:
    """The timeline of a story: claims whose status moved first, then those of most origins.

    The table of a dossier of many articles holds only claims whose status moved.
    """
    table = tuple(
        line
        for row in sorted(rows, key=lambda r: not r.changed)
        if row.changed or not index.is_brief
        for line in _list_statuses(row, index)
    )
    dated = [row for row in rows if any(count_days(c.on) is not None for c in row.claim.status)]
    ranked = sorted(dated, key=lambda row: (not row.changed, -len(row.claim.status)))
    shown = ranked[:LANES_SHOWN]
    days = [d for row in shown for c in row.claim.status if (d := count_days(c.on)) is not None]
    if not days:
        return Timeline(WIDTH, 0, (), (), table, "", "", 0)
    first, last = min(days), max(days)
    last = max(last, first + 1)
    scale = (WIDTH - 2 * MARGIN - 150) / (last - first)

    def place(day: float) -> float:
        return round(MARGIN + (day - first) * scale, 1)

    lanes = tuple(
        Lane(TOP + n * LANE_HEIGHT, shorten(row.text, 105), _place_marks(row, place, index))
        for n, row in enumerate(shown)
    )
    ticks = tuple(
        (place(day), write_short_date(iso, index.labels))
        for day, iso in pick_ticks(first, last)
        if day >= int(first)
    )
    isos = sorted(c.on for row in shown for c in row.claim.status if c.on)
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


def _place_marks(
    row: ClaimRow, place: Callable[[float], float], index: DossierIndex
) -> tuple[Mark, ...]:
    """The marks of a lane, pushed apart where they would touch; one for a status and a day."""
    alike: dict[tuple[float, Status], list[int]] = {}
    for n, change in enumerate(row.claim.status):
        day = count_days(change.on)
        if day is not None:
            alike.setdefault((day, change.status), []).append(n)
    marks: list[Mark] = []
    places = [place(day) for day, _ in alike]
    right = 0.0
    for n, numbers in enumerate(alike.values()):
        at = max(places[n], right)
        right = at + MARK_GAP
        ahead = max(places[n + 1], right) if n + 1 < len(places) else WIDTH - 4.0
        lines = [_list_status(row, number, index) for number in numbers]
        line = lines[0]
        by = ", ".join(dict.fromkeys(one.by for one in lines if one.by))
        times = " " + index.labels.say("count.times", n=len(lines)) if len(lines) > 1 else ""
        words = (f"{line.status}, {by}{times}", f"{line.status}{times}", line.status)
        fitting = (word for word in words if at + 14 + len(word) * LETTER_WIDTH < ahead)
        title = f"{line.date} – {line.status}, {by or line.where}{times}"
        word = next(fitting, "")
        marks.append(
            Mark(round(at, 1), str(row.claim.status[numbers[0]].status), line.symbol, word, title)
        )
    return tuple(marks)


def _list_statuses(row: ClaimRow, index: DossierIndex) -> tuple[StatusRow, ...]:
    return tuple(_list_status(row, n, index) for n in range(len(row.claim.status)))


def _list_status(row: ClaimRow, n_status: int, index: DossierIndex) -> StatusRow:
    change = row.claim.status[n_status]
    evidence = row.claim.evidence[change.evidence]
    return StatusRow(
        date=write_date(change.on, index.labels),
        iso=change.on,
        claim=row.text,
        symbol=SYMBOLS[change.status],
        status=index.labels.say(f"status.{change.status}"),
        by=index.name_speaker(change.by) or "",
        where=index.name_article(evidence.article),
        href="#" + anchor(evidence.article, evidence.span.start),
    )

"""Reads the sentences with their figures and times from the files of rows beside this one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from recoupe.records import Figure, Moment


@dataclass
class Row:
    """One sentence; each figure and time with its words and the readings that are right."""

    published: str
    text: str
    figures: list[tuple[str, list[str]]] = field(default_factory=list)
    moments: list[tuple[str, list[str]]] = field(default_factory=list)


def read_rows(name: str) -> Iterator[Row]:
    """The rows of a file."""
    published, row = "", None
    text = (Path(__file__).parent / f"{name}.rows").read_text(encoding="utf-8")
    for line in text.splitlines():
        kind, rest = line[:1], line[2:]
        if kind == "@":
            published = rest
        elif kind == ">":
            if row is not None:
                yield row
            row = Row(published, rest)
        elif kind in {"f", "m"} and row is not None:
            words, readings = rest.split(" | ")
            assert words in row.text, f"{words!r} is not in {row.text!r}"
            wanted = (words, [reading.strip() for reading in readings.split(";")])
            (row.figures if kind == "f" else row.moments).append(wanted)
    if row is not None:
        yield row


def tell_figure(figure: Figure) -> str:
    """Value or range, modifier and unit, as rows write them."""
    value = f"{figure.value:.6g}" if figure.value is not None else "-"
    if figure.modifier == "between":
        value = f"{figure.low:.6g}..{figure.high:.6g}"
    return f"{value} {figure.modifier or '-'} {figure.unit}"


def tell_moment(moment: Moment) -> str:
    """Days, minute or duration, as rows write them."""
    if moment.duration:
        return moment.duration
    if moment.since is None or moment.until is None:
        return moment.type
    if "T" in moment.since:
        return moment.since[:16]
    after = date.fromisoformat(moment.since) + timedelta(days=1)
    one_day = moment.until == after.isoformat()
    return moment.since if one_day else f"{moment.since}/{moment.until}"


def is_told(told: str, readings: list[str]) -> bool:
    """Whether what was found is one of the readings."""
    for reading in readings:
        wanted, found = reading.split(), told.split()
        if ".." not in reading and wanted[0][0].isdigit() and len(found) > 1:
            wanted[0] = f"{float(wanted[0]):.6g}"
        if all(
            w in {"*", f} or (w.endswith("*") and f.startswith(w[:-1]))
            for w, f in zip(wanted, found, strict=False)
        ):
            return True
    return False

"""Counts how many times of public French test sets are resolved to the right days.

``measure_moments.py FOLDER`` where FOLDER holds `duckling_fr`, `recognizers_fr`, `dateparser_fr`.
Bare weekdays are counted apart: these sets mean the next one, the press the last one. A case is
right when the first and the last day are those expected; of two readings offered (past and future)
either is right. Cases are chat phrases, so the share says less than the list of misses.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from recoupe.language import load_model
from recoupe.records import Moment
from recoupe.rooms.annotate.moments import find_moments
from recoupe.rooms.annotate.read_parse import read_doc

Days = tuple[date, date]
_WEEKDAY = re.compile(r"\b(?:lun|mar|mercre|jeu|vendre|same|diman)(?:di|che)\b", re.IGNORECASE)


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _day(text: str | None) -> date | None:
    try:
        return datetime.fromisoformat(text).date() if text else None
    except ValueError:
        return None


def _last(until: str) -> date | None:
    try:
        end = datetime.fromisoformat(until)
    except ValueError:
        return None
    return (end - timedelta(seconds=1)).date()


Case = tuple[str, str, str, str, list[Days]]


def list_cases(folder: Path) -> Iterator[Case]:
    """Set, text, the words of time in it, publication and the right readings of each case."""
    yield from _list_duckling(folder / "duckling_fr" / "cases.jsonl")
    yield from _list_recognizers(folder / "recognizers_fr" / "verified.jsonl")
    yield from _list_dateparser(folder / "dateparser_fr" / "cases.jsonl")


def _list_duckling(path: Path) -> Iterator[Case]:
    for row in read_rows(path):
        expected = row["expected"] or {}
        if row["dim"] != "Time" or expected.get("grain") not in {"day", "minute", "hour"}:
            continue
        since = _day(expected.get("value") or expected.get("from"))
        until = since if expected["kind"] == "value" else _last(expected.get("to_exclusive", ""))
        if since and until:
            yield "duckling", row["input"], row["input"], "2013-02-12", [(since, until)]


def _list_recognizers(path: Path) -> Iterator[Case]:
    for row in read_rows(path):
        if row["spec"] not in {"DateTime_DateParser", "DateTime_DatePeriodParser"}:
            continue
        readings: list[Days] = []
        for result in row["results"]:
            for side in ("PastResolution", "FutureResolution"):
                told = (result["value"] or {}).get(side, {})
                if day := _day(told.get("date")):
                    readings.append((day, day))
                elif (since := _day(told.get("startDate"))) and (
                    end := _last(told.get("endDate") or "")
                ):
                    readings.append((since, end))
        if readings and row["reference"]:
            words = row["results"][0]
            words = row["input"][words["start_norm"] : words["end_norm"]]
            yield f"recognizers {row['spec'][9:]}", row["input"], words, row["reference"], readings


def _list_dateparser(path: Path) -> Iterator[Case]:
    for row in read_rows(path):
        days = set(row.get("ago") or {}) <= {"days", "weeks"} and row.get("ago") is not None
        if row["kind"] == "relative" and days:
            base = datetime.fromisoformat(row["base"])
            sign = 1 if row.get("in_future") else -1
            day = (base + sign * timedelta(**row["ago"])).date()
            yield "dateparser", row["input"], row["input"], row["base"], [(day, day)]


def _is_right(moment: Moment, readings: list[Days]) -> bool:
    since, until = _day(moment.since), _last(moment.until or "")
    return (since, until) in readings


def main() -> int:
    """Prints right and all for each set, and with ``--show`` what was missed."""
    folder, *options = sys.argv[1:]
    nlp = load_model("fr")
    counts: dict[str, list[int]] = {}
    for name, text, _, published, readings in list_cases(Path(folder)):
        doc = read_doc(nlp(text))
        doc.published = published
        moments = find_moments(doc, "fr")
        hit = any(_is_right(moment, readings) for moment in moments)
        key = (
            f"{name}, bare weekday"
            if _WEEKDAY.search(text) and not re.search(r"\d", text)
            else name
        )
        tally = counts.setdefault(key, [0, 0])
        tally[0] += hit
        tally[1] += 1
        if not hit and "--show" in options:
            told = [(m.span.cut(text), m.since, m.until) for m in moments]
            print(f"  {key}: {text!r} wants {readings[0]}, found {told}")
    for key, (right, every) in sorted(counts.items()):
        print(f"{key:44} {right:4} of {every:4}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Counts how many numbers, amounts and measures of public French test sets are read with their value.

``measure_numbers.py FOLDER`` where FOLDER holds `text2num_fr`, `duckling_fr` and `recognizers_fr`.
The text alone is judged: a case is right when the expected value is among the numbers that are
found (times the factor of their unit) or among the figures (a share counts as part of one). Ordinals, fractions in words beyond the tenth and expected
errors are counted apart.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from recoupe.language import load_model
from recoupe.records import Figure
from recoupe.rooms.annotate.figures import find_figures
from recoupe.rooms.annotate.figures.counted_things import find_unit
from recoupe.rooms.annotate.moments import find_moments
from recoupe.rooms.annotate.moments.vocabulary import make_plain
from recoupe.rooms.annotate.numbers import find_numbers
from recoupe.rooms.annotate.read_parse import read_doc


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_figures(text: str, published: str | None = None) -> tuple[Figure, ...]:
    """The figures of a text by itself."""
    doc = read_doc(load_model("fr")(text))
    doc.published = published
    doc.moments = find_moments(doc, "fr")
    return find_figures(doc, "fr")


def find_values(text: str) -> list[float]:
    """The values of the numbers and figures in a text, in their units."""
    plain = make_plain(text)
    values = []
    for figure in read_figures(text):
        if figure.value is not None:
            values += (
                [figure.value, figure.value / 100] if figure.unit == "percent" else [figure.value]
            )
    for number in find_numbers(plain, "fr"):
        if number.value is not None:
            unit = find_unit(plain, number.end, "fr")
            values.append(number.value * (unit[1] if unit else 1))
    return values


def list_cases(folder: Path) -> Iterator[tuple[str, str, float]]:
    """Set, text and expected value of each case."""
    for row in read_rows(folder / "text2num_fr" / "cases.jsonl"):
        if row["func"] == "text2num" and not row.get("raises"):
            yield "text2num", row["input"], float(row["expected"])
    for row in read_rows(folder / "duckling_fr" / "cases.jsonl"):
        expected = row["expected"] or {}
        if row["dim"] not in {"Time", "Ordinal"} and expected.get("kind") == "value":
            yield f"duckling {row['dim']}", row["input"], float(expected["value"])
    for row in read_rows(folder / "recognizers_fr" / "verified.jsonl"):
        if not row["spec"].startswith("Number") or "Ordinal" in row["spec"]:
            continue
        for result in row["results"]:
            raw = str((result["value"] or {}).get("value", "")).rstrip("%").replace(",", ".")
            try:
                yield f"recognizers {row['spec'].split('_')[1]}", row["input"], float(raw)
            except ValueError:
                continue


def main() -> int:
    """Prints right and all for each set, and with ``--show`` what was missed."""
    folder, *options = sys.argv[1:]
    right: dict[str, int] = {}
    every: dict[str, int] = {}
    for name, text, expected in list_cases(Path(folder)):
        values = find_values(text)
        hit = any(abs(v - expected) <= 1e-6 * max(1.0, abs(expected)) for v in values)
        every[name] = every.get(name, 0) + 1
        right[name] = right.get(name, 0) + hit
        if not hit and "--show" in options:
            print(f"  {name}: {text!r} wants {expected:g}, found {values}")
    for name, count in every.items():
        print(f"{name:36} {right[name]:4} of {count:4}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

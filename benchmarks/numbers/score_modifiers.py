"""Scores modifiers and bounds on the project's own gold."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from benchmarks.dates.cases import ROOT, SHARED
from quality.measure_numbers import read_figures
from tests.annotate.rows.read_rows import is_told, read_rows, tell_figure

from recoupe.records import Figure, Modifier
from recoupe.rooms.annotate.figures.wordings import bound_value


def score_rows() -> list[list[object]]:
    """One line for the sentences of the tests."""
    tally: Counter[str] = Counter()
    for name in ("first_half", "second_half", "third"):
        for row in read_rows(name):
            left = list(read_figures(row.text, row.published))
            for words, readings in row.figures:
                start = row.text.index(words)
                value, modifier = readings[0].split()[:2]
                if modifier in {"*", "-"}:
                    continue
                near = [f for f in left if f.span.start < start + len(words) and start < f.span.end]
                hit = next((f for f in near if tell_figure(f).split()[0] == _tell(value)), None)
                _count(tally, hit, modifier)
                if hit is not None:
                    left.remove(hit)
                    bounded = is_told(tell_figure(hit), [f"{value} {modifier} *"])
                    tally["bounds"] += bounded and _has_bounds(hit)
    return [["sentences of the tests", *_rates(tally)]]


def _tell(value: str) -> str:
    return value if ".." in value or value == "-" else f"{float(value):.6g}"


def _has_bounds(figure: Figure) -> bool:
    """Whether the bounds follow from the value and the modifier."""
    if figure.value is None or figure.modifier is None:
        return figure.low is not None and figure.high is not None
    return (figure.low, figure.high) == bound_value(figure.value, figure.modifier)


def score_gold() -> list[list[object]]:
    """A line for the sample, and one for the five real articles where they are at hand."""
    sets = {
        "sample": (ROOT / "src/recoupe/sample", ROOT / "quality/sample/gold.json"),
        "five articles": (SHARED / "seeds", SHARED / "gold" / "seeds.json"),
    }
    return [
        [name, *_rates(_score_folder(folder, gold))]
        for name, (folder, gold) in sets.items()
        if gold.is_file()
    ]


def _score_folder(folder: Path, gold: Path) -> Counter[str]:
    texts = {sha256(p.read_bytes()).hexdigest(): p for p in sorted(folder.rglob("*.txt"))}
    tally: Counter[str] = Counter()
    for article in json.loads(gold.read_text(encoding="utf-8"))["articles"]:
        path = texts.get(article["text_sha256"])
        if path is None:
            continue
        found = read_figures(path.read_bytes().decode("utf-8"), article["published"])
        for wanted in article["figures"]:
            if not wanted.get("core", True):
                continue
            near = (
                f for f in found if f.span.start < wanted["end"] and wanted["start"] < f.span.end
            )
            hit = next((f for f in near if _has_value(f, wanted)), None)
            _count(tally, hit, wanted["modifier"])
            if hit is not None:
                scale = _scale_of(hit, wanted)
                bounds = [None if b is None else b * scale for b in (wanted["low"], wanted["high"])]
                tally["bounds"] += all(
                    (a is None) == (b is None)
                    and (a is None or b is None or abs(a - b) <= 0.005 * abs(b))
                    for a, b in zip(bounds, (hit.low, hit.high), strict=True)
                )
    return tally


def _scale_of(figure: Figure, wanted: dict[str, float]) -> float:
    if figure.value is None or not wanted.get("value"):
        return 1.0
    return figure.value / wanted["value"]


def _has_value(figure: Figure, wanted: dict[str, list[float] | float | None]) -> bool:
    value, scales = wanted.get("value"), wanted.get("scales") or []
    if not isinstance(value, int | float) or not isinstance(scales, Iterable):
        return (figure.low, figure.high) == (wanted["low"], wanted["high"])
    told = figure.value
    return told is not None and any(
        abs(value * scale - told) <= 0.005 * abs(told) for scale in (1, *scales)
    )


def _count(tally: Counter[str], hit: Figure | None, modifier: str) -> None:
    tally["all"] += 1
    if hit is not None:
        tally["found"] += 1
        tally["modifier"] += str(hit.modifier) == modifier
        tally["baseline"] += modifier == str(Modifier.EXACT)


def _rates(tally: Counter[str]) -> list[object]:
    found = tally["found"] or 1
    return [
        tally["all"],
        tally["found"],
        *(tally[column] / found for column in ("modifier", "bounds", "baseline")),
    ]

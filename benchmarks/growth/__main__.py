"""How time and memory grow with the articles. Run as `python -m benchmarks.growth 100 1000 10000`.

10,000 articles take about half an hour of one core, so this has a page of its own and nothing beside it.
"""

from __future__ import annotations

import math
import sys
import tempfile
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.result_pages import make_table, write_page
from benchmarks.speed.runs import measure, tell_machine, write_stream

SIZES = (100, 300, 1000)
# Read before the measured stream, so that what is paid once is paid before: tables, patterns, caches.
WARMING_ARTICLES = 30
ROOMS = ("read", "clean", "annotate", "trace", "group", "align", "compare", "report")
ABOUT = f"""The whole line in one process over made streams of other sizes (`speed/make_stream.py`, all paragraphs
different, a hundred articles a day, stories of 1 to 12 articles), from the file to the dossier's JSON. Seconds
are processor time. Each size has a process of its own, which first goes through {WARMING_ARTICLES} other articles: loading the
model and what is paid once are left out, and the exponents are the slopes of straight lines through the points on
logarithmic axes (least squares)."""
Found = Mapping[int, Mapping[str, Any]]


def main() -> None:
    """Measures each size and writes the page anew after each, so that a long run can be stopped."""
    sizes = sorted({int(size) for size in sys.argv[1:]} or set(SIZES))
    found: dict[int, Mapping[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder:
        warming = write_stream(folder, WARMING_ARTICLES, 0.0, seed=2)
        for size in sizes:
            stream = write_stream(folder, size, 0.0)
            found[size] = measure("line", stream, "--warm", warming)
            _write(found)


def _write(found: Found) -> None:
    lines = found.values()
    rows: list[list[object]] = [
        _tell_row("all, s", found, [line["seconds"] for line in lines]),
        *(
            _tell_row(f"{room}, s", found, [line["rooms"][room] for line in lines])
            for room in ROOMS
        ),
        _tell_row("most memory, MB", found, [line["memory_mb"] for line in lines]),
        ["stories", *(str(line["stories"]) for line in lines), None],
    ]
    heads = ["", *(f"{size:,} articles" for size in found), "exponent"]
    write_page("growth", "Growth", [ABOUT, tell_machine(), make_table(heads, rows)], {})


def _tell_row(name: str, found: Found, values: Sequence[float]) -> list[object]:
    exponent = fit_exponent(list(found), values)
    cells = [f"{value:,.1f}" if value < 100 else f"{value:,.0f}" for value in values]
    return [name, *cells, None if exponent is None else f"{exponent:.2f}"]


def fit_exponent(sizes: Sequence[float], values: Sequence[float]) -> float | None:
    """The slope by least squares on logarithmic axes; None for fewer than two sizes.

    Example:
        >>> fit_exponent([1, 10, 100], [3, 30, 300]), fit_exponent([7], [1])
        (1.0, None)
    """
    if len(sizes) < 2:
        return None
    xs = [math.log(size) for size in sizes]
    ys = [math.log(max(value, 1e-6)) for value in values]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return round(above / sum((x - mean_x) ** 2 for x in xs), 6)


if __name__ == "__main__":
    main()

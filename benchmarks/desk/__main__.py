"""Measures the pages of a desk that holds 10,000 articles, beside an empty page of the same run.

`python -m benchmarks.desk [--articles N] [--store FILE]`; a store that is given is used as it is.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.desk.make_store import fill
from benchmarks.desk.measure_pages import EMPTY, find_p95, measure_pages
from benchmarks.result_pages import make_table, write_page

from recoupe.store import open_store

INTRODUCTION = """A store filled with invented records of the size of real ones ({articles:,} articles, stories of one to sixty articles).
Each page is asked for as a browser would ask, in one process, the server and who asks on the same core; times are the server's with
the templates compiled. Stories and articles are drawn by chance, so most are small; the largest story has a line of its own, each of its parts asked
for once with nothing kept from before. The last column is to be read first: milliseconds above an empty page (one that
says that nothing is there), 95th percentile. The goal is 150 ms, and 300 kB for the first screen of the largest story."""


def main() -> int:
    """Fill a store unless one is given, measure, write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.desk")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--store", default=None)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        address = asked.store or str(Path(scratch) / "desk.sqlite")
        if asked.store is None:
            fill(address, asked.articles)
        store = open_store(address)
        measured = measure_pages(store)
        store.close()
    empty = find_p95(next(times for kind, times, _ in measured if kind == EMPTY))
    rows = [
        [
            kind,
            len(times),
            f"{statistics.median(times):.0f}",
            f"{find_p95(times):.0f}",
            f"{largest / 1000:.0f}",
            f"{find_p95(times) - empty:.0f}",
        ]
        for kind, times, largest in measured
    ]
    heads = ["page", "asked", "median, ms", "p95, ms", "largest, kB", "p95 above empty, ms"]
    introduction = INTRODUCTION.format(articles=asked.articles)
    write_page("desk", "Pages of the desk", [introduction, make_table(heads, rows)], {})
    return 0


if __name__ == "__main__":
    sys.exit(main())

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
the templates compiled. Nothing of a story is kept between two requests. Stories and articles are drawn by chance, so most are small; the largest story
has lines of its own, each part and each export asked for once. Times of fewer than twenty requests have the slowest for the 95th percentile.
The last columns are to be read first: milliseconds above an empty page (one that
says that nothing is there), 95th percentile, as they pass and as the processor works: on a machine that does other things the first says more of
those. The goal is 150 ms, and 300 kB for the first screen of the largest story."""


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
    empty = next(pages for pages in measured if pages.kind == EMPTY)
    rows = [
        [
            pages.kind,
            len(pages.times_ms),
            f"{statistics.median(pages.times_ms):.0f}",
            f"{find_p95(pages.times_ms):.0f}",
            f"{max(pages.times_ms):.0f}",
            f"{pages.largest_bytes / 1000:.0f}",
            f"{find_p95(pages.times_ms) - find_p95(empty.times_ms):.0f}",
            f"{find_p95(pages.processor_ms) - find_p95(empty.processor_ms):.0f}",
        ]
        for pages in measured
    ]
    heads = ["page", "asked", "median, ms", "p95, ms", "slowest, ms", "largest, kB"]
    heads += ["p95 above empty, ms", "the same of the processor, ms"]
    introduction = INTRODUCTION.format(articles=asked.articles)
    write_page("desk", "Pages of the desk", [introduction, make_table(heads, rows)], {})
    return 0


if __name__ == "__main__":
    sys.exit(main())

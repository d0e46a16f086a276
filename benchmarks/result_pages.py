"""Writes the page of one benchmark: Markdown to standard output and to `benchmarks/results`."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from recoupe.version import VERSION

FOLDER = Path(__file__).parent / "results"


def make_table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table; numbers that are not whole get three decimals, None is a dash."""
    lines = [heads, ["---"] * len(heads), *([_tell(cell) for cell in row] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def write_page(name: str, title: str, parts: Sequence[str], versions: Mapping[str, str]) -> None:
    """Prints the page and writes it as `benchmarks/results/<name>.md`.

    Args:
        name: Of the benchmark, and of the file.
        title: The heading.
        parts: Paragraphs and tables in order.
        versions: Version by name of what was measured beside Recoupe.
    """
    told = [f"Recoupe {VERSION}", *(f"{peer} {version}" for peer, version in versions.items())]
    machine = f"Python {platform.python_version()}, {platform.machine()}"
    date = datetime.now().astimezone().date().isoformat()
    made = f"Made on {date} by `python -m benchmarks.{name}` with {', '.join(told)}; {machine}."
    page = "\n\n".join([f"# {title}", *parts, made]) + "\n"
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.md").write_text(page, encoding="utf-8")
    print(page)


def _tell(cell: object) -> str:
    if cell is None:
        return "–"
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)

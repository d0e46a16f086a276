"""Puts the pages of all benchmarks into `docs/benchmarks.md`, and the first table into the README."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results"

# In the order of the page; the name of each is that of its module.
BENCHMARKS = (
    "quality",
    "quotations",
    "dates",
    "numbers",
    "article_text",
    "copies",
    "stories",
    "contradiction",
    "ablations.align",
    "ablations.compare",
    "speed",
    "growth",
    "desk",
)
_HEAD = """# Benchmarks

Made by `make bench`, which runs every page below and writes this file. Each page says when and with what it was made, how
large its sets are, and what the simplest rule reaches on them. Peers are installed from PyPI in environments
of their own (`benchmarks/.venvs`). Times are ratios within one run, never absolute.

Numbers on sets that rules were written with in sight say that nothing broke, not how good Recoupe is elsewhere; the pages say
which are which.
"""


def assemble() -> None:
    """Write `docs/benchmarks.md` and the README's table from the pages that are there."""
    pages = [_read(name) for name in BENCHMARKS if _path(name).is_file()]
    whole = "\n\n".join([_HEAD.strip(), *pages]) + "\n"
    (ROOT / "docs" / "benchmarks.md").write_text(whole, encoding="utf-8")
    quality = _path("quality")
    if quality.is_file():
        _fill_readme(_find_first_table(quality.read_text(encoding="utf-8")))


def _path(name: str) -> Path:
    return RESULTS / f"{name.replace('.', '_')}.md"


def _read(name: str) -> str:
    """A page with its headings one step down."""
    text = _path(name).read_text(encoding="utf-8").strip()
    return re.sub(r"^(#+) ", r"#\1 ", text, flags=re.MULTILINE)


def _find_first_table(page: str) -> str:
    lines = page.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("|"))
    end = next((n for n in range(start, len(lines)) if not lines[n].startswith("|")), len(lines))
    return "\n".join(lines[start:end])


def _fill_readme(table: str) -> None:
    path = ROOT / "README.md"
    text = path.read_text(encoding="utf-8")
    filled = re.sub(
        r"(<!-- measured -->\n).*?(\n<!-- /measured -->)",
        lambda found: found[1] + table + found[2],
        text,
        flags=re.DOTALL,
    )
    path.write_text(filled, encoding="utf-8")

"""What each detector and each innocent explanation of the compare room is worth, by switching it off.

    python -m benchmarks.ablations.compare

Articles are annotated and aligned once. Prints a page in Markdown and writes it to
`benchmarks/results/ablations_compare.md`.
"""

from __future__ import annotations

import platform
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from benchmarks.result_pages import make_table
from quality.difference_rows import Rows, judge_rows, load_rows

from recoupe.records import Article, Story
from recoupe.rooms.align import align
from recoupe.rooms.annotate import annotate
from recoupe.rooms.compare import compare
from recoupe.rooms.compare.compare import DETECTORS
from recoupe.rooms.compare.matter_tests import EXPLANATIONS
from recoupe.version import VERSION

ROOT = Path(__file__).parents[2]
ROWS_FOLDER = ROOT / "quality" / "differences"
PAGE = ROOT / "benchmarks" / "results" / "ablations_compare.md"
ABOUT = """Conflicts found / false alarms / updates found, on {stories} small invented stories of {articles} articles
with {conflicts} conflicts and {updates} updates. The stories « in sight » were used to write the rules; the others
were written before the rules and first scored when these stood (11 of 26 conflicts, 3 false alarms), then two
false alarms and some updates were mended with them in sight. One or two more or fewer mean nothing. An
explanation that costs nothing here when it is switched off guards against what these stories do not hold."""

Ready = tuple[Rows, Story, tuple[Article, ...]]


def prepare() -> list[Ready]:
    """The stories, annotated and aligned."""
    ready: list[Ready] = []
    for rows in load_rows(ROWS_FOLDER):
        articles = [done for done in annotate(rows.articles) if isinstance(done, Article)]
        story, joined = align(Story("story", rows.name, tuple(a.id for a in articles)), articles)
        ready.append((rows, story, tuple(joined)))
    return ready


def count(ready: Sequence[Ready], without: frozenset[str], *, held_out: bool) -> Counter[str]:
    """What is found, missed and raised in vain in the stories of one half."""
    counts: Counter[str] = Counter()
    for rows, story, articles in ready:
        if rows.held_out == held_out:
            found = compare(story, articles, without=without).differences
            counts.update(judge_rows(rows, found)[0])
    return counts


def tell(counts: Counter[str]) -> str:
    """« 22 / 0 / 2 »: conflicts found, false alarms, updates found."""
    return f"{counts['conflict found']} / {counts['false alarm']} / {counts['update found']}"


def main() -> int:
    """Measure every variant and write the page."""
    ready = prepare()
    variants = [
        ("nothing: as Recoupe is", frozenset()),
        *((f"explanation: {name}", frozenset({name})) for name in EXPLANATIONS),
        ("every explanation", frozenset(EXPLANATIONS)),
        *((f"detector: {d.__name__}", frozenset({d.__name__})) for d in DETECTORS),
    ]
    rows = [
        [title, *(tell(count(ready, without, held_out=half)) for half in (False, True))]
        for title, without in variants
    ]
    both = sum((count(ready, frozenset(), held_out=h) for h in (False, True)), Counter[str]())
    about = ABOUT.format(
        stories=len(ready),
        articles=sum(len(articles) for _, _, articles in ready),
        conflicts=both["conflict"],
        updates=both["update"],
    )
    day = datetime.now().astimezone().date().isoformat()
    parts = [
        "# What each detector and explanation of the compare room is worth",
        about,
        make_table(["without", "in sight", "held out"], rows),
        f"Made on {day} by `python -m benchmarks.ablations.compare` with Recoupe {VERSION}; "
        f"Python {platform.python_version()}, {platform.machine()}.",
    ]
    page = "\n\n".join(parts) + "\n"
    PAGE.write_text(page, encoding="utf-8")
    print(page)
    return 0


if __name__ == "__main__":
    sys.exit(main())

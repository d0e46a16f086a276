"""Measures the compare room: on a gold dossier, or on the invented stories of `differences/`.

    python quality/measure_differences.py GOLD TEXTS SCORER [scorer options]
    python quality/measure_differences.py rows [seen|held_out|unseen] [--show]
    python quality/measure_differences.py pairs [seen|held_out] [--show]

The first takes gold annotations and the claims of the align room, and prints the difference lines
of the scorer's table; with ``--show N`` its misses too. The second runs the annotate and align
rooms as they are and counts, for each story, what was found, missed and raised in vain. The third does
so for each file of small pairs of articles, one story a pair, half of them innocent. The stories
of `differences/unseen` are for counts alone: whoever writes rules does not look at their misses.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from difference_rows import judge_rows, load_pairs, load_rows
from gold_articles import load_gold
from score_part import score_part

from recoupe.records import Article, Difference, Dossier, Story
from recoupe.rooms.align import align
from recoupe.rooms.annotate import annotate
from recoupe.rooms.compare import compare

ROWS_FOLDER = Path(__file__).parent / "differences"
PAIRS_FOLDER = ROWS_FOLDER / "pairs"
UNSEEN = "unseen"
COUNTED = (
    "conflict",
    "conflict found",
    "false alarm",
    "update",
    "update found",
    "innocent",
    "innocent found",
)


def make_dossier(gold: Path, texts: Path) -> Dossier:
    """The gold's articles and stories with found claims and the differences of the compare room."""
    stories, articles = load_gold(gold, texts)
    compared = []
    for story in stories:
        done, joined = align(story, [articles[key] for key in story.articles])
        articles.update((article.id, article) for article in joined)
        compared.append(compare(done, [articles[key] for key in done.articles]))
    return Dossier(tuple(articles.values()), tuple(compared))


def find_differences(articles: Sequence[Article]) -> tuple[Difference, ...]:
    """The differences of the articles of one story, annotated and aligned as they come."""
    annotated = [done for done in annotate(articles) if isinstance(done, Article)]
    story = Story("story", "histoire", tuple(article.id for article in annotated))
    aligned, joined = align(story, annotated)
    return compare(aligned, joined).differences


def measure_rows(which: str | None, *, show: bool) -> None:
    """Print one line for each invented story, and the sum of those seen and those held out."""
    totals: dict[bool, Counter[str]] = {}
    print(f"{'':24}" + "".join(f"{name:>16}" for name in COUNTED))
    stories = load_rows(ROWS_FOLDER / UNSEEN if which == UNSEEN else ROWS_FOLDER)
    for name, own in groupby(stories, key=lambda rows: rows.name):
        counts: Counter[str] = Counter()
        misses: list[str] = []
        for rows in own:
            if which not in (None, UNSEEN) and rows.held_out != (which == "held_out"):
                continue
            found, missed = judge_rows(rows, find_differences(rows.articles))
            counts.update(found)
            misses += missed
            totals.setdefault(rows.held_out, Counter()).update(found)
        if counts:
            print(f"{name:24}" + "".join(f"{counts[c]:16}" for c in COUNTED))
        for miss in misses if show else ():
            print(f"    {miss}")
    for held_out, counts in sorted(totals.items()):
        print(
            f"{'held out' if held_out else 'seen':24}" + "".join(f"{counts[n]:16}" for n in COUNTED)
        )


def measure_pairs(which: str | None, *, show: bool) -> None:
    """Print one line for each file of pairs, and the sum of those seen and those held out."""
    totals: dict[bool, Counter[str]] = {}
    print(f"{'':16}" + "".join(f"{name:>16}" for name in COUNTED))
    for name, held_out, stories in load_pairs(PAIRS_FOLDER):
        if which is not None and held_out != (which == "held_out"):
            continue
        counts: Counter[str] = Counter()
        misses: list[str] = []
        for rows in stories:
            found, missed = judge_rows(rows, find_differences(rows.articles))
            counts.update(found)
            misses.extend(f"{rows.name} {miss}" for miss in missed)
        totals.setdefault(held_out, Counter()).update(counts)
        print(f"{name:16}" + "".join(f"{counts[n]:16}" for n in COUNTED))
        for miss in misses if show else ():
            print(f"    {miss}")
    for held_out, counts in sorted(totals.items()):
        title = "held out" if held_out else "seen"
        print(f"{title:16}" + "".join(f"{counts[n]:16}" for n in COUNTED))


def main() -> int:
    """Run the scorer on what the compare room makes of gold annotations, or count over the rows."""
    if sys.argv[1] == "rows":
        which = next((word for word in sys.argv[2:] if not word.startswith("-")), None)
        measure_rows(which, show="--show" in sys.argv)
        return 0
    if sys.argv[1] == "pairs":
        which = next((word for word in sys.argv[2:] if not word.startswith("-")), None)
        measure_pairs(which, show="--show" in sys.argv)
        return 0
    gold, texts, scorer, *options = sys.argv[1:]
    dossier = make_dossier(Path(gold), Path(texts))
    return score_part(dossier, "differences", gold, texts, scorer, options)


if __name__ == "__main__":
    sys.exit(main())

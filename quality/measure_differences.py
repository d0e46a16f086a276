"""Measures the compare room alone, on gold annotations and the claims of the align room.

    python quality/measure_differences.py GOLD TEXTS SCORER [scorer options]

Prints the difference lines of the scorer's table; with ``--show N`` its misses too.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from gold_articles import load_gold

import recoupe
from recoupe.records import Dossier
from recoupe.rooms.align import align
from recoupe.rooms.compare import compare


def make_dossier(gold: Path, texts: Path) -> Dossier:
    """The gold's articles and stories with found claims and the differences of the compare room."""
    stories, articles = load_gold(gold, texts)
    compared = []
    for story in stories:
        done, joined = align(story, [articles[key] for key in story.articles])
        articles.update((article.id, article) for article in joined)
        compared.append(compare(done, [articles[key] for key in done.articles]))
    return Dossier(tuple(articles.values()), tuple(compared))


def main() -> int:
    """Run the scorer on what the compare room makes of gold annotations."""
    gold, texts, scorer, *options = sys.argv[1:]
    dossier = make_dossier(Path(gold), Path(texts))
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "dossier.json"
        made.write_text(recoupe.report(dossier), encoding="utf-8")
        command = [sys.executable, scorer, gold, str(made), "--texts", texts, *options]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    wanted = False
    for line in done.stdout.splitlines():
        if line and not line.startswith(" "):
            wanted = line.startswith("differences")
        if wanted:
            print(line)
    sys.stderr.write(done.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())

"""Measures the align room alone, on the statements and figures of a gold dossier.

    python quality/measure_claims.py GOLD TEXTS SCORER [scorer options]

Prints the claim lines of the scorer's table; with ``--show N`` its misses too.
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


def make_dossier(gold: Path, texts: Path) -> Dossier:
    """The gold's articles and stories with the claims that the align room finds."""
    stories, articles = load_gold(gold, texts)
    aligned = []
    for story in stories:
        done, joined = align(story, [articles[key] for key in story.articles])
        articles.update((article.id, article) for article in joined)
        aligned.append(done)
    return Dossier(tuple(articles.values()), tuple(aligned))


def main() -> int:
    """Run the scorer on what the align room makes of gold annotations."""
    gold, texts, scorer, *options = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "dossier.json"
        made.write_text(recoupe.report(make_dossier(Path(gold), Path(texts))), encoding="utf-8")
        command = [sys.executable, scorer, gold, str(made), "--texts", texts, *options]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    wanted = False
    for line in done.stdout.splitlines():
        if line and not line.startswith(" "):
            wanted = line.startswith("claims")
        if wanted:
            print(line)
    sys.stderr.write(done.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())

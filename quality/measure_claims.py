"""Measures the align room alone, on the statements and figures of a gold dossier.

    python quality/measure_claims.py GOLD TEXTS SCORER [scorer options]

Prints the claim lines of the scorer's table; with ``--show N`` its misses too.
"""

from __future__ import annotations

import sys
from pathlib import Path

from gold_articles import load_gold
from score_part import score_part

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
    dossier = make_dossier(Path(gold), Path(texts))
    return score_part(dossier, "claims", gold, texts, scorer, options)


if __name__ == "__main__":
    sys.exit(main())

"""Measures how many attributed quotations of the UD French treebanks get a statement and a speaker.

    python quality/measure_quotes.py FOLDER/gold.jsonl [--show]

Each line of the file has a sentence, its quotations and, where they are speech, the words of the
speaker. A quotation is found when a statement's content shares more than 0.3 of their joined
characters; a sentence without speech is wrong when a statement touches its quotation.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from recoupe.records import Article, Statement
from recoupe.rooms.annotate import annotate

LENIENT_IOU = 0.3


def main() -> int:
    """Print the counts; with ``--show`` the sentences that miss."""
    path, *options = sys.argv[1:]
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    articles = [Article(row["id"], row["text"], language="fr") for row in rows]
    found = {a.source: a.statements for a in annotate(articles) if isinstance(a, Article)}
    hits = speakers = speech = wrong = 0
    for row in rows:
        statements = found[row["id"]]
        touched = [s for quote in row["quotes"] if (s := _match(row["text"], quote, statements))]
        if row["label"] != "attributed":
            wrong += bool(touched)
            continue
        speech += 1
        hits += bool(touched)
        named = any(s.speaker and _same(row, s) for s in touched)
        speakers += named
        if "--show" in options and not named:
            print(row["id"], row["text"], "|", row["speaker"], "|", [s.speaker for s in touched])
    print(f"quotations found {hits}/{speech}, right speaker {speakers}/{speech}")
    print(f"no speech, yet a statement: {wrong}/{len(rows) - speech}")
    return 0


def _match(text: str, quote: str, statements: tuple[Statement, ...]) -> Statement | None:
    start = text.find(quote)
    wanted = set(range(start, start + len(quote)))
    best, rating = None, LENIENT_IOU
    for statement in statements:
        said = {i for piece in statement.content for i in range(piece.start, piece.end)}
        share = len(wanted & said) / len(wanted | said)
        if share > rating:
            best, rating = statement, share
    return best


def _same(row: dict[str, str], statement: Statement) -> bool:
    speaker = statement.speaker
    if speaker is None or speaker.mention is None:
        return False
    words = speaker.mention.cut(row["text"]).lower().strip("-")
    wanted = row["speaker"].lower()
    return words in wanted or wanted in words


if __name__ == "__main__":
    sys.exit(main())

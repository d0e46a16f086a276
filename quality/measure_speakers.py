"""Measures speakers alone: drafts made from the gold's statements, speakers from the annotate room.

Run ``measure_speakers.py GOLD FOLDER [SCORER_FOLDER]``: the gold dossier, the folder of its texts and
the folder of the scorer, which decides what the same speaker is.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

from gold_articles import read_texts

from recoupe.records import Article, Form, Furniture, FurnitureKind, Span, Stance
from recoupe.rooms.annotate.documents import parse_articles
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.mentions import find_mentions, resolve_speakers

Json = dict[str, Any]


def make_drafts(doc: Any, statements: list[Json]) -> list[Draft]:
    """Drafts with the cue, content and speaker's words of the gold, in text order."""
    drafts = []
    for raw in sorted(statements, key=_first_place):
        said = raw.get("speaker") or {}
        mention = said.get("mention")
        subject = Span(mention["start"], mention["end"]) if mention else None
        piece = (
            doc.char_span(subject.start, subject.end, alignment_mode="expand") if subject else None
        )
        content = tuple(Span(p["start"], p["end"]) for p in raw["content"])
        cue = Span(raw["cue"]["start"], raw["cue"]["end"]) if raw.get("cue") else None
        drafts.append(
            Draft(
                content=content,
                cue=cue,
                form=Form(raw["form"]),
                stance=Stance(raw.get("stance") or "asserts"),
                subject=subject,
                subject_head=piece.root.i if piece is not None else None,
                anchor=cue.start if cue else content[0].start,
                continues=subject is None and said.get("found_by") == "incise_chain",
            )
        )
    return drafts


def _first_place(raw: Json) -> tuple[int, int]:
    starts = [p["start"] for p in raw["content"]]
    return min(starts), raw["cue"]["start"] if raw.get("cue") else 0


def main() -> int:
    """Print the accuracy by how the gold found the speaker, and every miss."""
    gold_file, folder, scorer = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    sys.path.insert(0, str(scorer))
    same_speaker = import_module("score").same_speaker

    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    texts = read_texts(folder)
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for raw in gold["articles"]:
        if raw.get("unread") or raw["text_sha256"] not in texts:
            continue
        furniture = tuple(
            sorted(
                Furniture(Span(f["start"], f["end"]), FurnitureKind(f["kind"]))
                for f in raw["furniture"]
                if f.get("action") != "label"
            )
        )
        article = Article(
            source=raw["id"], text=texts[raw["text_sha256"]], language="fr", furniture=furniture
        )
        for _, doc in parse_articles([article], "fr"):
            drafts = make_drafts(doc, raw["statements"])
            found = resolve_speakers(doc, find_mentions(doc, "fr"), drafts, "fr")
            ordered = sorted(raw["statements"], key=_first_place)
            for wanted, speaker, draft in zip(ordered, found, drafts, strict=True):
                how = (wanted.get("speaker") or {}).get("found_by") or "none"
                given = {"speaker": {"name": speaker.name} if speaker else None}
                asked[how] += 1
                if same_speaker(wanted, given):
                    right[how] += 1
                    continue
                words = draft.subject.cut(article.text) if draft.subject else None
                wanted_name = (wanted.get("speaker") or {}).get("name")
                print(f"  {wanted['id']} [{words}] {given['speaker']} for {wanted_name}")
    for how in sorted(asked):
        print(f"{how:16} {right[how]:4} of {asked[how]:4}")
    total = sum(asked.values())
    print(
        f"{'all':16} {sum(right.values()):4} of {total:4}  {sum(right.values()) / max(1, total):.3f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The texts whose statements are known: three stories read by hand and sentences of a treebank."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.gold_articles import read_texts

from recoupe.records import Article, Furniture, FurnitureKind, Span

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
# Set, gold file, folder of its texts.
STORIES = (
    ("sample (tuned on)", ROOT / "quality/sample/gold.json", ROOT / "src/recoupe/sample"),
    ("five articles (tuned on)", SHARED / "gold/seeds.json", SHARED / "seeds"),
    ("varied (unseen)", ROOT / "quality/varied/gold.json", ROOT / "quality/varied/articles"),
)
TREEBANK = SHARED / "data/ud_quotes_fr/gold.jsonl"
QUOTED = frozenset({"direct", "mixed"})


@dataclass(frozen=True)
class Said:
    """A statement, of the gold or found.

    Attributes:
        chars: The characters of its content.
        is_quoted: Whether it is direct or mixed speech.
        names: Names of its speaker that are as good as each other; none where there is none.
        words: Where the words stand that name the speaker, or None.
        is_person: Whether a last name is enough.
        is_core: False for what is neither right nor wrong.
    """

    chars: frozenset[int]
    is_quoted: bool
    names: tuple[str, ...]
    words: Span | None
    is_person: bool = True
    is_core: bool = True


@dataclass(frozen=True)
class Page:
    """A text with its statements; `is_partial` where only some of them are listed."""

    set: str
    article: Article
    gold: tuple[Said, ...]
    is_partial: bool = False


def list_pages() -> Iterator[Page]:
    """The pages of all sets that are at hand."""
    for name, gold_file, folder in STORIES:
        if gold_file.is_file() and folder.is_dir():
            yield from _list_story(name, gold_file, folder)
    if TREEBANK.is_file():
        yield from _list_treebank()


def list_missing() -> list[str]:
    """The sets that are not at hand."""
    missing = [name for name, gold, folder in STORIES if not (gold.is_file() and folder.is_dir())]
    return missing if TREEBANK.is_file() else [*missing, "treebank"]


def _list_story(name: str, gold_file: Path, folder: Path) -> Iterator[Page]:
    texts = read_texts(folder)
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    for raw in gold["articles"]:
        if raw.get("unread") or raw["text_sha256"] not in texts:
            continue
        article = Article(
            raw["id"],
            texts[raw["text_sha256"]],
            published=raw.get("published"),
            language="fr",
            furniture=tuple(
                sorted(
                    Furniture(Span(f["start"], f["end"]), FurnitureKind(f["kind"]))
                    for f in raw["furniture"]
                    if f.get("action") != "label"
                )
            ),
        )
        yield Page(name, article, tuple(_read_said(s) for s in raw["statements"]))


def _read_said(raw: dict[str, Any]) -> Said:
    speaker = raw.get("speaker") or {}
    mention = speaker.get("mention")
    name = speaker.get("name")
    return Said(
        chars=frozenset(i for p in raw["content"] for i in range(p["start"], p["end"])),
        is_quoted=raw["form"] in QUOTED,
        names=(name, *raw.get("also_speakers", ())) if name else (),
        words=Span(mention["start"], mention["end"]) if mention else None,
        is_person=raw.get("is_person", True),
        is_core=raw.get("core", True),
    )


def _list_treebank() -> Iterator[Page]:
    """One page a sentence; a quotation that is no speech has no statement in the gold."""
    for line in TREEBANK.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text: str = row["text"]
        speaks = row["label"] == "attributed"
        at = text.find(row["speaker"]) if speaks and row.get("speaker") else -1
        words = Span(at, at + len(row["speaker"])) if at >= 0 else None
        quotes = ((text.find(q), len(q)) for q in row["quotes"] if speaks)
        gold = tuple(
            Said(frozenset(range(start, start + size)), True, (row["speaker"],), words)
            for start, size in quotes
            if start >= 0
        )
        yield Page("treebank", Article(row["id"], text, language="fr"), gold, is_partial=True)

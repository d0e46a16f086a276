"""Scores dossiers of all the sets that have a gold reading, by the scorer beside the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import recoupe

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "score" / "score.py"

Report = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ScoredSet:
    """Articles with a reading by hand.

    Attributes:
        name: Its name in `floors.json`.
        title: Its name in tables.
        articles: Folder that Recoupe is given.
        gold: The reading.
        texts: Folder of the texts as read where that is not the articles' folder: made anew.
    """

    name: str
    title: str
    articles: Path
    gold: Path
    makes_texts: bool = False


def _make_own(name: str, title: str) -> ScoredSet:
    """A set of ours: its articles and its reading lie in a folder of its name."""
    folder = ROOT / "quality" / name
    return ScoredSet(name, title, folder / "articles", folder / "gold.json")


SETS = (
    ScoredSet("seeds", "five real articles", SHARED / "seeds", SHARED / "gold" / "seeds.json"),
    ScoredSet(
        "sample",
        "sample story",
        ROOT / "src" / "recoupe" / "sample",
        ROOT / "quality" / "sample" / "gold.json",
        makes_texts=True,
    ),
    _make_own("varied", "varied articles"),
    _make_own("second_story", "second story"),
    _make_own("third_story", "third story"),
    _make_own("fourth_story", "strike, shelling, match"),
    _make_own("fifth_story", "trial, storm, drug"),
    _make_own("sixth_story", "factory, cycling, election"),
    _make_own("speech", "speakers (seen)"),
    _make_own("speech_genres", "genres, seen half"),
    _make_own("speech_unseen", "genres, unseen half"),
)


def find_sets() -> list[ScoredSet]:
    """The sets that are there; the real articles lie beside the checkout or not at all."""
    return [each for each in SETS if each.gold.is_file()] if SCORER.is_file() else []


def score(each: ScoredSet) -> Report:
    """What the scorer says of Recoupe's dossier of a set.

    Raises:
        subprocess.CalledProcessError: The scorer failed.
    """
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "dossier.json"
        made.write_text(recoupe.report(recoupe.dossier([each.articles])), encoding="utf-8")
        texts = each.articles
        if each.makes_texts:
            texts = Path(scratch) / "texts"
            build = [sys.executable, str(ROOT / "quality" / "sample" / "build_gold.py"), "--check"]
            subprocess.run([*build, "--texts", str(texts)], check=True, capture_output=True)
        command = [sys.executable, str(SCORER), str(each.gold), str(made)]
        command += ["--texts", str(texts), "--json"]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    report: Report = json.loads(done.stdout)
    return report


def read_measure(report: Report, path: str) -> float | None:
    """One number of a report by its path: "claims.pairs.recall"."""
    part: Any = report
    for key in path.split("."):
        part = part[key]
    return None if part is None else float(part)

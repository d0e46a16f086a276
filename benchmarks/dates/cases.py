"""The phrases and texts with times whose days are known."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from quality.measure_moments import list_cases

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
_WEEKDAY = re.compile(r"\b(?:lun|mar|mercre|jeu|vendre|same|diman)(?:di|che)\b", re.IGNORECASE)
_SAYS_WHICH = re.compile(
    r"\d|prochain|dernier|suivant|précédent|semaine|en huit|passé", re.IGNORECASE
)
_DAY_AND_MONTH = re.compile(
    r"\b\d{1,2}(?:er)? ?[/-] ?\d{1,2}\b|"
    r"\b(?:janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c)\w*\b|"
    r"\b(?:le|du|au) \d{1,2}\b|no[eë]l|toussaint|jour de l'an|nouvel an|\b(?:été|hiver|automne)\b",
    re.IGNORECASE,
)
_HAS_YEAR = re.compile(r"\b(?:19|20)\d\d\b|dernier|prochain|passé")


@dataclass(frozen=True)
class Phrase:
    """A phrase, the day it was written, and the days that are right, last ones included.

    `words` are those of the time alone, without the sentence around them.
    """

    set: str
    text: str
    words: str
    published: str
    readings: tuple[tuple[date, date], ...]


@dataclass(frozen=True)
class Place:
    """A time in an article: where it stands and the days it means."""

    start: int
    end: int
    readings: tuple[tuple[date, date], ...]


@dataclass(frozen=True)
class Text:
    """An article with every time that its gold gives days for.

    `neutral` are the spans of times without days (durations, vague ones) and of those outside the
    core: neither right nor wrong.
    """

    set: str
    text: str
    published: str
    places: tuple[Place, ...]
    neutral: tuple[tuple[int, int], ...]


def list_phrases() -> Iterator[Phrase]:
    """The public sets; nothing where they are not at hand."""
    folder = SHARED / "data"
    if not folder.is_dir():
        return
    for name, text, words, published, readings in list_cases(folder):
        reference = date.fromisoformat(published[:10])
        weekday = _WEEKDAY.search(text) and not _SAYS_WHICH.search(text)
        undated = _DAY_AND_MONTH.search(text) and not _HAS_YEAR.search(text)
        if name.startswith("duckling") and weekday:
            kind = f"{name}: bare weekdays, read forward"
        elif name.startswith("duckling") and undated and readings[0][0] > reference:
            kind = f"{name}: days without a year, read forward"
        else:
            kind = name
        yield Phrase(kind, text, words, published, tuple(readings))


def list_texts() -> Iterator[Text]:
    """The sample and, where they are at hand, the five real articles."""
    sample = (ROOT / "src/recoupe/sample", ROOT / "quality/sample/gold.json")
    seeds = (SHARED / "seeds", SHARED / "gold" / "seeds.json")
    for name, (folder, gold) in {"sample": sample, "five articles": seeds}.items():
        if gold.is_file():
            yield from _read_gold(name, folder, gold)


def _read_gold(name: str, folder: Path, gold: Path) -> Iterator[Text]:
    texts = {}
    for path in sorted(folder.rglob("*.txt")):
        raw = path.read_bytes()
        texts[sha256(raw).hexdigest()] = raw.decode("utf-8")
    for article in json.loads(gold.read_text(encoding="utf-8"))["articles"]:
        text = texts.get(article["text_sha256"])
        if text is None or not article["published"]:
            continue
        places, neutral = [], []
        for moment in article["moments"]:
            readings = tuple(
                days for m in (moment, *moment.get("also", ())) if (days := _days_of(m)) is not None
            )
            if readings and moment.get("core", True):
                places.append(Place(moment["start"], moment["end"], readings))
            else:
                neutral.append((moment["start"], moment["end"]))
        neutral += [(f["start"], f["end"]) for f in article["furniture"]]
        yield Text(name, text, article["published"], tuple(places), tuple(neutral))


def _days_of(moment: dict[str, str]) -> tuple[date, date] | None:
    if not moment.get("from") or not moment.get("to"):
        return None
    first, after = date.fromisoformat(moment["from"][:10]), date.fromisoformat(moment["to"][:10])
    timed = "T" in moment["to"] and "T00:00" not in moment["to"]
    return first, after if timed else max(first, after - timedelta(days=1))

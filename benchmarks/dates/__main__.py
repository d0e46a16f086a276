"""Recoupe's moments against dateparser, on phrases and in running text.

``python -m benchmarks.dates`` writes `benchmarks/results/dates.md`.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.dates.cases import Phrase, Text, list_phrases, list_texts
from benchmarks.peer_environments import (
    PeersMissingError,
    prepare_environment,
    read_versions,
    run_peer,
)
from benchmarks.result_pages import make_table, write_page

from recoupe.language import load_model
from recoupe.rooms.annotate.moments import find_moments
from recoupe.rooms.annotate.read_parse import read_doc

if TYPE_CHECKING:
    from recoupe.records import Moment

WAYS = ("past", "current_period", "future")
HERE = Path(__file__).parent
Found = tuple[int, int, date, date]


def days_of(moment: Moment) -> tuple[date, date] | None:
    """First and last day of a moment, or None where it has none."""
    if moment.since is None or moment.until is None:
        return None
    until = datetime.fromisoformat(moment.until) - timedelta(seconds=1)
    return datetime.fromisoformat(moment.since).date(), until.date()


def read_moments(text: str, published: str) -> list[Found]:
    """Recoupe's moments with days, as spans and days."""
    doc = read_doc(load_model("fr")(text))
    doc.published = published
    found = ((m.span, days_of(m)) for m in find_moments(doc, "fr"))
    return [(span.start, span.end, *days) for span, days in found if days is not None]


def place_words(text: str, words: list[list[str]]) -> list[Found]:
    """The spans of what search_dates tells in order, with the one day it gives."""
    found, at = [], 0
    for phrase, day in words:
        start = text.find(phrase, at)
        if start >= 0:
            at = start + len(phrase)
            found.append((start, at, date.fromisoformat(day), date.fromisoformat(day)))
    return found


def score_phrases(phrases: list[Phrase], peers: list[list[str | None]]) -> list[list[object]]:
    """One row a set: size, then how many first days are right, and how many last days too.

    Of the ways in which the peer can be set, each set counts the one that is best on it.
    """
    size: Counter[str] = Counter()
    right: dict[str, Counter[str]] = {}
    for phrase, *days in zip(phrases, *peers, strict=True):
        size[phrase.set] += 1
        tally = right.setdefault(phrase.set, Counter())
        firsts = {first for first, _ in phrase.readings}
        found = [(first, last) for _, _, first, last in read_moments(phrase.text, phrase.published)]
        tally["recoupe"] += any(first in firsts for first, _ in found)
        tally["recoupe whole"] += any(reading in phrase.readings for reading in found)
        for way, peer in enumerate(days):
            peer_day = date.fromisoformat(peer) if peer else None
            tally[f"peer {way}"] += peer_day in firsts
            tally[f"whole {way}"] += (peer_day, peer_day) in phrase.readings
        tally["baseline"] += date.fromisoformat(phrase.published[:10]) in firsts
    for tally in right.values():
        for kind in ("peer", "whole"):
            tally[kind] = max(tally[f"{kind} {way}"] for way in range(len(peers)))
    columns = ("recoupe", "peer", "recoupe whole", "whole", "baseline")
    return [[name, size[name], *(right[name][c] for c in columns)] for name in sorted(size)]


def score_text(text: Text, found: list[Found]) -> Counter[str]:
    """How many times of a text are found with their first day, and how many besides."""
    tally: Counter[str] = Counter(gold=len(text.places))
    left = list(found)
    for place in text.places:
        firsts = {first for first, _ in place.readings}
        near = [f for f in left if f[0] < place.end and place.start < f[1]]
        hit = next((f for f in near if f[2] in firsts), None)
        tally["right"] += hit is not None
        tally["whole"] += any((f[2], f[3]) in place.readings for f in near)
        tally["wrong"] += hit is None and bool(near)
        left = [f for f in left if f not in near]
    tally["wrong"] += sum(
        not any(f[0] < end and start < f[1] for start, end in text.neutral) for f in left
    )
    return tally


def tell_rates(tally: Counter[str], gold: int) -> list[object]:
    """Precision, recall and F1 of first days, and recall of whole periods."""
    told = tally["right"] + tally["wrong"]
    precision = tally["right"] / told if told else 0.0
    recall = tally["right"] / gold
    both = precision + recall
    return [
        precision,
        recall,
        2 * precision * recall / both if both else 0.0,
        tally["whole"] / gold,
    ]


def main() -> int:
    """Writes the page; says why where dateparser cannot be installed."""
    try:
        python = prepare_environment("dates", HERE / "requirements.txt")
        phrases, texts = list(list_phrases()), list(list_texts())
        asked = [[p.words, p.published, way] for way in WAYS for p in phrases]
        spans = [
            (text, place, [text.text[place.start : place.end], text.published, "past"])
            for text in texts
            for place in text.places
        ]
        request = {
            "phrases": asked + [phrase for _, _, phrase in spans],
            "texts": [[text.text, text.published] for text in texts],
        }
        answer = run_peer(python, HERE / "ask_dateparser.py", request)
    except PeersMissingError as error:
        print(f"Skipped: {error}")
        return 0
    told, count = answer["phrases"], len(phrases)
    rows = score_phrases(phrases, [told[n * count :][:count] for n in range(len(WAYS))])
    given = told[len(WAYS) * count :]
    in_text: dict[tuple[str, str], Counter[str]] = {}
    for text, words in zip(texts, answer["texts"], strict=True):
        recoupe = read_moments(text.text, text.published)
        day = date.fromisoformat(text.published[:10])
        sides = {
            "Recoupe": recoupe,
            "dateparser `search_dates`": place_words(text.text, words),
            "baseline: gold span, day of publication": [
                (p.start, p.end, day, day) for p in text.places
            ],
            "dateparser `parse`, gold span": [
                (place.start, place.end, date.fromisoformat(found), date.fromisoformat(found))
                for (owner, place, _), found in zip(spans, given, strict=True)
                if owner is text and found
            ],
        }
        for side, found in sides.items():
            in_text.setdefault((text.set, side), Counter()).update(score_text(text, found))
    table = [
        [name, tally["gold"], side, *tell_rates(tally, tally["gold"])]
        for (name, side), tally in in_text.items()
    ]
    write_page(
        "dates",
        "Times: Recoupe and dateparser",
        [
            "In running text. A time is right when its first day is; the last column asks for the "
            "last day too, which dateparser does not give. Times outside the core of the gold, "
            "durations and vague times are left aside. The rules were tuned on both sets; "
            "`parse` and the baseline are handed the span.",
            make_table(
                ["set", "times", "who", "precision", "recall", "F1", "first and last day"], table
            ),
            "Phrases of public sets, how many right. dateparser is handed the words of the time "
            "alone, and of its three ways (past, current period, future) the best on each set "
            "counts; Recoupe reads the sentence and has one way, that of the press, in which "
            "« lundi » and « le 5 juillet » without a verb lie in the past: those are scored apart. "
            "Where a set reads forward, dateparser with `future` set is ahead, and stays so: a report "
            "of Tuesday that says « lundi » means the day before. "
            "The periods of `recognizers` end a day before the day that they name, those of the "
            "press on it.",
            make_table(
                [
                    "set",
                    "phrases",
                    "Recoupe, first day",
                    "dateparser, first day",
                    "Recoupe, whole",
                    "dateparser, whole",
                    "baseline: day of publication",
                ],
                rows,
            ),
        ],
        {"dateparser": read_versions(python, "dateparser")["dateparser"]},
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

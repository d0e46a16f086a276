"""Measures the test of contradiction between two sentences on public sets.

    python quality/measure_contradictions.py DACCORD.tsv [RTE3.tsv ...]

DACCORD is split by the sorted addresses of its sources: rules are tuned on the first half, the
second half is the number to report. RTE3 counts false alarms.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from recoupe.records import Article
from recoupe.rooms.annotate import annotate
from recoupe.rooms.compare.sentence_pairs import sentences_conflict

Row = dict[str, str]


def read_rows(path: Path) -> list[Row]:
    """The rows of a tab-separated file with a head line."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def find_reasons(rows: Sequence[Row]) -> list[str | None]:
    """The reason of a conflict found in each row, or None."""
    texts = list(dict.fromkeys(row[key] for row in rows for key in ("premise", "hypothesis")))
    articles = (Article(source=str(n), text=text, language="fr") for n, text in enumerate(texts))
    known = {a.text: a for a in annotate(articles) if isinstance(a, Article)}
    return [sentences_conflict(known[row["premise"]], known[row["hypothesis"]]) for row in rows]


def tell_scores(name: str, rows: Sequence[Row], label: str) -> str:
    """One line: accuracy, precision and recall of the label, and what the reasons got right."""
    reasons = find_reasons(rows)
    pairs = [
        (row["label"] == label, reason is not None)
        for row, reason in zip(rows, reasons, strict=True)
    ]
    right = sum(gold and found for gold, found in pairs)
    wanted, found = sum(g for g, _ in pairs), sum(f for _, f in pairs)
    accuracy = sum(g == f for g, f in pairs) / len(pairs)
    by_reason = Counter(
        (reason, row["label"] == label) for row, reason in zip(rows, reasons, strict=True) if reason
    )
    details = ", ".join(f"{r} {'+' if ok else '-'}{n}" for (r, ok), n in sorted(by_reason.items()))
    return (
        f"{name}: accuracy {accuracy:.3f}, precision {right / (found or 1):.3f}, "
        f"recall {right / (wanted or 1):.3f} ({right} of {wanted}, {found} found, {len(rows)} pairs) | {details}"
    )


def main() -> int:
    """Print one line for each half of DACCORD and each RTE3 file."""
    daccord, *others = map(Path, sys.argv[1:])
    rows = read_rows(daccord)
    urls = sorted({row["url"] for row in rows})
    first = set(urls[: len(urls) // 2])
    print(tell_scores("daccord, first half", [r for r in rows if r["url"] in first], "1"))
    print(tell_scores("daccord, second half", [r for r in rows if r["url"] not in first], "1"))
    for path in others:
        print(tell_scores(path.stem, read_rows(path), "2"))
    return 0


if __name__ == "__main__":
    sys.exit(main())

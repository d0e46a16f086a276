"""Recoupe's numbers against text2num, and its modifiers by themselves.

``python -m benchmarks.numbers`` writes `benchmarks/results/numbers.md`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from benchmarks.dates.cases import SHARED
from benchmarks.numbers.score_modifiers import score_gold, score_rows
from benchmarks.peer_environments import (
    PeersMissingError,
    prepare_environment,
    read_versions,
    run_peer,
)
from benchmarks.result_pages import make_table, write_page
from quality.measure_numbers import find_values, list_cases

HERE = Path(__file__).parent
# Digits as a reader without any rules would take them: groups of thousands, a decimal comma or stop.
_PLAIN_DIGITS = re.compile(r"-?\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?:,\d+)?|-?\d+(?:[.,]\d+)?")


def read_plain_digits(text: str) -> list[float]:
    """The numbers in digits, by one expression."""
    values = []
    for match in _PLAIN_DIGITS.finditer(text):
        digits = match[0]
        grouped = re.fullmatch(r"-?\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?:,\d+)?", digits)
        digits = re.sub(r"[ .\u00a0\u202f]", "", digits) if grouped else digits
        values.append(float(digits.replace(",", ".")))
    return values


def is_among(wanted: float, values: list[float]) -> bool:
    """Whether the wanted value is found."""
    return any(abs(v - wanted) <= 1e-6 * max(1.0, abs(wanted)) for v in values)


def main() -> int:
    """Writes the page; says why where text2num cannot be installed or no set is at hand."""
    folder = SHARED / "data"
    cases = list(list_cases(folder)) if folder.is_dir() else []
    try:
        python = prepare_environment("numbers", HERE / "requirements.txt")
        texts = [text for _, text, _ in cases]
        answer = run_peer(python, HERE / "ask_text2num.py", {"whole": texts, "running": texts})
    except PeersMissingError as error:
        print(f"Skipped: {error}")
        return 0
    tallies: dict[str, Counter[str]] = {}
    for (name, text, wanted), whole, running in zip(
        cases, answer["whole"], answer["running"], strict=True
    ):
        tally = tallies.setdefault(name, Counter())
        tally["all"] += 1
        tally["recoupe"] += is_among(wanted, find_values(text))
        peer = read_plain_digits(running) + ([whole] if whole is not None else [])
        tally["peer"] += is_among(wanted, peer)
        tally["baseline"] += is_among(wanted, read_plain_digits(text))
    columns = ("all", "recoupe", "peer", "baseline")
    rows = [[name, *(tally[column] for column in columns)] for name, tally in tallies.items()]
    rows.append(["all sets", *(sum(t[column] for t in tallies.values()) for column in columns)])
    write_page(
        "numbers",
        "Numbers: Recoupe and text2num; modifiers",
        [
            "How many cases have their value among the numbers found. text2num turns words into "
            "digits, whole (`text2num`) and in running text (`alpha2digit`); the digits are then "
            "read by one expression, which is also the baseline on the text as it is. Factors of "
            "units (« 3 M€ ») and shares are Recoupe's alone. Cases of text2num that must fail, "
            "ordinals and its rewriting of telephone numbers are left out.",
            make_table(["set", "cases", "Recoupe", "text2num", "baseline: digits"], rows),
            "Where the two are level, what both miss is no form of the press: a sign before a bare "
            "number, « 1,2M », « ,0012G », powers, « trois et un cinquième ».",
            "Modifiers and bounds. No peer reads « près de », « une quarantaine » or « pas moins de » "
            "in French as bounds, so that Recoupe stands beside a baseline only: every figure exact. "
            "The modifier and the bounds are judged on figures found with their value. The rules "
            "were tuned on all of these sets.",
            make_table(
                [
                    "set",
                    "figures",
                    "found with value",
                    "modifier right",
                    "bounds right",
                    "baseline: exact",
                ],
                [*score_rows(), *score_gold()],
            ),
        ],
        {"text2num": read_versions(python, "text2num")["text2num"]},
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Holds the scores of all sets against `floors.json`; `--update` raises floors, never lowers one.

A floor falls only by hand and with a decision record. Verbatim evidence has no floor: it is
perfect, or the check fails.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

from quality.score_sets import Report, find_sets, read_measure, score

FLOORS = Path(__file__).parent / "floors.json"
# A floor stands so far under what was reached: a rule that is right in general may cost one case.
MARGIN = 0.02


def find_faults(name: str, report: Report, floors: dict[str, float]) -> list[str]:
    """What a set's report falls short of: evidence that is not verbatim, measures below a floor."""
    integrity = report["integrity"]
    faults = [
        f"{name}: {path} is {count}, must be 0"
        for path, count in (
            ("spans.bad", integrity["spans"]["bad"]),
            ("texts.not_found", integrity["texts"]["not_found"]),
            ("texts.of_another_length", integrity["texts"]["of_another_length"]),
        )
        if count
    ]
    for path, floor in floors.items():
        reached = read_measure(report, path)
        if reached is None or reached < floor:
            faults.append(f"{name}: {path} is {reached}, floor {floor}")
    return faults


def raise_floors(report: Report, floors: dict[str, float]) -> dict[str, float]:
    """The floors, each lifted to a little under what was reached where that is higher."""
    raised = {}
    for path, floor in floors.items():
        reached = read_measure(report, path) or 0.0
        raised[path] = max(floor, math.floor((reached - MARGIN) * 100) / 100)
    return raised


def main() -> int:
    """Run `python -m quality.check_floors [--update]`; 1 where something sank."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    faults: list[str] = []
    for each in find_sets():
        report = score(each)
        faults += find_faults(each.name, report, floors.get(each.name, {}))
        floors[each.name] = raise_floors(report, floors.get(each.name, {}))
    print("\n".join(faults) or "no measure below its floor")
    if "--update" in sys.argv[1:]:
        text = json.dumps(floors, indent=2, sort_keys=True) + "\n"
        FLOORS.write_text(text, encoding="utf-8")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

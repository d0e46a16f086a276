"""Quality against the gold readings, by the scorer that lies beside the checkout.

Floors stand a little under what was reached when they were set; they may rise, and fall only with a
decision record.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import recoupe

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "score" / "score.py"
FLOORS = json.loads((ROOT / "quality" / "floors.json").read_text(encoding="utf-8"))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SCORER.is_file(), reason="no scorer beside the checkout"),
]


def score(articles: Path, gold: Path, texts: Path, made: Path) -> dict[str, Any]:
    made.write_text(recoupe.report(recoupe.dossier([articles])), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(gold), str(made), "--texts", str(texts), "--json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


@pytest.fixture(scope="module", params=sorted(FLOORS))
def measured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("score")
    if request.param == "seeds":
        seeds = SHARED / "seeds"
        return request.param, score(seeds, SHARED / "gold/seeds.json", seeds, folder / "d.json")
    texts = folder / "texts"
    build = [sys.executable, str(ROOT / "quality/sample/build_gold.py"), "--check"]
    subprocess.run([*build, "--texts", str(texts)], check=True)
    sample = ROOT / "src/recoupe/sample"
    return request.param, score(sample, ROOT / "quality/sample/gold.json", texts, folder / "d.json")


def test_no_measure_sinks_below_its_floor(measured: tuple[str, dict[str, Any]]) -> None:
    name, report = measured
    sunk = {}
    for path, floor in FLOORS[name].items():
        part, row, measure = path.split(".")
        if report[part][row][measure] < floor:
            sunk[path] = (report[part][row][measure], floor)
    assert not sunk


def test_evidence_is_perfect(measured: tuple[str, dict[str, Any]]) -> None:
    _, report = measured
    assert report["integrity"]["spans"]["bad"] == 0
    assert report["integrity"]["texts"]["not_found"] == 0
    assert report["integrity"]["texts"]["of_another_length"] == 0

"""The gold differences of the five real articles, as a floor that cannot sink."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
SHARED = CHECKOUT.parent / "shared"


@pytest.mark.shared
def test_conflicts_of_the_seeds(tmp_path: Path) -> None:
    if not SHARED.is_dir():
        pytest.skip("The shared material is not beside this checkout.")
    assert importlib.util.find_spec("recoupe") is not None
    command = [
        sys.executable,
        str(CHECKOUT / "quality" / "measure_differences.py"),
        str(SHARED / "gold" / "seeds.json"),
        str(SHARED / "seeds"),
        str(SHARED / "score" / "score.py"),
    ]
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    conflicts = re.search(r"conflicts .*found (\d+), gold (\d+), right (\d+), wrong (\d+)", told)
    updates = re.search(r"updates .*found (\d+), gold (\d+)", told)
    assert conflicts is not None and updates is not None, json.dumps(told)
    assert int(conflicts[1]) >= 6
    assert int(conflicts[4]) <= 2
    assert updates[1] == updates[2]

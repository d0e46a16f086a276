"""Quality against the gold readings, by the scorer that lies beside the checkout."""

from __future__ import annotations

import json

import pytest
from quality.check_floors import FLOORS, find_faults, raise_floors
from quality.score_sets import SCORER, SETS, ScoredSet, score


@pytest.mark.shared
@pytest.mark.skipif(not SCORER.is_file(), reason="no scorer beside the checkout")
@pytest.mark.parametrize("each", SETS, ids=lambda each: each.name)
def test_no_measure_sinks_below_its_floor(each: ScoredSet) -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert floors[each.name]
    assert find_faults(each.name, score(each), floors[each.name]) == []


_PERFECT = {"spans": {"bad": 0}, "texts": {"not_found": 0, "of_another_length": 0}}


def test_evidence_that_is_not_verbatim_is_a_fault_without_a_floor() -> None:
    broken = {"integrity": {**_PERFECT, "spans": {"bad": 1}}}
    assert find_faults("a", broken, {}) == ["a: spans.bad is 1, must be 0"]


@pytest.mark.parametrize(("reached", "faults"), [(0.5, 0), (0.49, 1), (None, 1)])
def test_a_measure_below_its_floor_is_a_fault(reached: float | None, faults: int) -> None:
    report = {"integrity": _PERFECT, "claims": {"pairs": {"recall": reached}}}
    assert len(find_faults("a", report, {"claims.pairs.recall": 0.5})) == faults


def test_a_floor_rises_and_never_falls() -> None:
    report = {"low": 0.3, "high": 0.916}
    assert raise_floors(report, {"low": 0.5, "high": 0.5}) == {"low": 0.5, "high": 0.89}

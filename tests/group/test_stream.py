"""The stream of sibling events that stories are measured on, and the measure."""

from __future__ import annotations

from collections import Counter

import pytest
from benchmarks.stories.make_stories import make_stories
from benchmarks.stories.measure_clusters import measure_b_cubed


@pytest.mark.parametrize(
    ("found", "gold", "expected"),
    [
        ("aabb", "xxyy", (1.0, 1.0)),
        ("aaaa", "xxyy", (0.5, 1.0)),
        ("abcd", "xxyy", (1.0, 0.5)),
        ("aaab", "xxyy", ((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, (1 + 1 + 0.5 + 0.5) / 4)),
    ],
)
def test_b_cubed(found: str, gold: str, expected: tuple[float, float]) -> None:
    precision, recall, _ = measure_b_cubed(found, gold, [True] * len(gold))
    assert (precision, recall) == pytest.approx(expected)


def test_each_event_is_told_by_each_outlet_in_a_text_of_its_own() -> None:
    tellings = make_stories()
    assert len({telling.text for telling in tellings}) == len(tellings)
    outlets = {telling.family: 0 for telling in tellings}
    for telling in tellings:
        outlets[telling.family] = max(outlets[telling.family], telling.outlet + 1)
    counts = Counter((telling.family, telling.event) for telling in tellings)
    assert all(count == outlets[family] for (family, _), count in counts.items())
    assert not any("{" in telling.text or "[" in telling.text for telling in tellings)
    assert {telling.split for telling in tellings} == {"tuned", "unseen"}

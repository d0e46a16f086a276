"""The order of the articles changes neither verdicts nor ids."""

from __future__ import annotations

from tests.compare.stories import CONFLICTS, find_differences

TEXTS = (
    "La préfète Anne Solier a annoncé que trois personnes sont mortes à Corbigny (Creuse).",
    "Le préfet Marc Tavel a annoncé que trois personnes sont mortes à Corbigny (Allier).",
    "Selon l'opposition, ce bilan est faux. « C'est faux », répond le maire Luc Brévin.",
)


def test_order_of_the_articles() -> None:
    forward = find_differences(TEXTS)
    assert {d.id for d in forward if d.verdict in CONFLICTS} == {
        d.id for d in find_differences(TEXTS[::-1]) if d.verdict in CONFLICTS
    }


def test_conflicts_stand_first_and_ids_are_unique() -> None:
    found = find_differences(TEXTS)
    flags = [d.is_conflict for d in found]
    assert flags == sorted(flags, reverse=True)
    assert len({d.id for d in found}) == len(found)


def test_each_side_has_evidence_and_each_difference_reasons() -> None:
    for difference in find_differences(TEXTS):
        assert len(difference.sides) > 1
        assert all(side.evidence and side.value for side in difference.sides)
        assert difference.why.endswith(".")
        assert difference.why_en.endswith(".")

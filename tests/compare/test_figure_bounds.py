"""Which two figures one number satisfies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.records import Figure, Modifier, Span
from recoupe.rooms.compare.figure_bounds import can_both_hold


def make_figure(value: float, modifier: Modifier) -> Figure:
    """A figure with the bounds that its modifier sets."""
    low = value if modifier in (Modifier.EXACT, Modifier.MORE_THAN, Modifier.AT_LEAST) else None
    high = (
        value
        if modifier in (Modifier.EXACT, Modifier.UP_TO, Modifier.LESS_THAN, Modifier.NEARLY)
        else None
    )
    return Figure("f", Span(0, 1), value, low, high, modifier, "person", "morts")


ROWS = [
    (12, Modifier.EXACT, 14, Modifier.EXACT, False),
    (12, Modifier.EXACT, 12, Modifier.AT_LEAST, True),
    (12, Modifier.EXACT, 10, Modifier.AT_LEAST, True),
    (12, Modifier.EXACT, 14, Modifier.AT_LEAST, False),
    (600_000, Modifier.MORE_THAN, 650_000, Modifier.ABOUT, True),
    (10_000, Modifier.EXACT, 12_000, Modifier.UP_TO, True),
    (40, Modifier.ABOUT, 43, Modifier.EXACT, True),
    (40, Modifier.ABOUT, 60, Modifier.EXACT, False),
    (50, Modifier.NEARLY, 47, Modifier.EXACT, True),
    (50, Modifier.NEARLY, 55, Modifier.EXACT, False),
    (1200, Modifier.EXACT, 1150, Modifier.EXACT, True),
    (1234, Modifier.EXACT, 1200, Modifier.EXACT, True),
    (1234, Modifier.EXACT, 1250, Modifier.EXACT, False),
    (95, Modifier.EXACT, 205, Modifier.EXACT, False),
]


@pytest.mark.parametrize(("one", "how", "other", "other_how", "wanted"), ROWS)
def test_bounds_meet(
    one: float, how: Modifier, other: float, other_how: Modifier, *, wanted: bool
) -> None:
    assert can_both_hold(make_figure(one, how), make_figure(other, other_how)) is wanted


@given(
    st.integers(0, 10**7),
    st.sampled_from(Modifier),
    st.integers(0, 10**7),
    st.sampled_from(Modifier),
)
def test_the_order_of_two_figures_changes_nothing(
    one: int, how: Modifier, other: int, other_how: Modifier
) -> None:
    first, second = make_figure(one, how), make_figure(other, other_how)
    assert can_both_hold(first, second) == can_both_hold(second, first)
    assert can_both_hold(first, first)

"""A range plot: one dot for each value, a whisker for what its words allow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import floor, log10

from recoupe.rooms.report.load_labels import Labels
from recoupe.rooms.report.view_figures import Measure, Value
from recoupe.rooms.report.write_dates import count_days, pick_ticks, write_short_date

WIDTH = 640
HEIGHT = 230
LEFT, RIGHT, TOP, BOTTOM = 92, 96, 22, 34
# Length of the arrow of an open bound.
ARROW = 26
GAP = 18


@dataclass(frozen=True, slots=True)
class Dot:
    """One value; `up` and `down` are the ends of its whiskers, None where it has none.

    Attributes:
        x: Across.
        y: Down.
        shape: Who says it, see `Value`.
        up: Where the upper whisker ends.
        down: Where the lower whisker ends.
        up_open: Whether the upper whisker ends in an arrow.
        down_open: Whether the lower whisker ends in an arrow.
        label: The number, or empty where it would cover another.
        title: The whole in words.
    """

    x: float
    y: float
    shape: str
    up: float | None
    down: float | None
    up_open: bool
    down_open: bool
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Plot:
    """The drawing of one measure."""

    width: int
    height: int
    left: int
    bottom: int
    dots: tuple[Dot, ...]
    x_ticks: tuple[tuple[float, str], ...]
    y_ticks: tuple[tuple[float, str], ...]


def draw_measure(measure: Measure, labels: Labels) -> Plot | None:
    """The range plot of a measure; None where fewer than two values have number and date."""
    alike: dict[tuple[object, ...], list[tuple[float, Value]]] = {}
    for value in measure.values:
        day = count_days(value.on)
        if value.value is not None and day is not None:
            key = (day, value.value, value.low, value.high, value.shape)
            alike.setdefault(key, []).append((day, value))
    drawn = [(*group[0], len(group)) for group in alike.values()]
    if len(drawn) < 2:
        return None
    numbers = [n for _, v, _ in drawn for n in (v.value, v.low, v.high) if n is not None]
    steps = pick_steps(min(numbers), max(numbers))
    low, high = steps[0], steps[-1]
    first = min(day for day, _, _ in drawn)
    last = max(day for day, _, _ in drawn)
    spread = last - first >= 1
    if not spread:
        # Less than a day apart: the values stand in the middle.
        first, last = first - 0.5, first + 0.5

    def across(day: float) -> float:
        return LEFT + GAP + (day - first) / (last - first) * (WIDTH - LEFT - RIGHT - GAP)

    def down(number: float) -> float:
        return round(HEIGHT - BOTTOM - (number - low) / (high - low) * (HEIGHT - TOP - BOTTOM), 1)

    dots: list[Dot] = []
    for day, value, count in drawn:
        assert value.value is not None
        x, y = across(day), down(value.value)
        while any(abs(x - dot.x) < GAP and _overlap(y, value, down, dot) for dot in dots):
            x += GAP
        label = labels.number(value.value)
        if count > 1:
            label = f"{label} {labels.say('count.times', n=count)}"
        dots.append(_draw_dot(round(min(x, WIDTH - 8.0), 1), y, value, down, label))
    shown: list[Dot] = []
    for dot in dots:
        hidden = any(_covers(dot, other) for other in dots if other is not dot)
        shown.append(replace(dot, label="") if hidden else dot)
    ticks = [tick for tick in pick_ticks(first, last, most=4) if spread or tick[0] >= first]
    return Plot(
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        bottom=HEIGHT - BOTTOM,
        dots=tuple(shown),
        x_ticks=tuple(
            (round(max(across(day), LEFT + GAP), 1), write_short_date(iso, labels))
            for day, iso in ticks
        ),
        y_ticks=tuple((down(step), labels.number(step)) for step in steps),
    )


def _covers(dot: Dot, other: Dot) -> bool:
    """Whether the label of a dot would run into another dot, its whisker or its label."""
    width = 14 + 7.4 * len(dot.label)
    tops = [other.y, *(end for end in (other.up, other.down) if end is not None)]
    return dot.x < other.x < dot.x + width and min(tops) - 12 < dot.y < max(tops) + 12


def _overlap(y: float, value: Value, down: Callable[[float], float], dot: Dot) -> bool:
    """Whether the mark of a value would touch a dot that stands in the same place."""
    mine = [y, *(down(n) for n in (value.low, value.high) if n is not None)]
    other = [dot.y, *(end for end in (dot.up, dot.down) if end is not None)]
    return min(mine) - GAP - ARROW < max(other) and min(other) - GAP - ARROW < max(mine)


def _draw_dot(x: float, y: float, value: Value, down: Callable[[float], float], label: str) -> Dot:
    assert value.value is not None
    has_low, has_high = value.low is not None, value.high is not None
    up = y - ARROW if has_low else None
    if value.high is not None:
        up = down(value.high)
    bottom = y + ARROW if has_high else None
    if value.low is not None:
        bottom = down(value.low)
    return Dot(
        x=x,
        y=y,
        shape=value.shape,
        up=up if up is not None and up != y else None,
        down=bottom if bottom is not None and bottom != y else None,
        up_open=has_low and not has_high,
        down_open=has_high and not has_low,
        label=label,
        title=f"{value.date} – {value.worded} ({value.said_by})",
    )


def pick_steps(low: float, high: float) -> tuple[float, ...]:
    """Round numbers for an axis, from below the lowest to above the highest value.

    Example:
        >>> pick_steps(3, 7)
        (2.0, 4.0, 6.0, 8.0)
        >>> pick_steps(600000, 650000)
        (580000.0, 600000.0, 620000.0, 640000.0, 660000.0)
    """
    spread = (high - low) or abs(high) or 1.0
    rough = spread / 3
    power = 10.0 ** floor(log10(rough))
    step = next(power * n for n in (1, 2, 5, 10) if power * n >= rough * 0.999)
    start = floor(low / step)
    if start * step > low - step * 0.25 and start * step > 0:
        start -= 1
    values = [start * step]
    while values[-1] < high + step * 0.1:
        values.append(round(values[-1] + step, 10))
    return tuple(values)

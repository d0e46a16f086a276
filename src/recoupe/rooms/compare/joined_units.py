"""Values of one quantity in several units: « 147 km/h » and « 91 miles par heure »."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from recoupe.records import Figure, Modifier
from recoupe.rooms.compare.fact import Fact

# Units of one quantity as multiples of one of them. A « mille » may be one of land or of sea: left out.
UNITS: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "speed": {"km/h": 1.0, "m/s": 3.6, "mph": 1.609344, "knot": 1.852},
        "area": {"hectare": 1.0, "km2": 100.0, "m2": 0.0001},
        "mass": {"kg": 1.0, "tonne": 1_000.0, "quintal": 100.0, "g": 0.001, "mg": 0.000001},
        "length": {"metre": 1.0, "km": 1_000.0, "cm": 0.01, "mm": 0.001},
        "volume": {"m3": 1.0, "litre": 0.001, "hectolitre": 0.1},
    }
)


def join_units(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts with each quantity in the unit that most of the story's values of it are in.

    A value told in another unit is converted, and from then on stands for « about »: who converts,
    rounds. Quantities that all articles give in one unit stay as they are.
    """
    used: dict[str, Counter[str]] = {}
    for fact in facts:
        quantity, _, unit = fact.dimension.partition(":")
        if unit in UNITS.get(quantity, {}):
            used.setdefault(quantity, Counter())[unit] += 1
    main = {
        quantity: min(counts, key=lambda unit: (-counts[unit], list(UNITS[quantity]).index(unit)))
        for quantity, counts in used.items()
        if len(counts) > 1
    }
    return tuple(_convert(fact, main) for fact in facts)


def _convert(fact: Fact, main: Mapping[str, str]) -> Fact:
    quantity, _, unit = fact.dimension.partition(":")
    units = UNITS.get(quantity, {})
    if quantity not in main or unit not in units or unit == main[quantity]:
        return fact
    factor = units[unit] / units[main[quantity]]
    return replace(
        fact,
        figure=scale_figure(fact.figure, factor, is_about=True),
        dimension=f"{quantity}:{main[quantity]}",
    )


def scale_figure(figure: Figure, factor: float, *, is_about: bool = False) -> Figure:
    """The figure with its number and bounds multiplied.

    Args:
        figure: A figure.
        factor: What to multiply by.
        is_about: Whether an exact number becomes one that is said « about ».
    """
    value, low, high = (
        number * factor if number is not None else None
        for number in (figure.value, figure.low, figure.high)
    )
    exact = figure.modifier is Modifier.EXACT
    modifier = Modifier.ABOUT if is_about and exact else figure.modifier
    return replace(figure, value=value, low=low, high=high, modifier=modifier)

"""Modifiers and ranges: how the words around a number bound it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recoupe.language import load_table
from recoupe.records import Modifier
from recoupe.rooms.annotate.figures.counted_things import find_unit
from recoupe.rooms.annotate.numbers import Number

_FIRST_YEAR = 1000
_BEFORE_CHARS = 40
_AFTER_CHARS = 24
_BETWEEN = re.compile(r"\bentre (?:les |le |la )?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:de |d')$", re.IGNORECASE)
_TO = re.compile(
    r" ?(?:à|ou|-|–) ?|(?: ans)? à |(?: ?(?:%|€|euros|ans))? (?:à|et) (?:les )?", re.IGNORECASE
)
_SHARED = re.compile(
    r",? (?:à|et|ou|contre|puis|sur) (?:les )?|, | (?:des|de (?:ces|ses|nos|leurs)) "
)
_AND = re.compile(
    r"(?: ?(?:%|€|euros|ans|millions|milliards|mille)(?: d'euros)?)? et (?:les )?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A number, or two as a range, with the words that bound it.

    Attributes:
        start: First code point, modifier included.
        end: One past the number.
        value: The number; None for a range and for « des milliers ».
        low: Least value the words allow, or None.
        high: Greatest value they allow, or None.
        modifier: How they bound it; None for « des milliers ».
        number: The number itself, of a range the last.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    modifier: Modifier | None
    number: Number


@cache
def _load_modifiers(language: str, side: str) -> tuple[tuple[re.Pattern[str], Modifier], ...]:
    return tuple(
        (entry.regex, Modifier(entry.data["bound"]))
        for entry in load_table(language, "modifiers")
        if entry.data["side"] == side
    )


@cache
def _load_changes(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(entry.regex for entry in load_table(language, "change_verbs"))


def find_modifier_before(text: str, start: int, language: str) -> tuple[Modifier, int] | None:
    """The modifier that ends where a number starts, and its first code point."""
    window = text[max(0, start - _BEFORE_CHARS) : start]
    window = window[window.rfind("\n") + 1 :]
    for regex, modifier in _load_modifiers(language, "before"):
        found = regex.search(window)
        if found:
            return modifier, start - len(window) + found.start()
    return None


def find_modifier_after(text: str, end: int, language: str) -> tuple[Modifier, int] | None:
    """The modifier that begins where a number or its noun ends, and its end."""
    window = text[end : end + _AFTER_CHARS]
    for regex, modifier in _load_modifiers(language, "after"):
        found = regex.search(window)
        if found:
            return modifier, end + found.end()
    return None


def bound_value(value: float, modifier: Modifier) -> tuple[float | None, float | None]:
    """Least and greatest value, as worded and no further.

    Example:
        >>> bound_value(5000, Modifier.MORE_THAN), bound_value(40, Modifier.ABOUT)
        ((5000, None), (None, None))
    """
    if modifier is Modifier.EXACT:
        return value, value
    if modifier in {Modifier.MORE_THAN, Modifier.AT_LEAST}:
        return value, None
    if modifier in {Modifier.UP_TO, Modifier.LESS_THAN, Modifier.NEARLY}:
        return None, value
    return None, None


def read_range(text: str, first: Number, second: Number, language: str) -> Wording | None:
    """« entre 40 et 60 », « de 3 à 5 », « 19 à 24 », « deux ou trois » as one wording, else None.

    After a verb of change (« est passé de 3 à 5 ») they are two numbers.
    """
    if first.value is None or second.value is None:
        return None
    gap = text[first.end : second.start]
    before = text[max(0, first.start - 60) : first.start]
    between = _BETWEEN.search(before)
    joined = _AND.fullmatch(gap) if between else _TO.fullmatch(gap) and " et " not in gap
    if not joined:
        return None
    low, high = first.value, second.value
    if first.scale == 1 and second.scale > 1 and low < high / second.scale:
        low *= second.scale
    elif low < high / 100 < 10 and high % 100 == 0 and {first.form, second.form} == {"words"}:
        low *= 100  # « deux à trois cents »
    if low >= high:
        return None
    source = between or _FROM.search(before)
    if not between and source and any(r.search(before) for r in _load_changes(language)):
        return None
    if re.fullmatch(r" ?[-–] ?", gap) and (
        not find_unit(text, second.end, language) or first.value >= _FIRST_YEAR
    ):
        return None  # « 1-3 » is a result, « 2019-2020 » are years
    if " ou " in gap and high - low > low + 1:
        return None
    start = first.start - len(before) + source.start() if source else first.start
    return Wording(start, second.end, None, low, high, Modifier.BETWEEN, second)


def shares_noun(text: str, number: Number, following: Number) -> bool:
    """Whether a number leaves its noun to the next one (« de 3 à 5 millions », « 17 et 18 ans »)."""
    return bool(_SHARED.fullmatch(text[number.end : following.start]))


def read_wording(text: str, number: Number, language: str) -> Wording:
    """A number with the modifier before it or right after it."""
    if number.value is None:
        return Wording(number.start, number.end, None, None, None, None, number)
    default = Modifier.ABOUT if number.form == "collective" else Modifier.EXACT
    modifier, start, end = default, number.start, number.end
    before = find_modifier_before(text, number.start, language)
    after = find_modifier_after(text, number.end, language)
    if before:
        modifier, start = before
    elif after:
        modifier, end = after
    low, high = bound_value(number.value, modifier)
    return Wording(start, end, number.value, low, high, modifier, number)

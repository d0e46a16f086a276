"""Parts of a whole, read as percentages: « un sur cinq », « les deux tiers », « de moitié »."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from recoupe.language import load_table
from recoupe.rooms.annotate.figures.counted_things import Counted, find_counted, find_unit
from recoupe.rooms.annotate.figures.wordings import Wording, bound_value, read_wording
from recoupe.rooms.annotate.numbers import Number

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc

# Words that may stand between the two terms: « neuf entreprises privées sur dix ».
_BETWEEN_TERMS = re.compile(r"(?P<counted>(?: [\w'’-]+){0,4}?) sur ")
_MOST_OF_FEW = 10
_ROUND_WHOLES = frozenset({100, 1000, 10_000, 100_000, 1_000_000})


def read_share(
    doc: Doc, text: str, first: Number, second: Number, after: int, language: str
) -> tuple[Wording, Counted] | None:
    """« neuf agents sur dix » as 90 percent of « agents », or None where it is no share.

    The whole is at most ten or a round number, and no noun or unit follows it: « trois jours sur dix
    ans » and « 12 sur 20 » are none. « sept jours sur sept » is all, and no share either.

    Args:
        doc: The parsed document.
        text: Its text with plain spaces and apostrophes.
        first: The part.
        second: The whole.
        after: Index of the first token after the second number.
        language: The language of the text.
    """
    between = _BETWEEN_TERMS.fullmatch(text, first.end, second.start)
    if between is None or not first.value or not second.value or first.value >= second.value:
        return None
    if second.value > _MOST_OF_FEW and second.value not in _ROUND_WHOLES:
        return None
    measured = find_unit(text, first.end, language)
    following = find_counted(doc, text, second.end, after, language)
    if following.head is not None or following.unit_end is not None:
        return None
    if measured is not None and not measured[0].startswith("duration"):
        return None
    wording = read_wording(text, replace(first, end=first.end), language)
    value = 100 * first.value / second.value
    low, high = bound_value(value, wording.modifier) if wording.modifier else (None, None)
    share = replace(wording, value=value, low=low, high=high, number=second, end=second.end)
    return share, Counted(between["counted"].strip(), "percent", second.end)


@cache
def _load_third_parties(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        e.regex for e in load_table(language, "bare_counts") if e.data["side"] == "not_share"
    )


def is_third_party(text: str, number: Number, language: str) -> bool:
    """Whether « un tiers » is somebody else rather than a part."""
    around = text[max(0, number.start - 24) : number.end + 8]
    return any(regex.search(around) for regex in _load_third_parties(language))


def read_fraction(counted: Counted) -> Counted:
    """What a fraction is of: a part of a measure (« trois quarts d'heure »), else percent."""
    if counted.unit_end is not None:
        return counted
    return replace(counted, unit="percent", factor=100)

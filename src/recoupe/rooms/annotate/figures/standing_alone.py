"""Whether a number without a noun after it is a count (« dont trois grièvement »)."""

from __future__ import annotations

import re
from functools import cache

from recoupe.language import load_table
from recoupe.rooms.annotate.numbers import Number

# Number words up to this are more often pronouns (« les deux ») than counts.
_MOST_AS_PRONOUN = 10


@cache
def _load(language: str, side: str) -> tuple[re.Pattern[str], ...]:
    return tuple(e.regex for e in load_table(language, "bare_counts") if e.data["side"] == side)


def leaves_out_noun(text: str, number: Number, language: str) -> bool:
    """Whether the words after a number tell that no noun follows (« trois grièvement »)."""
    after = text[number.end : number.end + 24]
    return any(regex.search(after) for regex in _load(language, "after"))


def stands_alone(text: str, number: Number, bounded: bool, language: str) -> bool:
    """Whether a number that no noun follows counts something named elsewhere.

    Args:
        text: The text with plain spaces and apostrophes.
        number: The number.
        bounded: Whether a modifier or a range bounds it.
        language: The language of the text.
    """
    before = text[max(0, number.start - 24) : number.start]
    if any(regex.search(before) for regex in _load(language, "not_after")):
        return False
    if bounded or number.form in {"collective", "fraction"}:
        return True
    if number.form == "digits" and not (
        number.is_plain and (number.value or 0) <= _MOST_AS_PRONOUN
    ):
        return True
    if number.form == "words" and (number.value or 0) > _MOST_AS_PRONOUN:
        return True
    return any(r.search(before) for r in _load(language, "before")) or leaves_out_noun(
        text, number, language
    )

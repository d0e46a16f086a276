"""The words of time of a language, joined into patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from recoupe.language import Entry, load_table

_SPACES = dict.fromkeys("\u00a0\u202f\u2009\t", " ")
_APOSTROPHES = dict.fromkeys("’ʼʻ՚ꞌ＇′‵ʹ", "'")
_PLAIN = str.maketrans({**_SPACES, **_APOSTROPHES, "‑": "-"})


def make_plain(text: str) -> str:
    """The text with ordinary spaces, apostrophes and hyphens, every offset unchanged."""
    return text.translate(_PLAIN)


@dataclass(frozen=True)
class Words:
    """One table of words as a pattern.

    Attributes:
        pattern: Finds any of them; has no groups.
        entries: The entries behind it.
    """

    pattern: str
    entries: tuple[Entry, ...]

    def look_up(self, word: str) -> Mapping[str, Any]:
        """What the table says of a word that its pattern found."""
        for entry in self.entries:
            if entry.regex.search(word):
                return entry.data
        return {}


@cache
def load_words(language: str, table: str) -> Words:
    """The words of a table; a pattern that never matches where the language lacks it."""
    entries = load_table(language, table)
    pattern = "|".join(f"(?:{entry.pattern})" for entry in entries)
    return Words(f"(?:{pattern})" if pattern else r"(?!)", entries)


@cache
def compile_phrase(phrase: str, language: str) -> re.Pattern[str]:
    """A phrase of the grammar as a pattern.

    « {month} » stands for any word of the table `months`, and so for the other tables; « {#number} » for
    any number word. The text it
    is used on must be `plain` (see `make_plain`).
    """
    tables = {
        "month": "months",
        "weekday": "weekdays",
        "part": "day_parts",
        "season": "seasons",
        "unit": "time_units",
        "holiday": "holidays",
        "point": "day_points",
        "from_now": "days_from_now",
        "from_anchor": "days_from_anchor",
        "ordinal": "ordinals",
        "lasting": "lengths_before",
        "lasted": "lengths_after",
    }
    pattern = phrase.replace("{#number}", load_words(language, "numbers").pattern)
    for name, table in tables.items():
        words = load_words(language, table).pattern
        for digit in ("", "1", "2"):
            pattern = pattern.replace(f"{{{name}{digit}}}", f"(?P<{name}{digit}>{words})")
    if pattern.startswith(r"\b"):
        # An edge is the end of a word too, where no phrase begins.
        pattern = rf"\b(?=\w){pattern[2:]}"
    return re.compile(pattern, re.IGNORECASE)

"""Pages that are no article: paywalls, cookie walls, error pages."""

from __future__ import annotations

from recoupe.language import known_languages, load_table
from recoupe.records.reason import Reason
from recoupe.rooms.clean.lines import Line

# An article cut by a paywall keeps an opening of 50 to 120 words; below this there is too little to compare.
_WALL_WORDS = 90
# A page whose every line is furniture may leave a stray label or two.
_BODY_WORDS = 15


def find_wall(lines: list[Line], body_word_count: int) -> Reason | None:
    """Why a page is no article; None where it is one.

    A long article that mentions a subscription is one; a short page that says little else is not.
    """
    if body_word_count < _WALL_WORDS:
        for line in lines:
            for language in known_languages():
                for entry in load_table(language, "walls"):
                    if entry.regex.search(line.text[:400]):
                        return Reason(f"wall_{entry.data['kind']}")
    if body_word_count < _BODY_WORDS:
        return Reason("only_furniture")
    return None

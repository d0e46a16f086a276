"""The headline among the lines, and where it stands again."""

from __future__ import annotations

from rapidfuzz import fuzz

from recoupe.rooms.clean.lines import Line, fold_line
from recoupe.rooms.clean.menus import is_menu

# Headlines stand near the top; a line that is equal to the known title may stand below long menus.
_HEAD_LINES = 12
_KNOWN_LINES = 150
# A page's title often ends with the name of the site.
_TITLE_RATIO = 0.5
_FEWEST_WORDS = 4
_TITLE_CHARS = 400
# The page title and the headline of one article differ by an outlet's name or a mark; unlike
# headlines of one story stay under 80 (pairs of headlines in the sample story).
_SAME_TITLE = 92.0


def find_title_line(lines: list[Line], title: str | None, labelled: set[int]) -> int | None:
    """Index of the line that is the headline, or None.

    The first line equal to the known title, or to its beginning; else, near the top, the first line of four words or
    more that stands twice, or the first at all. Menus and labelled lines are passed over.
    """
    if title:
        wanted = fold_line(title)
        for line in lines[:_KNOWN_LINES]:
            if len(line.text) <= 2 * _TITLE_CHARS and is_same_title(fold_line(line.text), wanted):
                return line.index
        for line in lines[:_KNOWN_LINES]:
            start = fold_line(line.text[:_TITLE_CHARS])
            if wanted.startswith(start) and len(start) >= _TITLE_RATIO * len(wanted):
                return line.index
    candidates = [
        line
        for line in lines[:_HEAD_LINES]
        if line.index not in labelled and line.word_count >= _FEWEST_WORDS and not is_menu(line)
    ]
    folded = [fold_line(line.text) for line in candidates]
    for line, words in zip(candidates, folded, strict=True):
        if folded.count(words) > 1:
            return line.index
    return candidates[0].index if candidates else None


def find_repeats(lines: list[Line], title_index: int | None, labelled: set[int]) -> list[int]:
    """Indices of the later lines that repeat the headline."""
    if title_index is None or lines[title_index].word_count < _FEWEST_WORDS:
        return []
    wanted = fold_line(lines[title_index].text)
    return [
        line.index
        for line in lines[title_index + 1 :]
        if line.index not in labelled
        and len(line.text) <= 2 * _TITLE_CHARS
        and is_same_title(fold_line(line.text), wanted)
    ]


def is_same_title(one: str, other: str) -> bool:
    """Whether two folded lines are one headline.

    Lines that differ by a digit are not: « 12 morts », « 14 morts ».
    """
    if one == other:
        return True
    if (
        not one
        or max(len(one), len(other)) > _TITLE_CHARS
        or abs(len(one) - len(other)) > 0.15 * max(len(one), len(other))
    ):
        return False
    digits = [ch for ch in one if ch.isdigit()], [ch for ch in other if ch.isdigit()]
    return digits[0] == digits[1] and fuzz.ratio(one, other) >= _SAME_TITLE

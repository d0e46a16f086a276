"""Rows of links: what can be seen from the shape of one line."""

from __future__ import annotations

import re

from recoupe.rooms.clean.lines import Line, is_capital_row
from recoupe.rooms.clean.phrases import find_phrase

# Menus of two dozen items have some 400 characters.
_ROW_CHARS = 600
LABEL_WORDS = 4
_ITEM_WORDS = 5
_TRAIL_WORDS = 10
_SEPARATOR = re.compile(r"\s+[|•·>›»/]\s+|\t+| {3,}|\s[-–—]\s")
_TRAIL = re.compile(r"\S\s[>›»]\s\S")
_ROW_WORDS = 20
_GLUED = re.compile(r"[a-zà-ÿ]{2}(?=[A-ZÀ-Þ]{2}|[A-ZÀ-Þ][a-zà-ÿ])")
_NAMED = re.compile(r"[A-ZÀ-Þ0-9]")


def is_menu(line: Line) -> bool:
    """Whether a line is a row of links: short items between bars, or words glued together.

    « Accueil | Monde | Sports », « ActualitéSécurité et défenseNATO ».
    """
    if is_capital_row(line.text):
        return True
    if len(line.text) > _ROW_CHARS:
        return False
    items = [item for item in _SEPARATOR.split(line.text) if item.strip()]
    if len(items) >= 3 and all(len(item.split()) <= _ITEM_WORDS for item in items):
        return not line.text.rstrip().endswith((".", "?", "!", "…"))
    if line.is_prose or line.is_closed:
        return False
    return len(_GLUED.findall(line.text)) >= 2 or _is_row_of_sections(line)


def _is_row_of_sections(line: Line) -> bool:
    """Whether most words of a line are names of sections: « Monde Sport Culture Mon compte »."""
    words = line.text.split()
    if not 3 <= len(words) <= _ROW_WORDS:
        return False
    return 2 * sum(find_phrase(word) is not None for word in words) > len(words)


def is_trail(line: Line) -> bool:
    """Whether a line shows where on the site one is: « Société > Risques »."""
    return bool(_TRAIL.search(line.text)) and line.word_count <= _TRAIL_WORDS and not line.is_closed


def is_tag_list(line: Line) -> bool:
    """Whether a line is a list of tags: « Russie, Ukraine, Corée du Nord »."""
    if len(line.text) > _ROW_CHARS:
        return False
    items = [item.strip() for item in line.text.split(",")]
    return (
        len(items) >= 3
        and all(0 < len(item.split()) <= LABEL_WORDS for item in items)
        and all(_NAMED.match(item) or " " not in item for item in items)
        and bool(_NAMED.match(items[0]))
        and not line.text.endswith((".", "?", "!", ":"))
        and " et " not in items[-1]
    )


def is_label(line: Line) -> bool:
    """Whether a line is a few words without punctuation, as buttons, sections and subheadings are."""
    return line.word_count <= LABEL_WORDS and not line.is_closed and not line.is_bullet

"""What stands before the first paragraph and after the last one."""

from __future__ import annotations

import re

from recoupe.records import FurnitureKind
from recoupe.rooms.clean.lines import Line, fold_line
from recoupe.rooms.clean.phrases import find_phrase

# After one of these the article is over; adverts, captions and credits also stand inside it.
_PAGE_KINDS = frozenset(
    {
        FurnitureKind.RELATED, FurnitureKind.SHARE, FurnitureKind.NEWSLETTER, FurnitureKind.COOKIE,
        FurnitureKind.LEGAL, FurnitureKind.COMMENTS, FurnitureKind.APP_PROMPT, FurnitureKind.NAVIGATION,
    }
)  # fmt: skip
# Menus of two dozen items have some 400 characters.
_ROW_CHARS = 600
_LABEL_WORDS = 4
_ITEM_WORDS = 5
_TRAIL_WORDS = 10
_SEPARATOR = re.compile(r"\s+[|•·>›»/]\s+|\t+| {3,}|\s[-–—]\s")
_TRAIL = re.compile(r"\S\s[>›»]\s\S")
_ROW_WORDS = 20
_GLUED = re.compile(r"[a-zà-ÿ]{2}(?=[A-ZÀ-Þ]{2}|[A-ZÀ-Þ][a-zà-ÿ])")
_ALL_NUMBERS = re.compile(r"[\d\s.,+kK]+|[\W_]+")
_NAMED = re.compile(r"[A-ZÀ-Þ0-9]")


def is_menu(line: Line) -> bool:
    """Whether a line is a row of links: short items between bars, or words glued together.

    « Accueil | Monde | Sports », « ActualitéSécurité et défenseNATO ».
    """
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


def _is_trail(line: Line) -> bool:
    """Whether a line shows where on the site one is: « Société > Risques »."""
    return bool(_TRAIL.search(line.text)) and line.word_count <= _TRAIL_WORDS and not line.is_closed


def is_tag_list(line: Line) -> bool:
    """Whether a line is a list of tags: « Russie, Ukraine, Corée du Nord »."""
    if len(line.text) > _ROW_CHARS:
        return False
    items = [item.strip() for item in line.text.split(",")]
    return (
        len(items) >= 3
        and all(0 < len(item.split()) <= _LABEL_WORDS for item in items)
        and all(_NAMED.match(item) or " " not in item for item in items)
        and bool(_NAMED.match(items[0]))
        and not line.text.endswith((".", "?", "!", ":"))
        and " et " not in items[-1]
    )


def label_head(
    lines: list[Line],
    title: int | None,
    first_prose: int,
    outlet: str | None,
    labels: dict[int, FurnitureKind],
) -> None:
    """Add labels for the lines above the first paragraph: menus, outlet, sections, tags, counters."""
    folded_title = fold_line(lines[title].text) if title is not None else ""
    for line in lines[:first_prose]:
        if line.index in labels or line.index == title:
            continue
        folded = fold_line(line.text)
        if outlet and folded == fold_line(outlet):
            labels[line.index] = FurnitureKind.OUTLET
        elif (
            is_menu(line)
            or _is_trail(line)
            or (folded_title and folded_title in folded and len(folded) > len(folded_title))
        ):
            labels[line.index] = FurnitureKind.NAVIGATION
        elif is_tag_list(line):
            labels[line.index] = FurnitureKind.SECTION
        elif _ALL_NUMBERS.fullmatch(line.text):
            labels[line.index] = FurnitureKind.OTHER
        elif (
            title is not None
            and line.index < title
            and not line.is_closed
            and line.word_count <= _LABEL_WORDS
        ):
            is_named = outlet is not None or FurnitureKind.OUTLET in labels.values()
            labels[line.index] = FurnitureKind.SECTION if is_named else FurnitureKind.OUTLET


def label_tail(lines: list[Line], last_prose: int, labels: dict[int, FurnitureKind]) -> None:
    """Add labels for the lines below the last paragraph.

    Below a line of the template everything that is no prose is of the page; above it only short
    unpunctuated lines and tags are.
    """
    tail = lines[last_prose + 1 :]
    first_known = next(
        (line.index for line in tail if labels.get(line.index) in _PAGE_KINDS), len(lines)
    )
    for line in tail:
        if line.index in labels:
            continue
        if is_menu(line):
            labels[line.index] = FurnitureKind.NAVIGATION
        elif is_tag_list(line):
            labels[line.index] = FurnitureKind.SECTION
        elif line.index > first_known:
            labels[line.index] = labels.get(line.index - 1, FurnitureKind.RELATED)
        elif line.word_count <= _LABEL_WORDS and not line.is_closed and not line.is_bullet:
            labels[line.index] = FurnitureKind.SECTION

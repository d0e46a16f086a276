"""What stands around the headline, above the first paragraph."""

from __future__ import annotations

import re

from recoupe.records import FurnitureKind
from recoupe.rooms.clean.lines import Line, fold_line
from recoupe.rooms.clean.menus import LABEL_WORDS, is_label, is_menu, is_tag_list, is_trail
from recoupe.rooms.clean.names import is_name_line

_ALL_NUMBERS = re.compile(r"[\d\s.,+kK]+|[\W_]+")
# An outlet names itself again at the foot of its page (« © 2025 Le Phare »).
_FOOT_LINES = 12
# So many lines of the template above the headline are the menu of a site, with all between them.
_MENU_LINES = 6
# Sections have one or two words; a headline has three at least.
_HEADLINE_WORDS = 3
# A line that only credits a picture (« PHOTO JEANNE ROY, LE PHARE ») and the caption beside it.
_PHOTO_CREDIT_WORDS = 8
_CAPTION_WORDS = 30


def label_above(
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
            or is_trail(line)
            or (folded_title and folded_title in folded and len(folded) > len(folded_title))
        ):
            labels[line.index] = FurnitureKind.NAVIGATION
        elif is_tag_list(line):
            labels[line.index] = FurnitureKind.SECTION
        elif _ALL_NUMBERS.fullmatch(line.text):
            labels[line.index] = FurnitureKind.OTHER
        elif title is not None and line.index < title and _is_capital_row(line):
            labels[line.index] = FurnitureKind.NAVIGATION
    if title is not None and title <= first_prose:
        _label_names(lines, title, outlet, labels)
        _label_menu(lines, title, labels)


def label_below(
    lines: list[Line], title: int | None, head_end: int, labels: dict[int, FurnitureKind]
) -> None:
    """Add labels for the lines between the headline and the text proper.

    Names of authors; captions beside the line that credits a picture; buttons and sections that
    stand between lines of the template.
    """
    whole = [
        line
        for line in lines[(title if title is not None else -1) + 1 : head_end]
        if line.index not in labels
    ]
    zone = [line for line in whole if not line.is_prose]
    for line in zone:
        if is_name_line(line):
            labels[line.index] = FurnitureKind.CREDIT
    standfirst = next((line for line in whole if line.is_prose), None)
    for line in whole:
        if (
            line.index not in labels
            and line is not standfirst
            and _is_beside_credit(line, lines, labels)
        ):
            labels[line.index] = FurnitureKind.CAPTION
    for line in zone:
        if line.index in labels or not is_label(line):
            continue
        if line.index - 1 in labels and _precedes_template(line, lines, labels):
            labels[line.index] = FurnitureKind.SECTION
        elif labels.get(line.index - 1) is FurnitureKind.CREDIT and _is_named(line):
            labels[line.index] = FurnitureKind.OUTLET


def _precedes_template(line: Line, lines: list[Line], labels: dict[int, FurnitureKind]) -> bool:
    """Whether a line of the template follows, with none but short lines between."""
    for other in lines[line.index + 1 :]:
        if other.index in labels:
            return True
        if not is_label(other):
            return False
    return False


def _is_named(line: Line) -> bool:
    """Whether all longer words of a line have a capital, as in the name of an outlet under its author's."""
    return all(word[0].isupper() for word in line.text.split() if len(word) > 3)


def _label_names(
    lines: list[Line], title: int, outlet: str | None, labels: dict[int, FurnitureKind]
) -> None:
    """Short lines above the headline are the outlet and its sections."""
    names = [line for line in lines[:title] if line.index not in labels and is_label(line)]
    is_named = outlet is not None or FurnitureKind.OUTLET in labels.values()
    if is_named and len(names) == 1 and _may_be_headline(names[0], labels):
        return
    for line in names:
        labels[line.index] = FurnitureKind.SECTION if is_named else _name_label(line, names, lines)
        is_named = is_named or labels[line.index] is FurnitureKind.OUTLET


def _label_menu(lines: list[Line], title: int, labels: dict[int, FurnitureKind]) -> None:
    """What stands between the lines of a site's menu is of the menu."""
    labelled = sum(line.index in labels for line in lines[:title])
    if labelled >= _MENU_LINES and 2 * labelled >= title:
        for line in lines[:title]:
            if not line.is_prose:
                labels.setdefault(line.index, FurnitureKind.NAVIGATION)


def _may_be_headline(line: Line, labels: dict[int, FurnitureKind]) -> bool:
    """Whether a short line on top of the page, with nothing of a template above it, may be the headline."""
    return line.word_count >= _HEADLINE_WORDS and not any(index < line.index for index in labels)


def _is_capital_row(line: Line) -> bool:
    """Whether four words in five have a capital: « Faits divers Politique Sports Sorties »."""
    words = line.text.split()
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > LABEL_WORDS and not line.is_closed and 5 * capitals >= 4 * len(words)


def _name_label(line: Line, names: list[Line], lines: list[Line]) -> FurnitureKind:
    """Outlet or section: a line alone of its kind, or one that the foot repeats, is the outlet."""
    folded = fold_line(line.text)
    foot = lines[max(line.index + 1, len(lines) - _FOOT_LINES) :]
    if any(folded in fold_line(other.text) for other in foot) or len(names) == 1:
        return FurnitureKind.OUTLET
    return FurnitureKind.SECTION


def _is_beside_credit(line: Line, lines: list[Line], labels: dict[int, FurnitureKind]) -> bool:
    """Whether the line next to it only credits a picture, and it is not the standfirst.

    A standfirst stands right under the headline; a caption has a line of the template before it,
    or the credit.
    """
    before, after = line.index - 1, line.index + 1
    if line.word_count > _CAPTION_WORDS:
        return False
    if (
        not line.is_prose
        and labels.get(before) is FurnitureKind.CAPTION
        and lines[before].word_count <= _PHOTO_CREDIT_WORDS
    ):
        return True
    return (
        labels.get(after) is FurnitureKind.CAPTION
        and lines[after].word_count <= _PHOTO_CREDIT_WORDS
        and before in labels
    )

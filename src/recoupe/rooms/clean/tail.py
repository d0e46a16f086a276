"""What stands below the last paragraph."""

from __future__ import annotations

from recoupe.records import FurnitureKind
from recoupe.rooms.clean.body_range import is_sentence
from recoupe.rooms.clean.lines import Line
from recoupe.rooms.clean.menus import is_label, is_menu, is_tag_list
from recoupe.rooms.clean.names import is_name_line

# After one of these the article is over; adverts, captions and credits also stand inside it.
_PAGE_KINDS = frozenset(
    {
        FurnitureKind.RELATED, FurnitureKind.SHARE, FurnitureKind.NEWSLETTER, FurnitureKind.COOKIE,
        FurnitureKind.LEGAL, FurnitureKind.COMMENTS, FurnitureKind.APP_PROMPT, FurnitureKind.NAVIGATION,
    }
)  # fmt: skip


def label_tail(lines: list[Line], last: int, labels: dict[int, FurnitureKind]) -> None:
    """Add labels for the lines below the body.

    Below a line of the template everything is of the page; above it only short unpunctuated
    lines and tags are.
    """
    tail = lines[last + 1 :]
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
        elif is_name_line(line):
            labels[line.index] = FurnitureKind.CREDIT
        elif is_label(line):
            labels[line.index] = FurnitureKind.SECTION
        elif is_sentence(line):
            continue

"""What stands below the last paragraph."""

from __future__ import annotations

from recoupe.records import FurnitureKind
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
# A text without any line of a template may end with a short line of its own; tags come in numbers.
_TAG_LINES = 3


def label_tail(lines: list[Line], last: int, labels: dict[int, FurnitureKind]) -> None:
    """Add labels for the lines below the body.

    Below a line of the template everything is of the page; above it only tags and
    short unpunctuated lines are, and those only where the page shows other signs of a template.
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
        elif is_label(line) and (first_known < len(lines) or len(tail) >= _TAG_LINES):
            labels[line.index] = FurnitureKind.SECTION

"""How far a box of related articles reaches after its heading."""

from __future__ import annotations

from recoupe.rooms.clean.lines import Line
from recoupe.rooms.clean.shared_words import goes_on, list_long_words

# A box inside an article lists a few titles; the longest seen in templates has six.
_INSIDE_LINES = 8
_TITLE_WORDS = 30


def find_box_end(lines: list[Line], heading: int, known: set[int], entries: list[int]) -> int:
    """Index of the first line after a heading that is no longer of its box.

    The box holds titles, cut-off teasers (« ... ») and one-paragraph teasers between titles.
    It ends where two paragraphs follow each other, or where a paragraph goes on with the matter
    of the article, or a live page with its next entry; else it reaches to the end.

    Args:
        lines: The lines of the text.
        heading: Index of the heading (« À lire aussi »).
        known: Indices of lines that are phrases of the template by themselves.
        entries: Indices of the lines that start an entry of a live page, ascending.
    """
    entry = next((index for index in entries if index > heading), None)
    resumed = _find_resumption(lines, heading, known)
    if resumed is None:
        return len(lines) if entry is None else entry
    if entry is not None and entry < resumed:
        return entry
    members = lines[heading + 1 : resumed]
    if not members:
        return resumed
    # A subheading of the article that goes on stands apart from the titles of the box.
    last = members[-1]
    if (
        len(members) > 1
        and last.index not in known
        and not last.is_cut
        and last.gap > members[1].gap
    ):
        resumed = last.index
    return min(resumed, heading + 1 + _INSIDE_LINES)


def _find_resumption(lines: list[Line], heading: int, known: set[int]) -> int | None:
    """Index of the paragraph with which the article goes on; None where it does not."""
    before = list_long_words(lines[:heading])
    for line in lines[heading + 1 :]:
        if not line.is_prose or line.index in known:
            continue
        previous = lines[line.index - 1]
        following = lines[line.index + 1] if line.index + 1 < len(lines) else None
        follows_title = (
            not previous.is_prose
            and previous.index > heading
            and previous.word_count <= _TITLE_WORDS
        )
        is_alone = following is None or not following.is_prose or following.index in known
        if follows_title and is_alone and not goes_on(list_long_words([line]), before):
            continue
        return line.index
    return None

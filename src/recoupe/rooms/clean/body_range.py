"""Where the article's own lines begin and end, as far as words and furniture show it."""

from __future__ import annotations

import re

from recoupe.records import FurnitureKind
from recoupe.rooms.clean.lines import Line
from recoupe.rooms.clean.menus import is_label
from recoupe.rooms.clean.shared_words import goes_on, list_long_words

# The body is the stretch in which words of sentences outweigh lines of the template: a sentence
# counts its words, a line of the template costs as much as a short sentence. Judgment, checked on
# the tuned pages of the tests; a point more or less changes nothing there.
_TEMPLATE_COST = 5
_TITLE_COST = 4
_LABEL_COST = 3
# One very long paragraph at the foot (legal text, a reader's letter) is not the whole article.
_MOST_WORDS = 40
# A sentence of the body that is too short to be prose by itself.
_SENTENCE_WORDS = 4
# A sentence that leads to a list; shorter lines with a colon are labels of a template.
_LEAD_WORDS = 6
# A count of something, as lists of results have them; tags have no numbers.
_COUNT = re.compile(r"\W*\d[\d .,]*(?:%|€| [^\W\d_]{3,})")
# So many lines of the template after a first paragraph make it a standfirst.
_STANDFIRST_LABELS = 2
_HEAD_LINES = 30


def find_first_prose(
    lines: list[Line], title: int | None, labels: dict[int, FurnitureKind]
) -> int | None:
    """Index of the first paragraph that is no furniture and not the title."""
    for line in lines:
        if line.is_prose and line.index not in labels and line.index != title:
            return line.index
    return None


def find_head_end(
    lines: list[Line], first_prose: int, title: int | None, labels: dict[int, FurnitureKind]
) -> int:
    """Index of the paragraph with which the text proper begins.

    A first paragraph that two lines of the template part from the next one is a standfirst; by-lines
    and captions may still follow it.
    """
    template_count = 0
    for line in lines[first_prose + 1 : _HEAD_LINES]:
        if line.index in labels:
            template_count += 1
        elif line.is_prose and line.index != title:
            return line.index if template_count >= _STANDFIRST_LABELS else first_prose
        elif not is_label(line) and template_count < _STANDFIRST_LABELS:
            return first_prose
    return first_prose


def find_last_line(
    lines: list[Line],
    first_prose: int,
    labels: dict[int, FurnitureKind],
    agreed: frozenset[int] = frozenset(),
) -> int:
    """Index of the last line of the body.

    Paragraphs that stand below more furniture than they have words are not of the body, unless
    they go on with its matter (`goes_on`); short sentences, items and counts
    (« 12 maisons détruites ») belong to what is above them. Lines that both engines keep (`agreed`)
    are of the body wherever they stand. What it does not see: a page whose foot talks about the
    same matter at length.
    """
    total = best = 0
    last = first_prose
    for line in lines[first_prose:]:
        total += _weigh_line(line, labels)
        if total > best or (total == best and line.index == first_prose):
            best, last = total, line.index
    before = list_long_words([line for line in lines[: last + 1] if line.index not in labels])
    for line in lines[last + 1 :]:
        if line.index in labels:
            continue
        if line.index in agreed or (line.is_prose and goes_on(list_long_words([line]), before)):
            last = line.index
    for line in lines[last + 1 :]:
        if line.index in labels:
            break
        if is_sentence(line) or line.is_bullet or _COUNT.match(line.text):
            last = line.index
    return last


def is_sentence(line: Line) -> bool:
    """Whether a line (« Il est sain et sauf. ») is a sentence, however short."""
    if line.is_prose or (line.word_count >= _LEAD_WORDS and line.text.endswith(":")):
        return True
    return (
        line.word_count >= _SENTENCE_WORDS
        and line.text.rstrip(' »”"').endswith(".")
        and not line.is_cut
        and line.text.lstrip('«“" ')[:1].isupper()
    )


def _weigh_line(line: Line, labels: dict[int, FurnitureKind]) -> int:
    if line.index in labels:
        return -_TEMPLATE_COST
    if is_sentence(line):
        return min(line.word_count, _MOST_WORDS)
    return -_LABEL_COST if is_label(line) or line.is_bullet else -_TITLE_COST

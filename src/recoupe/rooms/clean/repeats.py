"""Lists of teasers, known by a line of the template that comes again and again."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from recoupe.rooms.clean.lines import Line, fold_line

# Twice may be chance (a refrain, a name); three times with teasers between is a template.
_FEWEST_TIMES = 3
_LABEL_WORDS = 6
_GAP_LINES = 6


def find_teaser_lists(lines: list[Line], known: set[int]) -> list[tuple[int, int]]:
    """Ranges of line indices [start, end) that are lists of teasers.

    A list has a short line that stands three times or more, six lines apart at most, and either
    is a phrase of a template (« Read more ») or parts teasers that are cut off (« ... »).
    Questions and answers that repeat a speaker's name are not lists.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        if line.word_count <= _LABEL_WORDS and not line.is_prose:
            places[fold_line(line.text)].append(line.index)
    ranges: list[tuple[int, int]] = []
    for folded, found in places.items():
        if len(found) < _FEWEST_TIMES:
            continue
        if any(b - a > _GAP_LINES for a, b in pairwise(found)):
            continue
        between = [line for line in lines[found[0] : found[-1]] if fold_line(line.text) != folded]
        cut = sum(line.is_cut for line in between)
        if not between or (found[0] not in known and 2 * cut < len(found)):
            continue
        if (
            found[0] in known
            and 2 * cut < len(found) - 1
            and sum(line.is_prose for line in between) > len(found)
        ):
            continue
        ranges.append((found[0], found[-1] + 1))
    return _join(sorted(ranges))


def _join(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined

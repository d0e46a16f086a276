"""Which passages are worth comparing: those that share a word that tells something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from recoupe.rooms.align.signs import Signs

# A label in more passages than this brings no two together by itself. A story of 100 articles has
# some 5,000 passages; its matter ("explosion", "usine") stands in hundreds of them, and the pairs
# under this cap stay below a million.
COMMONEST_LABEL_UNITS = 120
# A label in so few passages brings two together alone; a more common one needs a second.
RARE_LABEL_UNITS = 12
# A passage of so few keys needs but one label.
SHORT_PASSAGE_KEYS = 3


def find_candidates(signs: Sequence[Signs]) -> dict[int, list[int]]:
    """The passages after each that share a rare label with it or two that are not too common, sorted.

    Labels are the keys of words and the families of near words. Passages of three keys or fewer
    need but one label in common.

    Cost:
        Quadratic in the passages that hold one label, of which there are at most 120.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(signs):
        for label in each.labels:
            holders[label].append(number)
    found: dict[int, set[int]] = defaultdict(set)
    once: dict[int, set[int]] = defaultdict(set)
    short = {number for number, each in enumerate(signs) if len(each.keys) <= SHORT_PASSAGE_KEYS}
    for numbers in holders.values():
        if len(numbers) > COMMONEST_LABEL_UNITS:
            continue
        is_rare = len(numbers) <= RARE_LABEL_UNITS
        for n, a in enumerate(numbers):
            others = numbers[n + 1 :]
            if is_rare or a in short:
                found[a].update(others)
                continue
            held = once[a]
            found[a].update(b for b in others if b in held or b in short)
            held.update(others)
    return {a: sorted(found[a]) for a in sorted(found)}

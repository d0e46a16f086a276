"""Whether what two texts share is a pattern that each fills with other names and numbers."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.rooms.trace.passages import Passage
from recoupe.rooms.trace.word_stream import Word

# In a copy the names and numbers stay, but for one that is corrected or cut. A pattern that is
# filled anew for each town, match or week keeps its other words and changes these. Set on sibling
# events of our own (benchmarks/stories): copies keep 0.8 and more, refilled patterns half at most.
NAMES_KEPT_RATIO = 0.5
NUMBERS_KEPT_RATIO = 0.3
# Numbers are judged by themselves from so many different ones on in each text: the one figure of
# a dispatch may be corrected.
JUDGED_NUMBERS = 2


def is_refilled(passages: Sequence[Passage], one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether the sentences of the passages name others or count otherwise in the two texts.

    What one text alone adds is no sign of it: both must have names that the other lacks.

    Args:
        passages: What the two texts share.
        one: All words of the one.
        other: All words of the other.
    """
    ones = _list_around(one, [(p.one_start, p.one_end) for p in passages])
    others = _list_around(other, [(p.other_start, p.other_end) for p in passages])
    if _part(_keep_names(ones), others, NAMES_KEPT_RATIO) and _part(
        _keep_names(others), ones, NAMES_KEPT_RATIO
    ):
        return True
    numbers, other_numbers = _keep_numbers(ones), _keep_numbers(others)
    return min(len(numbers), len(other_numbers)) >= JUDGED_NUMBERS and (
        _part(numbers, others, NUMBERS_KEPT_RATIO)
        and _part(other_numbers, ones, NUMBERS_KEPT_RATIO)
    )


def _list_around(words: Sequence[Word], stretches: Sequence[tuple[int, int]]) -> list[Word]:
    """The words of the sentences in which stretches of words stand."""
    sentences = {word.sentence for start, end in stretches for word in words[start:end]}
    return [word for word in words if word.sentence in sentences]


def _keep_names(words: Sequence[Word]) -> set[str]:
    return {word.key for word in words if word.is_name}


def _keep_numbers(words: Sequence[Word]) -> set[str]:
    """The numbers, but for the zeros that follow in « 15 000 »."""
    return {word.key for word in words if word.key[0].isdigit() and word.key.strip("0 \u202f\xa0")}


def _part(keys: set[str], others: Sequence[Word], ratio: float) -> bool:
    """Whether fewer than so many of the keys stand among the other words."""
    return bool(keys) and len(keys & {word.key for word in others}) < ratio * len(keys)

"""Whether what two texts share is a pattern that each fills with other names and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoupe.rooms.trace.passages import Passage
from recoupe.rooms.trace.word_stream import Word

# In a copy the names and numbers stay, but for one that is corrected or cut. A pattern that is
# filled anew for each town, match or week keeps its other words and changes these. Set on sibling
# events of our own (benchmarks/stories): copies keep 0.8 and more, refilled patterns half at most.
NAMES_SAME_RATIO = 0.5
NUMBERS_SAME_RATIO = 0.3
# Judged from so many different ones on in each text.
JUDGED = 2


def is_refilled(passages: Sequence[Passage], one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether the sentences of the passages name others and count otherwise in the two texts.

    Args:
        passages: What the two texts share.
        one: All words of the one.
        other: All words of the other.
    """
    ones = _list_names(one, ((p.one_start, p.one_end) for p in passages))
    others = _list_names(other, ((p.other_start, p.other_end) for p in passages))
    if _part(ones, others, NAMES_SAME_RATIO):
        return True
    return _part(set(filter(_is_number, ones)), set(filter(_is_number, others)), NUMBERS_SAME_RATIO)


def _list_names(words: Sequence[Word], stretches: Iterable[tuple[int, int]]) -> set[str]:
    """The names and numbers of the sentences in which the stretches of words stand."""
    sentences = {word.sentence for start, end in stretches for word in words[start:end]}
    return {word.key for word in words if word.is_name and word.sentence in sentences}


def _is_number(key: str) -> bool:
    return key[0].isdigit()


def _part(ones: set[str], others: set[str], ratio: float) -> bool:
    fewer = min(len(ones), len(others))
    return fewer >= JUDGED and len(ones & others) < ratio * fewer

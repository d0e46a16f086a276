"""The passages that two texts share word for word, small changes bridged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.rooms.trace.word_stream import Word

# Shared runs start from so many words in a row ...
SEED_WORDS = 5
# ... go on over at most so many changed words on either side ...
BRIDGE_WORDS = 3
# ... and count from so many words on.
PASSAGE_WORDS = 10
# Share of a passage's words that must be the same: below it two texts share a pattern of small
# words, as two reports of a trade do, not a passage. A copy with one word in six changed stays, a
# pattern filled with other nouns (0.7) goes.
SAME_RATIO = 0.8
# The steps over changed words in the two texts, the shortest first.
_STEPS = sorted(
    ((a, b) for a in range(BRIDGE_WORDS + 1) for b in range(BRIDGE_WORDS + 1) if a or b),
    key=lambda step: (sum(step), step),
)


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A shared passage, in word numbers, half-open, in each of the two texts.

    Attributes:
        one_start: First word in the one text.
        one_end: One past the last.
        other_start: First word in the other text.
        other_end: One past the last.
        shared_words: Words that are the same on both sides.
        own_words: Those of them outside quotation marks.
    """

    one_start: int
    one_end: int
    other_start: int
    other_end: int
    shared_words: int
    own_words: int


def find_passages(one: Sequence[Word], other: Sequence[Word]) -> tuple[Passage, ...]:
    """The passages that both texts have, in the order of the one, disjoint in it.

    Finds verbatim passages and those with a word changed here and there; does not find
    rewording.

    Cost:
        Linear in the words, times the number of places a run of five words stands in.
    """
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, gram in enumerate(_list_grams(other)):
        places[gram].append(n)
    grams = _list_grams(one)
    passages: list[Passage] = []
    at = 0
    for start in [n for n, gram in enumerate(grams) if gram in places]:
        if start < at:
            continue
        found = [_extend(one, other, start, place) for place in places[grams[start]]]
        best = max(found, key=lambda p: (p.shared_words, -p.other_start))
        if _is_passage(best):
            passages.append(best)
            at = best.one_end
    return tuple(passages)


def _is_passage(passage: Passage) -> bool:
    longer = max(passage.one_end - passage.one_start, passage.other_end - passage.other_start)
    return passage.shared_words >= max(PASSAGE_WORDS, SAME_RATIO * longer)


def _list_grams(words: Sequence[Word]) -> list[tuple[str, ...]]:
    """Every `SEED_WORDS` words in a row."""
    keys = [word.key for word in words]
    return list(zip(*(keys[n:] for n in range(SEED_WORDS)), strict=False))


def _extend(one: Sequence[Word], other: Sequence[Word], start: int, place: int) -> Passage:
    """Follow two texts from a common run for as long as they stay together."""
    at, there, shared, own = start, place, 0, 0
    end, other_end = at, there
    while at < len(one) and there < len(other):
        if one[at].key == other[there].key:
            shared += 1
            own += not (one[at].is_quoted or other[there].is_quoted)
            at, there = at + 1, there + 1
            end, other_end = at, there
            continue
        step = _bridge(one, other, at, there)
        if step is None:
            break
        at, there = at + step[0], there + step[1]
    return Passage(start, end, place, other_end, shared, own)


def _bridge(
    one: Sequence[Word], other: Sequence[Word], at: int, there: int
) -> tuple[int, int] | None:
    """The shortest step over changed words after which two words in a row agree again."""
    for a, b in _STEPS:
        if _agree(one, other, at + a, there + b) and _agree(one, other, at + a + 1, there + b + 1):
            return a, b
    return None


def _agree(one: Sequence[Word], other: Sequence[Word], at: int, there: int) -> bool:
    return at < len(one) and there < len(other) and one[at].key == other[there].key

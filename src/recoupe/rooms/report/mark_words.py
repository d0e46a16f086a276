"""The words in which the sides of a difference differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Words with inner hyphens, apostrophes apart; numbers with their inner spaces and commas as one.
_WORD = re.compile(r"\d+(?:[ \u00a0\u202f.,]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*")
# Below this share of common words two sentences are told in other words altogether, and marking
# all that differs would mark everything. Set by looking at the sample story; not tuned further.
COMMON_RATIO = 0.4


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation, and whether it differs from the other sides."""

    text: str
    differs: bool


def mark_differing_words(quotes: Sequence[str], values: Sequence[str]) -> list[tuple[Piece, ...]]:
    """The quotations of all sides cut into pieces that differ and pieces that do not.

    A word differs if no other side has it. Where the quotations have few words in common, only
    the words of a side's value are marked.

    Args:
        quotes: One quotation for each side.
        values: What each side says, in a few words; as many as quotations.

    Example:
        >>> quotes = ["Le feu a fait trois blessés", "Le feu a fait cinq blessés"]
        >>> marked = mark_differing_words(quotes, ["trois", "cinq"])
        >>> [piece.text for side in marked for piece in side if piece.differs]
        ['trois', 'cinq']
    """
    words = [set(find_words(quote)) for quote in quotes]
    kept = [set(find_words(value)) for value in values]
    marked = []
    for n, quote in enumerate(quotes):
        others = set().union(*(w for m, w in enumerate(words) if m != n))
        common = len(words[n] & others) / max(1, len(words[n]))
        own = words[n] - others
        if common < COMMON_RATIO:
            own &= kept[n]
        marked.append(_cut(quote, own))
    return marked


def find_words(text: str) -> list[str]:
    """The words and numbers of a text, folded for comparing.

    Example:
        >>> find_words("Plus de 1 200 blessés")
        ['plus', 'de', '1200', 'blessés']
    """
    return [_fold(found[0]) for found in _WORD.finditer(text)]


def _fold(word: str) -> str:
    return re.sub(r"[ \u00a0\u202f]", "", word).casefold()


def _cut(quote: str, own: set[str]) -> tuple[Piece, ...]:
    """Pieces of a quotation; neighbouring words that differ are one piece."""
    pieces: list[Piece] = []
    at = 0
    for found in _WORD.finditer(quote):
        if _fold(found[0]) not in own:
            continue
        gap = quote[at : found.start()]
        if pieces and pieces[-1].differs and not _WORD.search(gap) and len(gap) <= 2:
            pieces[-1] = Piece(pieces[-1].text + gap + found[0], differs=True)
        else:
            pieces += [Piece(gap, differs=False)] if gap else []
            pieces.append(Piece(found[0], differs=True))
        at = found.end()
    return (*pieces, Piece(quote[at:], differs=False)) if at < len(quote) else tuple(pieces)

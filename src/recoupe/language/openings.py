"""With which letters a match can open: a table of patterns need not all be tried at each word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

# So many letters tell nearly all entries of a table apart; more would cost more than they tell.
OPENING_CHARS = 3

Openings = frozenset[str]
# Openings that nothing more is known of, and those that go on with what follows in the pattern.
_Reading = tuple[Openings, Openings]
_WITHOUT_WIDTH = (kinds.AT, kinds.ASSERT, kinds.ASSERT_NOT)
_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)
# Classes of more characters than this (« [^\W\d] ») are as good as any character.
_MOST_CHARACTERS = 64
# A pattern with more openings than this is read no further.
_MOST_OPENINGS = 512
_NONE: Openings = frozenset()


def fold_letters(text: str) -> str:
    """The text with each letter folded by itself, every offset unchanged.

    Example:
        >>> fold_letters("Straße")
        'strase'
    """
    folded = text.casefold()
    return folded if len(folded) == len(text) else "".join(ch.casefold()[0] for ch in text)


@cache
def find_openings(pattern: str) -> Openings | None:
    r"""The folded letters with which a match of a pattern can open, three or fewer; None for any.

    Where fewer than three are given, anything may follow. The pattern is read without being
    compiled, which takes longer, and with case ignored.

    Example:
        >>> sorted(find_openings(r"\b(?:le )?(?:Maire|préfet)\b"))
        ['le ', 'mai', 'pré']
        >>> find_openings(r"\w+ maire") is None
        True
    """
    settled, going_on = _read(parser.parse(pattern, re.IGNORECASE), frozenset({""}))
    found = settled | going_on
    return None if "" in found else found


def _read(tree: Iterable[tuple[Any, Any]], before: Openings) -> _Reading:
    """What openings become behind a part of a pattern."""
    settled = _NONE
    for kind, value in tree:
        if kind in _WITHOUT_WIDTH:
            continue
        done, before = _read_part(kind, value, before)
        settled |= done
        if not before:
            break
    return settled, before


def _read_part(kind: Any, value: Any, before: Openings) -> _Reading:
    if kind is kinds.LITERAL:
        return _add(before, frozenset({fold_letters(chr(value))}))
    if kind is kinds.IN:
        return _add(before, _read_class(value))
    if kind is kinds.SUBPATTERN:
        return _read(value[3], before)
    if kind is kinds.ATOMIC_GROUP:
        return _read(value, before)
    if kind in _REPEATS:
        settled, after = _read(value[2], before)
        if value[1] > 1:
            settled, after = settled | after, _NONE
        return settled, after | before if value[0] == 0 else after
    if kind is kinds.BRANCH:
        readings = [_read(branch, before) for branch in value[1]]
        return _NONE.union(*(s for s, _ in readings)), _NONE.union(*(g for _, g in readings))
    return before, _NONE


def _add(before: Openings, letters: Openings | None) -> _Reading:
    """The openings with one more letter; as they are where it may be any."""
    if letters is None or len(before) * len(letters) > _MOST_OPENINGS:
        return before, _NONE
    longer = frozenset(opening + letter for opening in before for letter in letters)
    full = frozenset(opening for opening in longer if len(opening) == OPENING_CHARS)
    return full, longer - full


def _read_class(members: Iterable[tuple[Any, Any]]) -> Openings | None:
    letters: set[str] = set()
    for kind, value in members:
        if kind is kinds.LITERAL:
            letters.add(fold_letters(chr(value)))
        elif kind is kinds.RANGE and value[1] - value[0] < _MOST_CHARACTERS:
            letters.update(fold_letters(chr(code)) for code in range(value[0], value[1] + 1))
        else:
            return None
    return frozenset(letters)

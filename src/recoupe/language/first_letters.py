"""With which letters a match can begin: a table of patterns need not all be tried at each word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Letters = frozenset[str]
_WITHOUT_WIDTH = (kinds.AT, kinds.ASSERT, kinds.ASSERT_NOT)
_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)
# Classes of more characters than this (« [^\W\d] ») are as good as any character.
_MOST_CHARACTERS = 64


def fold_first(text: str) -> str:
    """The first letter of a text as `find_first_letters` gives it; "" for no text."""
    return text[:1].casefold()[:1]


@cache
def find_first_letters(pattern: str) -> Letters | None:
    r"""The letters with which a match of a pattern can begin, folded; None where any could.

    The pattern is read without being compiled, which takes longer, and with case ignored.

    Example:
        >>> sorted(find_first_letters(r"\b(?:le )?(?:Maire|préfet)\b"))
        ['l', 'm', 'p']
        >>> find_first_letters(r"\w+ maire") is None
        True
    """
    letters, goes_on = _read(parser.parse(pattern, re.IGNORECASE))
    return None if goes_on else letters


def _read(tree: Iterable[tuple[Any, Any]]) -> tuple[Letters | None, bool]:
    """First letters of a part of a pattern, and whether it can match without taking any."""
    letters: Letters = frozenset()
    for kind, value in tree:
        if kind in _WITHOUT_WIDTH:
            continue
        first, goes_on = _read_part(kind, value)
        if first is None:
            return None, False
        letters |= first
        if not goes_on:
            return letters, False
    return letters, True


def _read_part(kind: Any, value: Any) -> tuple[Letters | None, bool]:
    if kind is kinds.LITERAL:
        return frozenset({fold_first(chr(value))}), False
    if kind is kinds.IN:
        return _read_class(value), False
    if kind is kinds.SUBPATTERN:
        return _read(value[3])
    if kind is kinds.ATOMIC_GROUP:
        return _read(value)
    if kind in _REPEATS:
        letters, goes_on = _read(value[2])
        return letters, goes_on or value[0] == 0
    if kind is kinds.BRANCH:
        branches = [_read(branch) for branch in value[1]]
        if any(letters is None for letters, _ in branches):
            return None, False
        joined = frozenset(letter for letters, _ in branches for letter in letters or ())
        return joined, any(goes_on for _, goes_on in branches)
    return None, False


def _read_class(members: Iterable[tuple[Any, Any]]) -> Letters | None:
    letters: set[str] = set()
    for kind, value in members:
        if kind is kinds.LITERAL:
            letters.add(fold_first(chr(value)))
        elif kind is kinds.RANGE and value[1] - value[0] < _MOST_CHARACTERS:
            letters.update(fold_first(chr(code)) for code in range(value[0], value[1] + 1))
        else:
            return None
    return frozenset(letters)

"""Which words a text must hold for a pattern to match: a cheap look before a dear one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Words = frozenset[str]
# A class of more characters than the ten digits tells little of a text.
_MOST_CHARACTERS = 10
_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)


def might_match(pattern: re.Pattern[str], folded: str) -> bool:
    r"""Whether a pattern can match in a text at all; False is certain, True is not.

    Args:
        pattern: The compiled pattern.
        folded: The stretch of text that a match must lie in, after `str.casefold`.

    Example:
        >>> might_match(re.compile(r"\b(?:lun|mar)di\b"), "il pleut")
        False
        >>> might_match(re.compile(r"\d+"), "il pleut")
        True
    """
    for words in find_needed_words(pattern):
        for word in words:
            if word in folded:
                break
        else:
            return False
    return True


@cache
def find_needed_words(pattern: re.Pattern[str]) -> tuple[tuple[str, ...], ...]:
    r"""Sets of words, of each of which every match of a pattern holds one; the rarest set first.

    Casefolded and sorted. Empty where nothing is known, as for « \d+ ». What stands in lookarounds
    is not counted, since it may lie outside the match.

    Example:
        >>> find_needed_words(re.compile("(?:le |du )?(?:premier|second)s? tour"))
        (('premier', 'second'), (' tour',))

    Source:
        The prefilter of RE2 (Cox, « Regular Expression Matching with a Trigram Index », 2012).
    """
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    sets = {words for words in _list_alternatives(tree) if _measure_shortest(words)}
    return tuple(
        tuple(sorted(words))
        for words in sorted(sets, key=lambda w: (-_measure_shortest(w), len(w), sorted(w)))
    )


def _list_alternatives(tree: Iterable[tuple[Any, Any]]) -> list[Words]:
    r"""Sets of words, of each of which a match holds one."""
    found: list[Words] = []
    run = ""
    for kind, value in tree:
        if kind is kinds.LITERAL:
            run += chr(value)
            continue
        if kind is kinds.AT:
            continue
        if run:
            found.append(_fold(run))
            run = ""
        if kind is kinds.IN:
            found.append(_list_characters(value))
        elif kind is kinds.SUBPATTERN:
            found.append(_choose_best(_list_alternatives(value[3])))
        elif kind is kinds.ATOMIC_GROUP:
            found.append(_choose_best(_list_alternatives(value)))
        elif kind in _REPEATS and value[0] > 0:
            found.append(_choose_best(_list_alternatives(value[2])))
        elif kind is kinds.BRANCH:
            branches = [_choose_best(_list_alternatives(branch)) for branch in value[1]]
            found.append(frozenset().union(*branches) if all(branches) else frozenset())
    if run:
        found.append(_fold(run))
    return found


def _fold(run: str) -> Words:
    return frozenset({run.casefold()})


def _list_characters(members: Iterable[tuple[Any, Any]]) -> Words:
    """The characters of a class; none where it is negated, large or one of categories."""
    characters: set[str] = set()
    for kind, value in members:
        if kind is kinds.LITERAL:
            characters.add(chr(value).casefold())
        elif kind is kinds.RANGE and value[1] - value[0] < _MOST_CHARACTERS:
            characters.update(chr(code).casefold() for code in range(value[0], value[1] + 1))
        else:
            return frozenset()
    return frozenset(characters)


def _choose_best(alternatives: Sequence[Words]) -> Words:
    """The set whose shortest word is longest, of equals the smallest; empty where there is none."""
    return max(
        alternatives,
        key=lambda words: (_measure_shortest(words), -len(words), sorted(words)),
        default=frozenset(),
    )


def _measure_shortest(words: Words) -> int:
    """Length of the shortest word, white space aside; 0 for no words."""
    return min((len(word.strip()) for word in words), default=0)

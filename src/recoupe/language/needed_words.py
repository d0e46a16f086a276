"""Which words a text must hold for a pattern to match: a cheap look before a dear one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Words = frozenset[str]
# All texts that a part of a pattern matches, None where they are many or unknown; and sets of
# words, of each of which a match of the part holds one.
Reading = tuple[Words | None, list[Words]]

NOTHING: Words = frozenset({""})
# A class of more characters than the ten digits tells little of a text.
_MOST_CHARACTERS = 10
# More texts than this are not joined with what follows them.
_MOST_WORDS = 64
_WITHOUT_WIDTH = (kinds.AT, kinds.ASSERT, kinds.ASSERT_NOT)
_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)


def might_match(
    pattern: re.Pattern[str], folded: str, known: dict[Words, bool] | None = None
) -> bool:
    r"""Whether a pattern can match in a text at all; False is certain, True is not.

    It pays for patterns that look for long alternatives all over a text. One tied to the start of a
    line fails sooner by itself.

    Args:
        pattern: The compiled pattern.
        folded: The stretch of text that a match must lie in, after `str.casefold`.
        known: What has been looked for in this text; handed from one pattern of a grammar to the
            next, it saves looking for the same words again.

    Example:
        >>> might_match(re.compile(r"\b(?:lun|mar)di\b"), "il pleut")
        False
        >>> might_match(re.compile(r"\d+"), "il pleut")
        True
    """
    known = {} if known is None else known
    for words in _find_needed(pattern.pattern, pattern.flags):
        holds = known.get(words)
        if holds is None:
            holds = known[words] = any(map(folded.__contains__, words))
        if not holds:
            return False
    return True


def find_needed_words(pattern: re.Pattern[str]) -> tuple[Words, ...]:
    r"""Sets of words, of each of which every match of a pattern holds one; the rarest set first.

    Casefolded. Empty where nothing is known, as for « \d+ ». What stands in lookarounds is not
    counted, since it may lie outside the match.

    Example:
        >>> [sorted(words) for words in find_needed_words(re.compile("(?:le )?(?:beau|bon) temps"))]
        [['beau temps', 'bon temps']]

    Source:
        The prefilter of RE2 (Cox, « Regular Expression Matching with a Trigram Index », 2012).
    """
    return _find_needed(pattern.pattern, pattern.flags)


# By the text of the pattern: a compiled one is hashed anew, all its code, each time it is asked for.
@cache
def _find_needed(source: str, flags: int) -> tuple[Words, ...]:
    exact, found = _read(parser.parse(source, flags & ~re.UNICODE))
    sets = {_drop_longer(words) for words in (*found, exact or frozenset()) if _is_telling(words)}
    return tuple(sorted(sets, key=_rank))


def _read(tree: Iterable[tuple[Any, Any]]) -> Reading:
    """A part of a pattern, its pieces joined for as long as all their texts are few and known."""
    found: list[Words] = []
    exact = NOTHING
    is_whole = True
    for kind, value in tree:
        piece, others = _read_piece(kind, value)
        found.extend(others)
        joined = None if piece is None else frozenset(a + b for a in exact for b in piece)
        if joined is not None and len(joined) <= _MOST_WORDS:
            exact = joined
            continue
        is_whole = False
        found.append(exact)
        exact = NOTHING if piece is None else piece
    return (exact, []) if is_whole else (None, [*found, exact])


def _read_piece(kind: Any, value: Any) -> Reading:
    if kind is kinds.LITERAL:
        return frozenset({chr(value).casefold()}), []
    if kind in _WITHOUT_WIDTH:
        return NOTHING, []
    if kind is kinds.IN:
        return _list_characters(value), []
    if kind is kinds.SUBPATTERN:
        return _read(value[3])
    if kind is kinds.ATOMIC_GROUP:
        return _read(value)
    if kind is kinds.BRANCH:
        return _read_branches([_read(branch) for branch in value[1]])
    if kind in _REPEATS:
        exact, found = _read(value[2])
        if value[0] > 0:
            return None, [*found, exact or NOTHING]
        return (exact | NOTHING if exact is not None and value[1] == 1 else None), []
    return None, []


def _read_branches(branches: Sequence[Reading]) -> Reading:
    """All texts of all branches, else of each branch the set of words that tells most."""
    known = [exact for exact, _ in branches if exact is not None]
    if len(known) == len(branches):
        return frozenset().union(*known), []
    best = [min([exact or NOTHING, *found], key=_rank) for exact, found in branches]
    return None, [frozenset().union(*best)]


def _list_characters(members: Iterable[tuple[Any, Any]]) -> Words | None:
    """The characters of a class; None where it is negated, large or one of categories."""
    characters: set[str] = set()
    for kind, value in members:
        if kind is kinds.LITERAL:
            characters.add(chr(value).casefold())
        elif kind is kinds.RANGE and value[1] - value[0] < _MOST_CHARACTERS:
            characters.update(chr(code).casefold() for code in range(value[0], value[1] + 1))
        else:
            return None
    return frozenset(characters)


def _drop_longer(words: Words) -> Words:
    """The words that hold no other of them: « années » tells nothing that « année » does not."""
    return frozenset(w for w in words if not any(o != w and o in w for o in words))


def _is_telling(words: Words) -> bool:
    return _measure_shortest(words) > 0


def _rank(words: Words) -> tuple[int, int, list[str]]:
    """The set whose shortest word is longest first, of equals the smallest."""
    return -_measure_shortest(words), len(words), sorted(words)


def _measure_shortest(words: Words) -> int:
    """Length of the shortest word, white space aside; 0 for no words."""
    return min((len(word.strip()) for word in words), default=0)

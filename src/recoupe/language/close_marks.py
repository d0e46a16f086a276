"""Words of a list with the quotation marks that their cutting left alone set in pairs again."""

from __future__ import annotations

_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›"}
_CLOSERS = {"»": "«", "”": "“", "›": "‹"}
_STRAIGHT = '"'
_THIN_SPACE = "\u202f"


def close_marks(words: str) -> str:
    """Words whose quotation marks stand in pairs: a lone opening one is closed, a lone closing one opened.

    For lists that show a passage without its neighbours: « sans réserve » is printed for evidence
    that starts after its opening mark. Apostrophes and marks within marks are left as they are.

    Example:
        >>> close_marks("il n’y aurait “ni gel, ni report")
        'il n’y aurait “ni gel, ni report”'
        >>> close_marks('retour" prévu lundi')
        '"retour" prévu lundi'
    """
    waiting: list[str] = []
    before = ""
    for mark in words:
        if waiting and mark == _PAIRS.get(waiting[-1]):
            waiting.pop()
        elif mark in _PAIRS:
            waiting.append(mark)
        elif mark in _CLOSERS:
            before = _CLOSERS[mark] + _find_space(words, mark) + before
    after = "".join(_find_space(words, mark) + _PAIRS[mark] for mark in reversed(waiting))
    if words.count(_STRAIGHT) % 2:
        if _is_opening(words, words.rindex(_STRAIGHT)):
            after += _STRAIGHT
        else:
            before += _STRAIGHT
    return before + words + after


def _find_space(words: str, mark: str) -> str:
    """The space that French sets inside guillemets, where these words do."""
    if mark not in "«»":
        return ""
    at = words.index(mark)
    beside = words[at + 1 : at + 2] if mark == "«" else words[max(0, at - 1) : at]
    return _THIN_SPACE if beside.isspace() else ""


def _is_opening(words: str, at: int) -> bool:
    """Whether a straight mark stands before a word rather than after one."""
    return words[at + 1 : at + 2].isalnum() and not words[at - 1 : at].isalnum()

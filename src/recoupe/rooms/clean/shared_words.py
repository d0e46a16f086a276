"""Whether a paragraph goes on with the matter of the article."""

from __future__ import annotations

import re

from recoupe.rooms.clean.lines import Line

# A paragraph that shares so many names or long words with what stands before it goes on with the article.
_SHARED_WORDS = 3
_SHARED_RATIO = 0.2
_WORD = re.compile(r"[^\W\d_]{5,}")


def goes_on(words: set[str], before: set[str]) -> bool:
    """Whether a paragraph has enough words in common with the article so far."""
    shared = len(words & before)
    return shared >= _SHARED_WORDS and shared >= _SHARED_RATIO * len(words)


def list_long_words(lines: list[Line]) -> set[str]:
    """The words of five letters or more, in lower case."""
    return {word.casefold() for line in lines for word in _WORD.findall(line.text)}

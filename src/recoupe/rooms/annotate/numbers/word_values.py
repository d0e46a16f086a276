"""The value of number words, joined as a language's numerals join."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

HUNDRED = 100
THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class NumberWord:
    """One word of a number.

    Attributes:
        start: First code point in the text.
        end: One past the last.
        role: How it joins: "small" (0 to 16), "score" (20, also multiplies), "ten", "hundred",
            "scale" and "scale_noun" (thousand and up), "collective" (a dozen or so), "half",
            "fraction" (after a number), "share" and "multiple" (closed by themselves).
        value: What it stands for alone.
        text: The word, lower case.
    """

    start: int
    end: int
    role: str
    value: float
    text: str


@dataclass(slots=True)
class Sum:
    """A number in the making: what is final, and the group below the next scale word.

    Attributes:
        total: What scale words have closed.
        group: What is still open, below 1000.
        last_scale: The last scale word's value; a later one may only be smaller, or larger and
            multiply all before it.
        words: How many words have been taken.
    """

    total: float = 0
    group: float = 0
    last_scale: float = float("inf")
    words: int = 0
    roles: list[str] = field(default_factory=list)

    @property
    def value(self) -> float:
        """What the words taken so far amount to."""
        return self.total + self.group

    def take(self, word: NumberWord) -> bool:
        """Take one more word; False, and nothing changed, where the number ends before it."""
        joins = {
            "small": self._add,
            "ten": self._add,
            "score": self._add_score,
            "hundred": self._multiply_hundred,
            "scale": self._multiply_scale,
            "scale_noun": self._multiply_scale,
        }
        if word.role not in joins or not joins[word.role](word.value):
            return False
        self.words += 1
        self.roles.append(word.role)
        return True

    def _add(self, value: float) -> bool:
        """Twenty and three, sixty and fourteen, hundred and five; not two and three."""
        tail = self.group % HUNDRED
        fits = (
            (tail == 0 and not (self.group == 0 and self.words and self._is_zero()))
            or (tail in {60, 80} and 0 < value < 20)
            or (tail in {10, 70, 90} and 7 <= value < 10 and self.roles[-1:] == ["small"])
            or (20 <= tail < HUNDRED and tail % 10 == 0 and 0 < value < 10)
        )
        if not fits or (value == 0 and self.words) or (self.words and self._is_zero()):
            return False
        self.group += value
        return True

    def _is_zero(self) -> bool:
        return self.value == 0

    def _add_score(self, value: float) -> bool:
        """Twenty alone, or four times twenty."""
        if self.group % HUNDRED == 4 and self.roles[-1:] == ["small"]:
            self.group += 4 * value - 4
            return True
        return self._add(value)

    def _multiply_hundred(self, value: float) -> bool:
        if not (self.group < 10 or (self.total == 0 and 10 < self.group < 20)):
            return False
        if self.words and self._is_zero():
            return False
        self.group = max(self.group, 1) * value
        return True

    def _multiply_scale(self, value: float) -> bool:
        closed = self.total // value * value if self.last_scale > value else 0
        part = self.total - closed + self.group
        if self.words and (self.last_scale <= value and self.group) and self.last_scale != THOUSAND:
            return False
        if self.last_scale == value or (self.words and part == 0):
            return False
        self.total = closed + max(part, 1) * value
        self.group = 0
        self.last_scale = value
        return True


def add_words(words: Sequence[NumberWord]) -> tuple[float, int]:
    """The value of the longest number that the words begin with, and how many words it takes.

    Words that cannot join end it: in « deux trois » the number is « deux ». A word that makes no
    number by itself (« dizaine », « demi ») gives (0, 0).

    Example:
        >>> four = NumberWord(0, 6, "small", 4, "quatre")
        >>> twenty = NumberWord(7, 12, "score", 20, "vingt")
        >>> ten = NumberWord(13, 16, "small", 10, "dix")
        >>> add_words([four, twenty, ten])
        (90, 3)
    """
    number = Sum()
    for word in words:
        if not number.take(word):
            break
    return number.value, number.words

"""How much of an article and how much furniture a text holds, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from benchmarks.article_text.make_pages import BODY, END, NEUTRAL

_MARK = re.compile(f"([{BODY}{NEUTRAL}{END}])")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of words, of one page or of many.

    Attributes:
        body: Words of the article.
        kept_body: Those that the text holds.
        furniture: Words that are neither the article's nor neutral.
        kept_furniture: Those that the text holds.
        strange: Words of the text that do not stand on the page in this order.
    """

    body: int = 0
    kept_body: int = 0
    furniture: int = 0
    kept_furniture: int = 0
    strange: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall of the article's words."""
        wrong = self.kept_furniture + self.strange
        return 2 * self.kept_body / max(1, self.kept_body + wrong + self.body)

    @property
    def dropped_ratio(self) -> float:
        """Share of the article's words that the text does not hold."""
        return 1 - self.kept_body / max(1, self.body)

    @property
    def kept_ratio(self) -> float:
        """Share of the furniture's words that the text holds."""
        return self.kept_furniture / max(1, self.furniture)


def score_text(text: str, marked: str) -> Score:
    """The counts of one text against the words of its page in reading order.

    Args:
        text: What a tool gives as the article.
        marked: The page's visible text with the marks of `make_pages`.
    """
    words, labels = _read_marked(marked)
    found = [word.casefold() for word in _WORD.findall(text)]
    matcher = SequenceMatcher(None, words, found, autojunk=False)
    kept = [
        labels[block.a + step]
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    ]
    return Score(
        labels.count(BODY),
        kept.count(BODY),
        labels.count(END),
        kept.count(END),
        len(found) - len(kept),
    )


def sum_scores(scores: Iterable[Score]) -> Score:
    """The counts of several texts together."""
    listed = list(scores)
    return Score(
        sum(score.body for score in listed),
        sum(score.kept_body for score in listed),
        sum(score.furniture for score in listed),
        sum(score.kept_furniture for score in listed),
        sum(score.strange for score in listed),
    )


def _read_marked(marked: str) -> tuple[list[str], list[str]]:
    """The words of a page and what each is: BODY, NEUTRAL, or END for furniture."""
    words: list[str] = []
    labels: list[str] = []
    label = END
    for piece in _MARK.split(marked):
        if piece in {BODY, NEUTRAL, END}:
            label = piece
        else:
            found = [word.casefold() for word in _WORD.findall(piece)]
            words += found
            labels += [label] * len(found)
    return words, labels

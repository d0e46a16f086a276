"""The lines of a text and what can be seen of each without reading it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recoupe.records import Article, strip_span

# A line of prose: most sentences of the press have more than eight words, and titles seldom end
# with a full stop. Judgment, checked on the pages of the tests.
PROSE_WORDS = 9
LONG_WORDS = 28
# Headlines and subheadings are often questions; a longer one is a paragraph.
QUESTION_WORDS = 18
# Endings are looked for in so many last characters, so that a line of megabytes costs no more.
_ENDING_CHARS = 120
# Rows of a site's sections, copied as one line, have dozens of words, most with a capital.
_ROW_WORDS = 14
_ROW_SAMPLE_WORDS = 60
_CAPITAL_RATIO = 0.6
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CLOSED = re.compile(r"[.!?…:;,]\s*[»”\"')\]]*\s*(?:\([^()]{1,40}\))?\s*$|[»”]\s*$")
_FULL_STOP = re.compile(
    r"(?<!\.)[.!]\s*[»”\"')\]]*\s*(?:\([^()]{1,40}\))?\s*$|\.{3}\s*[»”\"]\s*\.?$"
)
_QUESTION = re.compile(r"\?\s*[»”\"')\]]*\s*$")
_CUT_OFF = re.compile(r"(?:\.{3}|…|\[(?:…|\.{3})\])\s*$")
_BULLET = re.compile(r"^\s*(?:[•●▪‣·*–—-]|\d{1,2}[.)])\s+\S")
_SAME_LENGTH = str.maketrans("\xa0\u202f\u2009’‘ʼ", "   '''")


# The longest reports have some 60,000 characters on one line where a page lost its line ends; more, or
# a "word" of more than this, is data and no article.
DATA_LINE_CHARS = 200_000
DATA_WORD_CHARS = 2_000
_LONG_WORD = re.compile(rf"\S{{{DATA_WORD_CHARS}}}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says something.

    Attributes:
        index: Its place among such lines.
        start: Where it starts in the text, white space stripped.
        end: One past its end.
        text: Its words, no-break spaces and apostrophes made plain; as long as the line.
        gap: Empty lines before it.
        word_count: Its words.
        is_prose: Whether it reads as a sentence or paragraph.
        is_cut: Whether it ends in the middle of a sentence (« ... »).
        is_bullet: Whether it is an item of a list.
    """

    index: int
    start: int
    end: int
    text: str
    gap: int
    word_count: int
    is_prose: bool
    is_cut: bool
    is_bullet: bool

    @property
    def is_data(self) -> bool:
        """Whether it is too long for text, or holds a word that is."""
        return len(self.text) > DATA_LINE_CHARS or (
            len(self.text) > DATA_WORD_CHARS and bool(_LONG_WORD.search(self.text))
        )

    @property
    def is_closed(self) -> bool:
        """Whether it ends with punctuation, as headlines and labels do not."""
        return bool(_CLOSED.search(self.text[-_ENDING_CHARS:]))


def cut_lines(article: Article) -> list[Line]:
    """The lines of an article's text that hold more than white space, in text order."""
    lines: list[Line] = []
    start = gap = 0
    text = article.text
    for raw in text.splitlines(keepends=True):
        span = strip_span(text, start, start + len(raw))
        start += len(raw)
        if span is None:
            gap += 1
            continue
        plain = span.cut(text).translate(_SAME_LENGTH)
        count = len(_WORD.findall(plain))
        ending = plain[-_ENDING_CHARS:]
        is_cut = bool(_CUT_OFF.search(ending))
        is_prose = not is_cut and (
            (count >= LONG_WORDS and not is_capital_row(plain))
            or (count >= PROSE_WORDS and bool(_FULL_STOP.search(ending)))
            or (count >= QUESTION_WORDS and bool(_QUESTION.search(ending)))
        )
        lines.append(
            Line(
                len(lines),
                span.start,
                span.end,
                plain,
                gap,
                count,
                is_prose,
                is_cut,
                bool(_BULLET.match(plain)),
            )
        )
        gap = 0
    return lines


def is_capital_row(text: str) -> bool:
    """Whether most words of a long line have capitals and nothing parts them: a menu run together.

    Headlines in capitals are shorter; lists of names have commas.
    """
    words = text.split(None, _ROW_SAMPLE_WORDS)[:_ROW_SAMPLE_WORDS]
    if (
        len(words) < _ROW_WORDS
        or "," in text[:_ENDING_CHARS]
        or _FULL_STOP.search(text[-_ENDING_CHARS:])
    ):
        return False
    return sum(word[0].isupper() for word in words) >= _CAPITAL_RATIO * len(words)


def fold_line(text: str) -> str:
    """What two copies of a line have in common: letters and digits in lower case."""
    return "".join(ch for ch in text.casefold() if ch.isalnum())

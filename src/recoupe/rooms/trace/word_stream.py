"""The words of an article's own text, in order, for the comparison of texts."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from recoupe.language.repair import repair_mojibake
from recoupe.records import Article, Span

OPENING = frozenset("«“‹")
CLOSING = frozenset("»”›")
NAME_POS = frozenset({"PROPN", "NUM"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word made comparable.

    Attributes:
        key: Lower case, compatibility forms folded, apostrophes alike.
        start: First code point in the article's text.
        end: One past the last.
        is_quoted: Whether it stands inside quotation marks. Two reporters who heard one speech
            share its words without having copied each other.
        is_name: Whether it is a name or a number: what tells a copy from another text that fills
            the same pattern.
        sentence: Number of its sentence.
    """

    key: str
    start: int
    end: int
    is_quoted: bool
    is_name: bool
    sentence: int


def list_words(article: Article) -> tuple[Word, ...]:
    """The words of the parsed sentences, marks left out, in text order.

    A quotation ends at the latest with its sentence's paragraph, so that one unclosed mark does
    not turn the rest of the article into a quotation.
    """
    words: list[Word] = []
    quoted = False
    last_end = 0
    for number, sentence in enumerate(article.sentences):
        if "\n" in article.text[last_end : sentence.span.start]:
            quoted = False
        for token in sentence.tokens:
            if token.text in OPENING:
                quoted = True
            elif token.text in CLOSING:
                quoted = False
            elif token.text.isalnum() or any(map(str.isalnum, token.text)):
                is_name = token.pos in NAME_POS or token.text[0].isdigit()
                words.append(
                    Word(fold_word(token.text), token.start, token.end, quoted, is_name, number)
                )
        last_end = sentence.span.end
    return tuple(words)


def fold_word(text: str) -> str:
    """A word in lower case, compatibility forms folded, apostrophes alike."""
    plain = (
        text
        if text.isascii()
        else unicodedata.normalize("NFKC", repair_mojibake(text)).replace("’", "'")
    )
    return plain.lower()


def span_of(words: tuple[Word, ...], start: int, end: int) -> Span:
    """The stretch of text from one word to another, by their numbers, half-open."""
    return Span(words[start].start, words[end - 1].end)

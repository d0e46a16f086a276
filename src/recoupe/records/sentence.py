"""The parse of a sentence, so that rooms after `annotate` need no parser."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.records.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark.

    Attributes:
        start: First code point in the article's text.
        end: One past the last.
        text: The word as printed.
        lemma: Dictionary form, lower case for common words.
        pos: Universal part of speech ("NOUN", "VERB", ...).
        dep: Universal dependency relation to the head ("nsubj", ...).
        head: Index of the head in the sentence's tokens; the root is its own head.
        morph: Universal features as spaCy prints them ("Number=Sing|Person=3").
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    morph: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a line of the article, furniture that is dropped left out.

    Attributes:
        span: Where it stands in the text as read.
        tokens: Its words in order, white space left out.
        is_heading: Whether it is a heading or a title rather than running text.
    """

    span: Span
    tokens: tuple[Token, ...]
    is_heading: bool = False

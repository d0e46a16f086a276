"""The words of a subject, as spans of the text."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.records import Span
from recoupe.rooms.annotate.statements.noun_phrases import NounPhrase
from recoupe.rooms.annotate.statements.passage import Passage


@dataclass(frozen=True, slots=True)
class Subject:
    """The words of a speaker.

    Attributes:
        span: The words, in characters.
        head: Index of the token that heads them.
        end: One past their last token.
    """

    span: Span
    head: int
    end: int


def to_subject(passage: Passage, phrase: NounPhrase) -> Subject:
    """A noun phrase as a subject, without marks at its ends."""
    start, end = phrase.start, phrase.end
    while (
        end - 1 > phrase.head and passage.doc[end - 1].is_punct and passage.doc[end - 1].text != ")"
    ):
        end -= 1
    first = passage.doc[start]
    begin = first.idx + (len(first.text) - len(first.text.lstrip("-")) if first.text != "-" else 0)
    if first.lower_.startswith("-t-"):
        begin = first.idx + 3
    return Subject(Span(begin, passage.char_end(end)), phrase.head, end)

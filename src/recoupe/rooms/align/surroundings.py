"""What of an article stands in and around each of its sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from recoupe.records import Article, Figure, Furniture, Sentence, Span, Statement, Token

# Figures of these units say when or how old, not how many.
NOT_COUNTS = ("date", "ordinal", "duration", "age")
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A sentence with what the article says of its words.

    Attributes:
        article: Its article.
        sentence: The sentence.
        statements: Those of which a piece of content or the cue touches it, in the article's order.
        furniture: The spans of furniture that touch it.
        figures: Indices of the words of its figures that count something.
    """

    article: Article
    sentence: Sentence
    statements: tuple[Statement, ...]
    furniture: tuple[Span, ...]
    figures: frozenset[int]

    @property
    def cues(self) -> list[Span]:
        """The cues of its statements and the words that name their speakers."""
        return [s.cue for s in self.statements if s.cue] + [
            s.speaker.mention for s in self.statements if s.speaker and s.speaker.mention
        ]


def look_around(article: Article) -> Iterator[Surroundings]:
    """Each sentence of an article with what stands in and around it, in text order."""
    sentences = article.sentences
    statements = _share_out(sentences, article.statements, _list_parts)
    furniture = _share_out(sentences, article.furniture, _list_span)
    figures = _share_out(
        sentences, (f for f in article.figures if not f.unit.startswith(NOT_COUNTS)), _list_span
    )
    for sentence, near, dropped, counts in zip(
        sentences, statements, furniture, figures, strict=True
    ):
        yield Surroundings(
            article,
            sentence,
            tuple(near),
            tuple(piece.span for piece in dropped),
            find_words(sentence.tokens, [figure.span for figure in counts]),
        )


def find_words(tokens: Sequence[Token], spans: Sequence[Span]) -> frozenset[int]:
    """Indices of the words that have a character in common with one of some spans."""
    if not spans:
        return frozenset()
    return frozenset(
        n
        for n, token in enumerate(tokens)
        if any(span.start < token.end and token.start < span.end for span in spans)
    )


def _list_parts(statement: Statement) -> list[Span]:
    return [*statement.content, *([statement.cue] if statement.cue else [])]


def _list_span(item: Figure | Furniture) -> list[Span]:
    return [item.span]


def _share_out(
    sentences: Sequence[Sentence], items: Iterable[Item], list_spans: Callable[[Item], list[Span]]
) -> list[list[Item]]:
    """For each sentence the items of which a span touches it, in their order."""
    starts = [sentence.span.start for sentence in sentences]
    ends = [sentence.span.end for sentence in sentences]
    found: list[list[Item]] = [[] for _ in sentences]
    for item in items:
        touched = {
            n
            for span in list_spans(item)
            for n in range(bisect_right(ends, span.start), bisect_left(starts, span.end))
        }
        for n in sorted(touched):
            found[n].append(item)
    return found

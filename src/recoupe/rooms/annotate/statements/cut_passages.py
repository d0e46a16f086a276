"""The sentences of a document with what the rules ask of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from recoupe.records import Mention
from recoupe.rooms.annotate.statements.passage import Passage
from recoupe.rooms.annotate.statements.quotes import Quote, find_quotes

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc


# A longer sentence is no prose but a list or a page without punctuation; it is read in pieces, so
# that the rules stay linear in the text.
SENTENCE_LIMIT_TOKENS = 250


def cut_passages(doc: Doc, text: str, language: str) -> Iterator[Passage]:
    """The sentences of the paragraphs in text order."""
    mentions = _index_mentions(doc, doc.mentions)
    moments = _index_moments(doc)
    for start, end in doc.paragraphs:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        sents = [(s.start, s.end) for s in span.sents]
        ends = tuple(doc[b - 1].idx + len(doc[b - 1].text) for _, b in sents)
        quotes: tuple[Quote, ...] = find_quotes(text, start, end, ends)
        for first, last in sents:
            a, b = max(first, span.start), min(last, span.end)
            while a < b and doc[a].is_space:
                a += 1
            while b > a and doc[b - 1].is_space:
                b -= 1
            for piece in range(a, b, SENTENCE_LIMIT_TOKENS):
                stop = min(piece + SENTENCE_LIMIT_TOKENS, b)
                yield Passage(
                    doc, text, piece, stop, (start, end), quotes, mentions, moments, language
                )


def _index_mentions(doc: Doc, mentions: Sequence[Mention]) -> dict[int, Mention]:
    index: dict[int, Mention] = {}
    for mention in mentions:
        span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        for at in range(span.start, span.end) if span is not None else ():
            index.setdefault(at, mention)
    return index


def _index_moments(doc: Doc) -> dict[int, int]:
    index: dict[int, int] = {}
    for moment in doc.moments:
        span = doc.char_span(moment.span.start, moment.span.end, alignment_mode="expand")
        if span is not None:
            index.update(dict.fromkeys(range(span.start, span.end), span.end))
    return index

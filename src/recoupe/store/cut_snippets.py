"""The passage of a text that shows best why it was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.records import Article, Span, merge_spans
from recoupe.store.match_words import find_matches
from recoupe.store.read_query import Term

# About three lines of a list on a wide screen.
LONGEST_CHARS = 280
# How much is shown before the first match where a passage is cut.
LEAD_CHARS = 80


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage with what was found in it.

    Attributes:
        text: The passage, letter for letter from the article.
        span: Where it stands in the article's text.
        matches: What was found, disjoint spans of the article's text, in text order.
        is_cut_before: Whether the sentence or statement begins before it.
        is_cut_after: Whether it goes on after it.
    """

    text: str
    span: Span
    matches: tuple[Span, ...] = ()
    is_cut_before: bool = False
    is_cut_after: bool = False

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The text in pieces, each with whether it is a match: what a template marks."""
        at = self.span.start
        for match in self.matches:
            if match.start > at:
                yield self._cut(at, match.start), False
            yield self._cut(match.start, match.end), True
            at = match.end
        if at < self.span.end:
            yield self._cut(at, self.span.end), False

    def _cut(self, start: int, end: int) -> str:
        return self.text[start - self.span.start : end - self.span.start]


def cut_snippet(article: Article, places: Sequence[Span], terms: Sequence[Term]) -> Snippet:
    """The place where most of the terms stand, the first of equals.

    Args:
        article: Whose text is cut.
        places: Sentences or statements to choose from, in text order; at least one.
        terms: As `add_forms` gives them.
    """
    place, matches = places[0], find_matches(article.text, terms, places[0])
    most = _count_terms(matches)
    for other in places[1:]:
        if most == len(terms):
            break
        here = find_matches(article.text, terms, other)
        if _count_terms(here) > most:
            place, matches, most = other, here, _count_terms(here)
    spans = merge_spans(span for span, _ in matches)
    shown = _narrow(article.text, place, spans[0].start if spans else place.start)
    return Snippet(
        text=shown.cut(article.text),
        span=shown,
        matches=tuple(s for s in spans if shown.contains(s)),
        is_cut_before=shown.start > place.start,
        is_cut_after=shown.end < place.end,
    )


def _narrow(text: str, place: Span, first_match: int) -> Span:
    """At most so many characters of a place, from a word's start to a word's end."""
    if place.length_chars <= LONGEST_CHARS:
        return place
    start = place.start
    if first_match - place.start > LEAD_CHARS:
        start = text.find(" ", first_match - LEAD_CHARS, first_match) + 1 or first_match
    end = min(place.end, start + LONGEST_CHARS)
    if end < place.end:
        space = text.rfind(" ", start + 1, end)
        end = space if space > first_match else end
    return Span(start, end)


def _count_terms(matches: Sequence[tuple[Span, int]]) -> int:
    return len({number for _, number in matches})

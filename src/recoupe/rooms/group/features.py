"""What tells an event from another: its words, its names, its days and its numbers."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.records import Article, EntityKind, MomentType, Sentence, Span, make_slug

CONTENT_POS = frozenset({"NOUN", "ADJ", "VERB"})
# The event stands in the first sentences; what follows is background that stories share.
LEAD_SENTENCES = 12
# Words of headings and of the first sentences count more than the rest.
TITLE_WEIGHT = 3
# The days and numbers that can veto stand in the headline and the very first sentences.
OPENING_SENTENCES = 4


@dataclass(frozen=True, slots=True)
class EventFeatures:
    """What an article says of its event.

    Attributes:
        article: Its id.
        published: Publication day, ISO, or None.
        words: Damped counts of content lemmas.
        names: Damped counts of the names of people, bodies and places.
        places: The words of places named in the opening.
        days: Days that the opening resolves to, ISO.
        figures: Values in the opening, by what is counted (lemmas of the head noun).
        ordinals: Ordinal numbers in the opening (« troisième samedi », « acte IV »).
    """

    article: str
    published: str | None
    words: Mapping[str, float]
    names: Mapping[str, float]
    places: frozenset[str]
    days: frozenset[str]
    figures: Mapping[str, frozenset[float]]
    ordinals: frozenset[int]


def describe_event(article: Article) -> EventFeatures:
    """The features of an annotated article."""
    opening = _opening(article.sentences, OPENING_SENTENCES)
    figures: dict[str, set[float]] = {}
    ordinals: set[int] = set()
    for figure in article.figures:
        if figure.value is None or not _inside(figure.span, opening):
            continue
        if figure.unit == "ordinal":
            ordinals.add(int(figure.value))
        elif not figure.unit.startswith(("duration", "age", "date")):
            figures.setdefault(f"{figure.unit} {figure.stage}", set()).add(figure.value)
    return EventFeatures(
        article=article.id,
        published=article.published[:10] if article.published else None,
        words=_count_words(article),
        names=_count_names(article),
        places=_list_places(article, opening),
        days=frozenset(
            moment.since[:10]
            for moment in article.moments
            if moment.type is MomentType.DATE and moment.since and _inside(moment.span, opening)
        ),
        figures={counted: frozenset(values) for counted, values in figures.items()},
        ordinals=frozenset(ordinals),
    )


def _opening(sentences: Sequence[Sentence], count: int) -> Span | None:
    first = sentences[:count]
    return Span(first[0].span.start, first[-1].span.end) if first else None


def _inside(span: Span, opening: Span | None) -> bool:
    return opening is not None and opening.contains(span)


def _count_words(article: Article) -> Mapping[str, float]:
    """Damped counts of content lemmas: headings of the lead count more, the background less."""
    counts: dict[str, float] = defaultdict(float)
    for n, sentence in enumerate(article.sentences):
        in_lead = n < LEAD_SENTENCES
        weight = TITLE_WEIGHT if sentence.is_heading and in_lead else 1 if in_lead else 0.5
        for token in sentence.tokens:
            if token.pos in CONTENT_POS and len(token.lemma) > 2:
                counts[token.lemma.lower()] += weight
    return _damp(counts)


def _count_names(article: Article) -> Mapping[str, float]:
    """Damped counts of the words of names, those of headings of the lead counting more.

    « usine Solvéane de Vaubrières » and « Vaubrières » share a word, though they are two names.
    """
    headings = [s.span for s in article.sentences[:LEAD_SENTENCES] if s.is_heading]
    counts: dict[str, float] = defaultdict(float)
    named = {at for m in article.mentions for at in range(m.span.start, m.span.end)}
    for sentence in article.sentences:
        for token in sentence.tokens:
            is_name = token.pos == "PROPN" or token.start in named
            if is_name and token.text[:1].isupper() and len(token.text) > 2:
                in_heading = any(h.start <= token.start < h.end for h in headings)
                counts[make_slug(token.text)] += TITLE_WEIGHT if in_heading else 1
    return _damp(counts)


def _list_places(article: Article, opening: Span | None) -> frozenset[str]:
    spans = [
        mention.span
        for mention in article.mentions
        if mention.kind is EntityKind.PLACE and _inside(mention.span, opening)
    ]
    return frozenset(
        make_slug(token.text)
        for sentence in article.sentences[:OPENING_SENTENCES]
        for token in sentence.tokens
        if token.text[:1].isupper()
        and len(token.text) > 2
        and any(span.start <= token.start < span.end for span in spans)
    )


def _damp(counts: Mapping[str, float]) -> Mapping[str, float]:
    """The tenth time a word comes says less than the first."""
    return {key: math.log1p(count) for key, count in sorted(counts.items())}

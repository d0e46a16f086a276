"""What tells an event from another: its words, its names, its days and its numbers."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.records import Article, MomentType, Sentence, Span

CONTENT_POS = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
# The event stands in the first sentences; what follows is background that stories share.
LEAD_SENTENCES = 12
# Words of headings and of the first sentences count more than the rest.
TITLE_WEIGHT = 3
NAME_WEIGHT = 2
# The days and numbers that can veto stand in the headline and the very first sentences.
OPENING_SENTENCES = 4


@dataclass(frozen=True, slots=True)
class EventFeatures:
    """What an article says of its event.

    Attributes:
        article: Its id.
        published: Publication day, ISO, or None.
        bag: Weighted counts of lemmas and entity ids.
        days: Days that the opening resolves to, ISO.
        figures: Values in the opening, by what is counted (lemmas of the head noun).
        ordinals: Ordinal numbers in the opening (« troisième samedi », « acte IV »).
    """

    article: str
    published: str | None
    bag: Mapping[str, float]
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
        bag=_weigh(article),
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


def _weigh(article: Article) -> Mapping[str, float]:
    """Damped counts: the lead in full, headings more, entities as one word each."""
    counts: dict[str, float] = defaultdict(float)
    for n, sentence in enumerate(article.sentences):
        weight: float = TITLE_WEIGHT if sentence.is_heading and n < LEAD_SENTENCES else 1
        if n >= LEAD_SENTENCES and not sentence.is_heading:
            weight = 0.5
        for token in sentence.tokens:
            if token.pos in CONTENT_POS and len(token.lemma) > 2:
                counts[token.lemma.lower()] += weight
    for mention in article.mentions:
        counts[f"@{mention.entity}"] += NAME_WEIGHT
    return {key: 1 + math.log(n) if n >= 1 else n for key, n in sorted(counts.items())}

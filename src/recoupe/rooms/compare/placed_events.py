"""Events with the place that a sentence puts them at: « arrêté dans une ferme », « la séance, à la mairie »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.language import load_table
from recoupe.language.word_keys import fold_word
from recoupe.records import MomentType, Sentence, Span, Stance, Statement
from recoupe.rooms.compare.material import Material, Pages

_DOUBTS = frozenset({Stance.DENIES, Stance.CANNOT_CONFIRM, Stance.ASKS, Stance.DEMANDS})


@dataclass(frozen=True, eq=False)
class Placed:
    """An event of a sentence with the place that it is put at.

    Attributes:
        pages: The article.
        sentence: The sentence.
        event: What happens: "meeting", "strike".
        kind: The kind of place: "town hall"; its own words for the parts of a stadium.
        family: Kinds of one family can exclude each other.
        inside: Kinds that often hold this one.
        span: The words of the place.
        holder: The statement that says so; None in the article's own voice.
    """

    pages: Pages
    sentence: Sentence
    event: str
    kind: str
    family: str
    inside: frozenset[str]
    span: Span
    holder: Statement | None

    @property
    def speaker(self) -> str | None:
        """Id of who says it."""
        return self.holder.speaker.id if self.holder and self.holder.speaker else None

    @property
    def days(self) -> list[tuple[str, str]]:
        """The days named in the sentence."""
        return [
            (m.since, m.until)
            for m in self.pages.article.moments
            if m.type is MomentType.DATE
            and m.since
            and m.until
            and self.sentence.span.contains(m.span)
        ]

    @property
    def names(self) -> frozenset[str]:
        """Folded names in the sentence."""
        return frozenset(fold_word(t.text) for t in self.sentence.tokens if t.pos == "PROPN")


@cache
def _kinds(language: str) -> tuple[tuple[re.Pattern[str], str, str, bool, frozenset[str]], ...]:
    return tuple(
        (
            e.regex,
            str(e.data["kind"]),
            str(e.data["family"]),
            bool(e.data.get("by_words")),
            frozenset(e.data.get("inside", ())),
        )
        for e in load_table(language, "place_kinds")
    )


@dataclass(frozen=True)
class Event:
    """What happens, whether only to a known target, and at which family of places alone."""

    name: str
    needs_definite: bool
    family: str | None


@cache
def find_event(lemma: str, language: str) -> Event | None:
    """The event that a word names; None for most words.

    Example:
        >>> find_event("bombarder", "fr").name, find_event("pont", "fr")
        ('strike', None)
    """
    for e in load_table(language, "placed_events"):
        if e.regex.match(lemma):
            return Event(str(e.data["event"]), bool(e.data.get("definite")), e.data.get("family"))
    return None


def list_placed(material: Material) -> Iterator[Placed]:
    """The placed events of all articles, in their order."""
    for pages in material.pages.values():
        for sentence in pages.article.sentences:
            events = [
                (n, event)
                for n, token in enumerate(sentence.tokens)
                if token.pos in ("NOUN", "VERB")
                and (event := find_event(token.lemma.lower(), material.language))
            ]
            if events and sentence.tokens[-1].text != "?":
                yield from _read_sentence(pages, sentence, events, material.language)


def _read_sentence(
    pages: Pages, sentence: Sentence, events: Sequence[tuple[int, Event]], language: str
) -> Iterator[Placed]:
    words = sentence.span.cut(pages.text)
    for regex, kind, family, by_words, inside in _kinds(language):
        for match in regex.finditer(words):
            span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            holder = pages.find_holder(span)
            at = next((n for n, t in enumerate(sentence.tokens) if t.start >= span.start), None)
            if at is None or (holder is not None and holder.stance in _DOUBTS):
                continue
            if _is_actor(pages, sentence, at):
                continue
            name = fold_word(match.group()) if by_words else kind
            known = _is_definite(sentence, at)
            fitting = {
                e.name
                for n, e in events
                if e.family in (None, family)
                and (known or not e.needs_definite)
                and _is_placed_at(sentence, n, at)
            }
            for event in sorted(fitting):
                yield Placed(pages, sentence, event, name, family, inside, span, holder)


def _is_definite(sentence: Sentence, at: int) -> bool:
    """Whether « le », « la » or « du » stands before it."""
    return at > 0 and "Definite=Def" in sentence.tokens[at - 1].morph


def _is_actor(pages: Pages, sentence: Sentence, at: int) -> bool:
    """Whether a place is named as a body that speaks or acts: « selon la gendarmerie »."""
    token = sentence.tokens[at]
    if token.dep in ("nsubj", "obl:agent"):
        return True
    return any(
        s.speaker is not None
        and s.speaker.mention is not None
        and s.speaker.mention.start <= token.start < s.speaker.mention.end
        for s in pages.article.statements
    )


def _is_placed_at(sentence: Sentence, event: int, at: int) -> bool:
    """Whether the place hangs on the event, or on the verb of which the event is the subject."""
    above = _list_above(sentence, at)
    verb = next((n for n in above if sentence.tokens[n].pos == "VERB"), None)
    reach = above[: above.index(verb) + 1] if verb is not None else above
    # « le tir qui a détruit l'école »
    if verb is not None and sentence.tokens[verb].dep.startswith("acl"):
        reach.append(sentence.tokens[verb].head)
    if event in reach:
        return _is_own_complement(sentence, at, event)
    if verb is None or sentence.tokens[event].pos != "NOUN":
        return False
    return sentence.tokens[at].head == verb and verb == next(
        (n for n in _list_above(sentence, event) if sentence.tokens[n].pos == "VERB"), None
    )


def _is_own_complement(sentence: Sentence, at: int, event: int) -> bool:
    """Not « la directrice de l'hôpital » nor « le toit du gymnase », which stand for something else."""
    token = sentence.tokens[at]
    return token.head == event or token.dep != "nmod"


def _list_above(sentence: Sentence, at: int) -> list[int]:
    """The tokens that one hangs on, the nearest first."""
    found: list[int] = []
    while sentence.tokens[at].head != at and sentence.tokens[at].head not in found:
        at = sentence.tokens[at].head
        found.append(at)
    return found

"""« À la 71e minute », « à la 74e minute »: one event, two ordinals of one noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from recoupe.language import load_table
from recoupe.language.why import give_why
from recoupe.language.word_keys import find_key
from recoupe.records import Difference, DifferenceKind, Evidence, Sentence, Span, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.event_kinds import Kinds, find_event_kinds
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.matters import name_sentence
from recoupe.rooms.compare.polarity import count_negations
from recoupe.rooms.compare.words import is_telling

_DIGITS = re.compile(r"^(\d{1,3})(?:er|re|e|è|ème|ième)s?$")


@dataclass(frozen=True)
class Ordinal:
    """An ordinal with its noun and what happened there.

    Attributes:
        pages: Its article.
        span: The ordinal and its noun.
        noun: Key of the noun.
        value: The number.
        kinds: Of what kind the event is.
        verb: Key of the verb that it hangs on; None where there is none.
        things: Keys of the nouns and names of its sentence.
        complement: Keys of what the noun is of: « place de l'étape ».
        known: Keys of the words of its article.
    """

    pages: Pages
    span: Span
    noun: str
    value: int
    kinds: Kinds
    verb: str | None
    things: frozenset[str]
    complement: frozenset[str]
    known: frozenset[str]


def find_ordinal_conflicts(material: Material) -> Iterator[Difference]:
    """Contradictions in which two articles give one event two ordinals of one noun.

    What happened must be of one kind or one verb, of things that each other's article knows. Silent
    where one article gives both.
    """
    found = [o for p in material.pages.values() for o in _read_article(p, material.language)]
    told: set[tuple[str, frozenset[int]]] = set()
    for one, other in combinations(found, 2):
        key = (one.noun, frozenset((one.value, other.value)))
        if key in told or not _are_one(one, other) or _is_known(found, one, other):
            continue
        told.add(key)
        groups = [
            [o for o in found if o.noun == a.noun and o.value == a.value] for a in (one, other)
        ]
        yield _make(material, groups[0], groups[1])


def _read_article(pages: Pages, language: str) -> Iterator[Ordinal]:
    known = frozenset(
        find_key(t.lemma, language) for s in pages.article.sentences for t in s.tokens
    )
    for sentence in pages.article.sentences:
        if not sentence.is_heading and not count_negations(list(sentence.tokens), language):
            yield from _read_sentence(pages, sentence, known, language)


def _read_sentence(
    pages: Pages, sentence: Sentence, known: frozenset[str], language: str
) -> Iterator[Ordinal]:
    tokens = sentence.tokens
    table = load_table(language, "ordinal_nouns")
    for n, noun in enumerate(tokens):
        if n == 0 or not any(e.regex.match(noun.lemma.lower()) for e in table):
            continue
        value = _read_value(tokens[n - 1].text, language)
        if value is None:
            continue
        kinds = find_event_kinds(sentence, [n - 1, n], language)
        yield Ordinal(
            pages=pages,
            span=Span(tokens[n - 1].start, noun.end),
            noun=find_key(noun.lemma, language),
            value=value,
            kinds=kinds,
            verb=_find_verb(sentence, n, language),
            things=frozenset(
                find_key(t.lemma, language)
                for k, t in enumerate(tokens)
                if k != n and t.pos in ("NOUN", "PROPN") and is_telling(t, language)
            ),
            complement=frozenset(
                find_key(t.lemma, language)
                for t in tokens
                if t.head == n and t.dep == "nmod" and t.pos in ("NOUN", "PROPN")
            ),
            known=known,
        )


@lru_cache(maxsize=4096)
def _read_value(word: str, language: str) -> int | None:
    """The number of « 71e » or « cinquième », or None."""
    match = _DIGITS.match(word.lower())
    if match:
        return int(match[1])
    for entry in load_table(language, "ordinals"):
        if entry.regex.fullmatch(word.lower()) and isinstance(entry.data.get("value"), int):
            return int(entry.data["value"])
    return None


def _find_verb(sentence: Sentence, at: int, language: str) -> str | None:
    tokens = sentence.tokens
    for _ in tokens:
        if tokens[at].pos == "VERB":
            return find_key(tokens[at].lemma, language)
        if tokens[at].head == at:
            return None
        at = tokens[at].head
    return None


def _are_one(one: Ordinal, other: Ordinal) -> bool:
    if one.pages is other.pages or one.noun != other.noun or one.value == other.value:
        return False
    if one.complement and other.complement and one.complement.isdisjoint(other.complement):
        return False
    same_kind = bool(one.kinds.strong) and not one.kinds.strong.isdisjoint(other.kinds.strong)
    if not same_kind and (one.verb is None or one.verb != other.verb):
        return False
    return bool(one.things & other.things) or (
        bool(one.things & other.known) and bool(other.things & one.known)
    )


def _is_known(found: list[Ordinal], one: Ordinal, other: Ordinal) -> bool:
    """Whether one of two articles gives the other's ordinal of the noun too."""
    return any(
        o.pages is a.pages and o.noun == b.noun and o.value == b.value
        for a, b in ((one, other), (other, one))
        for o in found
    )


def _make(material: Material, one: list[Ordinal], other: list[Ordinal]) -> Difference:
    words = [material.cut(g[0].pages.article.id, g[0].span) for g in (one, other)]
    sides = [
        make_side(
            value,
            [Evidence(o.pages.article.id, o.span) for o in group],
            None,
            group[0].pages.article.published,
        )
        for value, group in zip(words, (one, other), strict=True)
    ]
    return make_difference(
        DifferenceKind.FIGURE,
        Verdict.CONTRADICTION,
        name_sentence(one[0].pages, one[0].span.start),
        sides,
        give_why("times_exclude", one=words[0], other=words[1]),
    )

"""Who or what can be meant by a pronoun, with where each stands in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recoupe.records import EntityKind, FoundBy, Mention, Span
from recoupe.rooms.annotate.mentions.people import Person
from recoupe.rooms.annotate.mentions.word_tables import (
    has_role,
    match_entry,
)

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
# Rank of what is no subject: see `Place`.
OBJECT_RANK = 2
_QUOTED = re.compile(r"«[^»\n]*»|“[^”\n]*”")


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something that a later pronoun can mean.

    Attributes:
        name: Canonical name, or the words that describe it.
        entity: Slug of the name.
        found_by: How the first naming was known.
        gender: "f", "m" or None.
        number: "s", "p", or None where either will do.
        is_person: Whether it is a human being.
    """

    name: str
    entity: str
    found_by: FoundBy
    gender: str | None
    number: str | None
    is_person: bool

    def agrees(self, gender: str | None, number: str | None) -> bool:
        """Whether a pronoun of this gender and number can stand for it."""
        return (gender is None or self.gender in {gender, None}) and (
            number is None or self.number in {number, None}
        )


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a referent is named.

    Attributes:
        token: The head token.
        referent: What is named.
        rank: 0 the subject of the sentence or a speaker, 1 a person inside the subject
            (« l'intervention de Rutte »), 2 anything else.
        start: First character.
    """

    token: int
    referent: Referent
    rank: int
    start: int

    def is_doubtful(self, gender: str | None) -> bool:
        """Whether it is an object whose sex nothing tells, asked for by one that has a gender."""
        return self.rank == OBJECT_RANK and gender is not None and self.referent.gender is None


def refer_to_person(person: Person) -> Referent:
    """A named person as a referent."""
    return Referent(person.name, person.entity, FoundBy.NAME, person.gender, "s", is_person=True)


def refer_to_body(doc: Doc, mention: Mention, language: str) -> Referent:
    """A body or a place as a referent; its gender from the article before it, else the tables."""
    gender, number = _body_agreement(doc, mention, language)
    return Referent(
        mention.name, mention.entity, FoundBy.ORGANISATION, gender, number, is_person=False
    )


def _body_agreement(doc: Doc, mention: Mention, language: str) -> tuple[str | None, str | None]:
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None:
        return None, "s"
    before = doc[span.start - 1] if span.start > 0 else None
    gender: str | None = None
    number = "s"
    if before is not None and has_role(language, before.lower_, "determiner"):
        morph = before.morph.to_dict()
        number = "p" if morph.get("Number") == "Plur" else "s"
        elided = before.text.endswith(("'", "’"))
        gender = (
            None
            if elided or number == "p"
            else {"Fem": "f", "Masc": "m"}.get(morph.get("Gender", ""))
        )
    for table in ("metonyms", "organisations", "places"):
        found = match_entry(language, table, doc, span.start)
        if found is not None:
            gender = gender or found[0].data.get("gender")
            number = "p" if found[0].data.get("plural") else number
            return gender, number
    head = span.root.morph.to_dict()
    if span[0].text[:1].islower():
        gender = gender or {"Fem": "f", "Masc": "m"}.get(head.get("Gender", ""))
        number = "p" if span[0].morph.to_dict().get("Number") == "Plur" else number
    return gender, number


def find_places(
    doc: Doc,
    mentions: Sequence[Mention],
    people: Sequence[Person],
    language: str,
) -> list[Place]:
    """Where the mentions stand that lie outside quotation marks, in text order."""
    by_entity = {person.entity: person for person in people}
    extents = {n.span.start: (n.start, n.end) for p in people for n in p.namings}
    quoted = [Span(m.start(), m.end()) for m in _QUOTED.finditer(doc.text)]
    places: list[Place] = []
    at = 0
    for mention in mentions:
        while at < len(quoted) and quoted[at].end <= mention.span.start:
            at += 1
        if at < len(quoted) and quoted[at].overlaps(mention.span):
            continue
        span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if span is None or mention.kind is EntityKind.OTHER:
            continue
        person = by_entity.get(mention.entity) if mention.kind is EntityKind.PERSON else None
        if person is not None:
            referent = refer_to_person(person)
        else:
            referent = refer_to_body(doc, mention, language)
        start, end = extents.get(span.start, (span.start, span.end))
        root = doc.span(start, end).root
        places.append(Place(root.i, referent, rank_role(root), doc[start].idx))
    return places


def rank_role(token: Token) -> int:
    """0 for a subject of a main clause, 1 for what is inside such a subject, 2 otherwise."""
    while token.dep_ in {"appos", "flat:name", "flat:foreign", "flat"} and token.head.i < token.i:
        token = token.head
    if token.dep_ in SUBJECTS:
        return 0 if _is_main(token.head) else 2
    if token.dep_ == "ROOT" and token.pos_ in {"PROPN", "NOUN"}:
        return 1
    steps = 0
    while token.dep_ in {"nmod", "conj", "appos", "flat:name"} and steps < 4:
        token = token.head
        steps += 1
    return 1 if token.dep_ in SUBJECTS and _is_main(token.head) else 2


def _is_main(verb: Token) -> bool:
    """Whether a verb is that of the sentence or joined to it."""
    steps = 0
    while verb.dep_ in {"conj", "parataxis"} and steps < 4:
        verb = verb.head
        steps += 1
    return verb.dep_ == "ROOT"

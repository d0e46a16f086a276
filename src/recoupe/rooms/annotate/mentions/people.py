"""Which namings in one article are the same person, and what the article calls that person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recoupe.language.names import (
    first_names,
    is_translator_slip,
    last_name,
)
from recoupe.records import EntityKind, make_slug
from recoupe.rooms.annotate.mentions.full_names import FullNames
from recoupe.rooms.annotate.mentions.named_span import NamedSpan
from recoupe.rooms.annotate.mentions.named_spans import find_named_spans
from recoupe.rooms.annotate.mentions.namings import Naming, find_naming
from recoupe.rooms.annotate.mentions.phrases import Phrase
from recoupe.rooms.annotate.mentions.word_tables import find_gender, match_entry

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc


@dataclass(frozen=True, slots=True)
class Person:
    """One person of an article.

    Attributes:
        name: The fullest name.
        entity: Slug of it.
        gender: "f", "m" or None where nothing tells.
        namings: Where, in text order.
    """

    name: str
    entity: str
    gender: str | None
    namings: tuple[Naming, ...]

    @property
    def titles(self) -> tuple[Phrase, ...]:
        """The titles given with the name, in text order."""
        given = ((naming.title, naming.second_title) for naming in self.namings)
        return tuple(title for pair in given for title in pair if title is not None)


def find_people(doc: Doc, language: str) -> tuple[Person, ...]:
    """The people of an article, in the order of their first naming; kept with the document."""
    kept: tuple[Person, ...] | None = doc.kept.get("people")
    if kept is None:
        spans = find_named_spans(doc, language)
        persons = [span for span in spans if span.kind is EntityKind.PERSON]
        kept = doc.kept["people"] = join_people(doc, persons, language)
    return kept


def join_people(doc: Doc, spans: Sequence[NamedSpan], language: str) -> tuple[Person, ...]:
    """The people of an article, in the order of their first naming.

    Full name, last name and first name alone are joined; two different last names never are,
    whatever title they share. Two people of one last name stay two; the bare last name then goes to
    the one of the fitting form of address, else to the one named last before it.
    """
    fulls = FullNames([span.name for span in spans])
    members: dict[str, list[Naming]] = {}
    recent: dict[str, str] = {}
    for span in spans:
        owner = _find_owner(doc, span, fulls, recent, language)
        recent[last_name(owner)] = owner
        members.setdefault(owner, []).append(find_naming(doc, span, language))
    return tuple(
        Person(
            name=_pick_name(owner, namings),
            entity=make_slug(_pick_name(owner, namings)),
            gender=_tell_gender(doc, owner, namings, language),
            namings=tuple(namings),
        )
        for owner, namings in members.items()
    )


def _find_owner(
    doc: Doc, span: NamedSpan, fulls: FullNames, recent: dict[str, str], language: str
) -> str:
    """The full name that a naming belongs to; of several that of « Mme », else the last one named."""
    owners = fulls.find_owners(span.name)
    if len(owners) > 1:
        gender = _address_gender(doc, span.start, language)
        genders = {n: find_gender(language, n.split()[0]) for n in owners}
        owners = [n for n in owners if gender and genders[n] in {gender, None}] or owners
    if len(owners) > 1:
        known = recent.get(last_name(owners[0]))
        return known if known in owners else owners[0]
    return owners[0]


def _pick_name(owner: str, namings: Sequence[Naming]) -> str:
    """The owner's name, unless it carries a translator's « s » that another naming lacks."""
    for naming in namings:
        if is_translator_slip(owner, naming.span.name):
            return naming.span.name
    return owner


def _address_gender(doc: Doc, start: int, language: str) -> str | None:
    """What « M. » or « Mme » before a name says of the gender."""
    for at in (start - 1, start - 2):
        if at >= 0:
            found = match_entry(language, "civilities", doc, at)
            if found is not None:
                gender = str(found[0].data["gender"])
                return None if gender == "c" else gender
    return None


def _tell_gender(doc: Doc, owner: str, namings: Sequence[Naming], language: str) -> str | None:
    """Gender from the form of address, the first name, then from titles."""
    for naming in namings:
        gender = _address_gender(doc, naming.span.start, language)
        if gender is not None:
            return gender
    if first_names(owner):
        gender = find_gender(language, owner.split()[0])
        if gender is not None:
            return gender
    told = [n.title.gender for n in namings if n.title is not None and n.title.gender is not None]
    return told[0] if told else None

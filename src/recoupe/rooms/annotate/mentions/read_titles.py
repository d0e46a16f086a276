"""Subjects that are titles or words for a person: « le ministre », « le quadragénaire »."""

from __future__ import annotations

from dataclasses import replace

from recoupe.language.names import fold_name
from recoupe.records import FoundBy
from recoupe.rooms.annotate.mentions.headed_phrases import takes_up
from recoupe.rooms.annotate.mentions.people import Person
from recoupe.rooms.annotate.mentions.phrases import (
    Phrase,
    find_phrase_end,
    read_phrase,
)
from recoupe.rooms.annotate.mentions.read_unnamed import keep_unnamed
from recoupe.rooms.annotate.mentions.referents import Referent, refer_to_person
from recoupe.rooms.annotate.mentions.scene import (
    Reading,
    Scene,
)
from recoupe.rooms.annotate.mentions.title_owners import find_title_owner
from recoupe.rooms.annotate.mentions.word_tables import (
    country_adjectives,
    has_role,
    match_entry,
)


def read_title(scene: Scene, title: Phrase, start: int, end: int) -> Reading | None:
    """Who holds the title: one called so before, else a named person, else its own words."""
    mention = scene.span_of(start, end)
    for known, referent in reversed(scene.unnamed):
        same = title.head == known.head and title.words <= known.words
        # « …, déplore une infirmière » in a headline is somebody whom the article then names.
        ahead = scene.memory.is_in_heading(known.start) and takes_up(
            scene.doc, title, scene.language
        )
        if title.definite and same and known.number == title.number and not ahead:
            return Reading(referent, FoundBy.UNNAMED, mention, title.start)
    owner = find_title_owner(title, scene.people, scene.doc, scene.language)
    if owner is not None:
        return Reading(refer_to_person(owner), FoundBy.TITLE, mention, title.start)
    wider = _find_last_of_wider_title(scene, title)
    if wider is not None:
        return Reading(refer_to_person(wider), FoundBy.TITLE, mention, title.start)
    for known, referent in reversed(scene.unnamed):
        fits = title.head in known.is_a and title.gender in {known.gender, None}
        if title.definite and fits and not title.words and known.number == title.number:
            return Reading(referent, FoundBy.TITLE, mention, title.start)
    taken_up = _find_taken_up(scene, title)
    if taken_up is not None:
        return Reading(taken_up, FoundBy.TITLE, mention, title.start)
    found_by = FoundBy.UNNAMED if title.definite is False or title.number == "p" else FoundBy.TITLE
    return keep_unnamed(scene, title, start, end, found_by)


def find_holder(scene: Scene, title: Phrase) -> Referent | None:
    """The person of the article who holds a title, or whom it takes up; None where nobody does."""
    owner = find_title_owner(title, scene.people, scene.doc, scene.language)
    return refer_to_person(owner) if owner is not None else _find_taken_up(scene, title)


def _find_last_of_wider_title(scene: Scene, title: Phrase) -> Person | None:
    """The last speaker where a wider title can mean only him or her: « le nouveau chef »."""
    last = scene.last_person
    person = next((p for p in scene.people if last is not None and p.entity == last.entity), None)
    if person is None or title.definite is not True or title.number == "p":
        return None
    if title.gender and person.gender and title.gender != person.gender:
        return None
    return person if any(title.head in known.is_a for known in person.titles) else None


def _find_taken_up(scene: Scene, title: Phrase) -> Referent | None:
    """The person just named whom « la chercheuse », « ce spécialiste » takes up, or None.

    Only where nobody holds the title: « la chercheuse » behind « Irma Valjac, biologiste ». Roles
    that « le » can bring in at first mention (« le maire », « le pilote ») take nobody up.
    """
    if not takes_up(scene.doc, title, scene.language):
        return None
    at = scene.doc[title.start].idx
    return scene.memory.find_antecedent(title.start, at, title.gender, "s", people_only=True)


def _find_named_kin(scene: Scene, first: int, start: int) -> Person | None:
    """The one person whom the article names beside the same word before: « sa sœur Irma »."""
    doc = scene.doc
    found: dict[str, Person] = {}
    for person in scene.people:
        for naming in person.namings:
            at = naming.span.start - 1
            if 0 < at < start and doc[at].text == ",":
                at -= 1
            if 0 < at < start and doc[at].lower_ == doc[first].lower_:
                found[person.entity] = person
    return next(iter(found.values())) if len(found) == 1 else None


def read_person_word(scene: Scene, first: int, start: int, end: int) -> Reading | None:
    """A person called by age, sex or nationality: the last one named that agrees."""
    doc = scene.doc
    entry = match_entry(scene.language, "person_words", doc, first)
    adjective = doc[first].lower_ in country_adjectives(scene.language)
    if entry is None and not adjective:
        return None
    phrase = read_phrase(
        doc,
        first,
        find_phrase_end(doc, entry[1] if entry is not None else first + 1, end, scene.language),
        str(entry[0].data["name"]) if entry is not None else doc[first].lower_,
        scene.language,
        head_end=entry[1] if entry is not None else None,
    )
    gender = phrase.gender
    if entry is not None and entry[0].data["gender"] != "c":
        gender = str(entry[0].data["gender"])
    owned = first > 0 and has_role(scene.language, doc[first - 1].lower_, "possessive")
    if owned or phrase.definite:
        kin = _find_named_kin(scene, first, start)
        if kin is not None:
            return Reading(refer_to_person(kin), FoundBy.TITLE, scene.span_of(start, end), first)
    if phrase.definite and phrase.number == "s" and not owned:
        for known, referent in reversed(scene.unnamed):
            if known.head == phrase.head:
                return Reading(referent, FoundBy.UNNAMED, scene.span_of(start, end), first)
        found = scene.memory.find_antecedent(first, doc[start].idx, gender, "s", people_only=True)
        if found is not None and not phrase.words - {fold_name(doc[first].text)}:
            return Reading(found, FoundBy.TITLE, scene.span_of(start, end), first)
    return keep_unnamed(scene, replace(phrase, gender=gender), start, end, FoundBy.UNNAMED)

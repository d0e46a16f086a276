"""Subjects called by the article's own words: « certains experts », « une habitante »."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recoupe.language.names import fold_name
from recoupe.records import FoundBy, make_slug
from recoupe.rooms.annotate.mentions.phrases import (
    Phrase,
    find_phrase_end,
    read_phrase,
)
from recoupe.rooms.annotate.mentions.referents import Referent
from recoupe.rooms.annotate.mentions.scene import (
    Reading,
    Scene,
)
from recoupe.rooms.annotate.mentions.word_tables import (
    has_role,
)

if TYPE_CHECKING:
    pass


def read_unnamed(scene: Scene, first: int, start: int, end: int) -> Reading | None:
    """Anybody else, called by the article's own words."""
    doc = scene.doc
    after = first + 1
    while after < end and doc[after].pos_ == "PROPN" and doc[after].text[:1].isupper():
        after += 1
    phrase = read_phrase(
        doc,
        first,
        find_phrase_end(doc, after, end, scene.language),
        fold_name(doc[first].lemma_ or doc[first].text),
        scene.language,
    )
    if phrase.definite:
        for known, referent in reversed(scene.unnamed):
            if known.head == phrase.head and phrase.words <= known.words:
                return Reading(referent, FoundBy.UNNAMED, scene.span_of(start, end), first)
    return keep_unnamed(scene, phrase, start, end, FoundBy.UNNAMED)


def read_other(scene: Scene, start: int, end: int) -> Reading | None:
    """« Un autre », « certains »: another of those called last by their own words."""
    words = scene.doc[start:end].text.split()
    if not scene.unnamed or not words:
        return None
    phrase, last = scene.unnamed[-1]
    name = " ".join([*words, scene.doc[phrase.start].text])
    name = name[:1].lower() + name[1:]
    referent = replace(last, name=name, entity=make_slug(name))
    return Reading(referent, FoundBy.UNNAMED, scene.span_of(start, end), start)


def keep_unnamed(scene: Scene, phrase: Phrase, start: int, end: int, found_by: FoundBy) -> Reading:
    """A speaker by the words of the phrase, known again when « le responsable » comes."""
    doc = scene.doc
    at = phrase.start
    while at > start and not has_role(scene.language, doc[at - 1].lower_, "article"):
        if (
            doc[at - 1].is_punct
            or doc[at - 1].is_space
            or has_role(scene.language, doc[at - 1].lower_, "complement")
        ):
            break
        at -= 1
    name = " ".join(doc[at : phrase.end].text.split())
    proper = doc[at].pos_ == "PROPN" or (name[:2].isupper() and len(doc[at].text) > 1)
    if proper and found_by is FoundBy.UNNAMED:
        found_by = FoundBy.NAME
    name = name if proper else name[:1].lower() + name[1:]
    referent = Referent(
        name,
        make_slug(name),
        found_by,
        phrase.gender,
        phrase.number,
        is_person=phrase.number == "s",
    )
    scene.unnamed.append((phrase, referent))
    return Reading(referent, found_by, scene.span_of(start, end), phrase.start)

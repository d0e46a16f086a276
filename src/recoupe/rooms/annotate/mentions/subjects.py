"""What the words of a subject say about who speaks: the ladder of cases."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recoupe.records import EntityKind, FoundBy, Span
from recoupe.rooms.annotate.mentions.headed_phrases import find_title
from recoupe.rooms.annotate.mentions.read_bodies import read_apposed_body, read_body
from recoupe.rooms.annotate.mentions.read_names import read_joint, read_person
from recoupe.rooms.annotate.mentions.read_pronouns import (
    find_owner_of_words,
    find_pronoun,
    find_taken_up,
    read_pronoun,
)
from recoupe.rooms.annotate.mentions.read_titles import read_person_word, read_title
from recoupe.rooms.annotate.mentions.read_unnamed import read_other, read_unnamed
from recoupe.rooms.annotate.mentions.scene import (
    Reading,
    Scene,
    cut_relative,
    find_first_content,
    find_writer,
    mentions_inside,
)
from recoupe.rooms.annotate.mentions.word_tables import has_role

RUBRIC_MARKS = frozenset({",", ":"})

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import TokenSpan


def read_speaker(scene: Scene, subject: Span) -> Reading | None:
    """Who the words of a subject name, or None where they name nobody."""
    span = scene.doc.char_span(subject.start, subject.end, alignment_mode="expand")
    if span is None or not span.text.strip():
        return None
    reading = read_subject(scene, span)
    if reading is not None and reading.referent.is_person:
        scene.last_person = reading.referent
    return reading


def read_subject(scene: Scene, span: TokenSpan) -> Reading | None:
    """The ladder, from the surest words to the vaguest."""
    # « il », « ce dernier », « Son (avertissement) »
    pronoun = find_pronoun(scene, span)
    if pronoun is not None:
        # « L'agglomération, elle, parle de … »: the words that the pronoun takes up.
        taken_up = find_taken_up(scene, span)
        reading = read_subject(scene, taken_up) if taken_up is not None else None
        return reading or read_pronoun(scene, span, pronoun)
    start, end = cut_relative(scene, span)
    start = _skip_rubric(scene, start, end)
    # « Kiev et les Occidentaux »: one speaker of both names.
    joint = read_joint(scene, start, end)
    if joint is not None:
        return joint
    # « le secrétaire général de l'OTAN, Mark Rutte », « M. Rutte »
    named = read_person(scene, start, end)
    if named is not None:
        return named
    return read_common(scene, start, end)


def _skip_rubric(scene: Scene, start: int, end: int) -> int:
    """Where the subject begins behind the place that opens a headline: « Sardan, l'ONU confirme »."""
    mentions = mentions_inside(scene, start, end)
    if len(mentions) < 2 or mentions[0].kind is not EntityKind.PLACE:
        return start
    if mentions[1].kind is EntityKind.PLACE:
        return start
    place = scene.doc.char_span(mentions[0].span.start, mentions[0].span.end)
    if place is None or place.start != start or scene.doc[place.end].text not in RUBRIC_MARKS:
        return start
    second = find_first_content(scene, place.end + 1, end)
    return place.end + 1 if scene.doc[second].idx == mentions[1].span.start else start


def read_common(scene: Scene, start: int, end: int) -> Reading | None:
    """The cases of a subject without a name of a person in it, the surest first."""
    language, doc = scene.language, scene.doc
    first = find_first_content(scene, start, end)
    if first >= end:
        return read_other(scene, start, end)
    # « nos confrères de Midi Express »: the paper they work for.
    if has_role(language, doc[first].lower_, "hearer") and first + 2 < end:
        house = read_subject(scene, doc.span(first + 2, end))
        if house is not None and house.found_by is not FoundBy.UNNAMED:
            return replace(house, mention=scene.span_of(start, end))
    # « selon ses mots »: whose they are.
    owner = find_owner_of_words(scene, first)
    if owner is not None:
        return owner
    # « une analyse de la BBC »: who stands behind the writing.
    behind = find_writer(scene, first, end)
    if behind is not None:
        inner = read_subject(scene, doc.span(behind, end))
        if inner is not None and inner.found_by is not FoundBy.UNNAMED:
            return replace(inner, mention=scene.span_of(start, end))
    # « Le promoteur, la société Immovert, » is the firm.
    firm = read_apposed_body(scene, first, end)
    if firm is not None:
        return replace(firm, mention=scene.span_of(start, end))
    # « le Kremlin », « l'Ukraine », « Kiev », « la préfecture du Rhône »
    body = read_body(scene, first, start, end)
    if body is not None:
        return body
    # « le ministre », « le chef de l'OTAN »
    title = find_title(doc, first, end, language)
    if title is not None:
        return read_title(scene, title, start, end)
    # « le Néerlandais », « le quadragénaire », « la jeune femme »
    person = read_person_word(scene, first, start, end)
    if person is not None:
        return person
    return read_unnamed(scene, first, start, end)

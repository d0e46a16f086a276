"""Subjects that are names: « M. Rutte », « Kiev et les Européens »."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from recoupe.records import EntityKind, FoundBy, Mention, make_slug
from recoupe.rooms.annotate.mentions.referents import Referent, refer_to_person
from recoupe.rooms.annotate.mentions.scene import (
    Reading,
    Scene,
    find_first_content,
    find_writer,
    mentions_inside,
)
from recoupe.rooms.annotate.mentions.word_tables import (
    has_role,
    match_entry,
)


def read_joint(scene: Scene, start: int, end: int) -> Reading | None:
    """Two or more names joined by « et »: the words as one name."""
    tops = [m for m in mentions_inside(scene, start, end) if _is_top(scene, m, start)]
    if len(tops) < 2:
        return None
    if not all(_are_joined(scene, one, other) for one, other in pairwise(tops)):
        return None
    name = " et ".join(dict.fromkeys(m.name for m in tops))
    if len({m.entity for m in tops}) < 2:
        return None
    people = all(m.kind is EntityKind.PERSON for m in tops)
    referent = Referent(name, make_slug(name), FoundBy.ORGANISATION, None, "p", is_person=people)
    found_by = FoundBy.NAME if people else FoundBy.ORGANISATION
    return Reading(replace(referent, found_by=found_by), found_by, scene.span_of(start, end), start)


def _are_joined(scene: Scene, one: Mention, other: Mention) -> bool:
    left = scene.doc.char_span(one.span.start, one.span.end, alignment_mode="expand")
    right = scene.doc.char_span(other.span.start, other.span.end, alignment_mode="expand")
    if left is None or right is None:
        return False
    words = [t for t in scene.doc[left.end : right.start] if not t.is_space]
    return (
        bool(words)
        and any(has_role(scene.language, t.lower_, "and") for t in words)
        and all(
            has_role(scene.language, t.lower_, "and")
            or has_role(scene.language, t.lower_, "article")
            or match_entry(scene.language, "civilities", scene.doc, t.i) is not None
            or t.text == ","
            for t in words
        )
    )


def _is_top(scene: Scene, mention: Mention, start: int) -> bool:
    """Whether a mention is no complement: no « de » between the subject's start and it."""
    span = scene.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None:
        return False
    at = span.start
    while at > start and (
        has_role(scene.language, scene.doc[at - 1].lower_, "article")
        or match_entry(scene.language, "civilities", scene.doc, at - 1) is not None
        or scene.doc[at - 1].text == "."
    ):
        at -= 1
    if at <= start:
        return True
    before = scene.doc[at - 1].lower_
    return not (
        has_role(scene.language, before, "complement")
        or has_role(scene.language, before, "adjunct")
    )


def read_person(scene: Scene, start: int, end: int) -> Reading | None:
    """A person named in the subject who is no complement of it."""
    for person in scene.people:
        for naming in person.namings:
            if not (start <= naming.span.start and naming.span.end <= end):
                continue
            at = min(naming.start, naming.span.start)
            title_around = naming.title is not None and naming.title.start < naming.span.start
            before = scene.doc[at - 1].lower_ if at > start else ""
            complement = has_role(scene.language, before, "complement") or (
                has_role(scene.language, before, "adjunct")
            )
            if title_around and has_role(scene.language, scene.doc[at].lower_, "complement"):
                complement = at > start
            # « l'agent du joueur, Stefano Baldi, »: the name set off is the agent's.
            set_off = title_around and scene.doc[naming.span.start - 1].text == ","
            if complement and not set_off and not _writes_document(scene, start, end, at):
                continue
            return Reading(
                refer_to_person(person),
                FoundBy.NAME,
                scene.span_of(start, end),
                naming.span.start,
            )
    return None


def _writes_document(scene: Scene, start: int, end: int, at: int) -> bool:
    """Whether the subject is a writing of the person: « un communiqué de Luc Aubin »."""
    first = find_first_content(scene, start, end)
    behind = find_writer(scene, first, end) if first < end else None
    return behind is not None and find_first_content(scene, behind, end) >= at

"""Subjects that are bodies: « le Kremlin », « la préfecture de l'Orvanche »."""

from __future__ import annotations

from dataclasses import replace

from recoupe.records import EntityKind, FoundBy, Mention, make_slug
from recoupe.rooms.annotate.mentions.headed_phrases import find_body, find_title
from recoupe.rooms.annotate.mentions.phrases import Phrase, find_phrase_end
from recoupe.rooms.annotate.mentions.referents import Referent, refer_to_body
from recoupe.rooms.annotate.mentions.scene import (
    Reading,
    Scene,
    mentions_inside,
)
from recoupe.rooms.annotate.mentions.taken_up_bodies import find_taken_up_body
from recoupe.rooms.annotate.mentions.word_tables import has_role, match_entry


def read_body(scene: Scene, first: int, start: int, end: int) -> Reading | None:
    """A body or place that begins at the first content word, or None; the longer reading wins."""
    doc = scene.doc
    phrase = find_body(doc, first, end, scene.language)
    title = find_title(doc, first, end, scene.language)
    led = _find_name_behind(scene, phrase, end) if phrase is not None else None
    inside = mentions_inside(scene, start, end)
    for mention in [led] if led is not None else inside:
        span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if span is None or mention.kind is EntityKind.PERSON:
            continue
        goes_on = phrase is not None and span.start <= phrase.end < span.end
        if span.start != first and led is None and not goes_on:
            continue
        if phrase is None or span.end >= phrase.end:
            referent = refer_to_body(doc, mention, scene.language)
            if mention.kind is EntityKind.OTHER:
                referent = replace(referent, found_by=FoundBy.UNNAMED)
            return Reading(referent, referent.found_by, scene.span_of(start, end), span.root.i)
    if phrase is None or (title is not None and title.end > phrase.end):
        return None
    known = any(k.head == phrase.head and k.start < phrase.start for k, _ in scene.unnamed)
    taken_up = None if known else find_taken_up_body(doc, scene.mentions, phrase, scene.language)
    if taken_up is not None:
        referent = refer_to_body(doc, taken_up, scene.language)
        return Reading(referent, FoundBy.ORGANISATION, scene.span_of(start, end), phrase.start)
    listed = match_entry(scene.language, "body_nouns", doc, first)
    stands_for = listed[0].data.get("stands_for") if listed is not None else None
    name = str(stands_for) if stands_for else _name_body(scene, phrase)
    referent = Referent(
        name,
        make_slug(name),
        FoundBy.ORGANISATION,
        phrase.gender,
        phrase.number,
        is_person=False,
    )
    return Reading(referent, FoundBy.ORGANISATION, scene.span_of(start, end), phrase.start)


def read_apposed_body(scene: Scene, first: int, end: int) -> Reading | None:
    """The body set off right behind a common noun: « Le promoteur, la société Immovert, »; else None."""
    doc = scene.doc
    comma = next((i for i in range(first + 1, end - 1) if doc[i].text == ","), None)
    if comma is None or doc[first].text[:1].isupper():
        return None
    listed = any(has_role(scene.language, doc[i].lower_, "and") for i in range(comma, end))
    inside = mentions_inside(scene, comma + 1, end)
    if listed or len(inside) != 1 or inside[0].kind is EntityKind.PERSON:
        return None
    span = doc.char_span(inside[0].span.start, inside[0].span.end, alignment_mode="expand")
    # The model takes many a firm for a place; a place that the table knows is one.
    if span is None or span.end != end or match_entry(scene.language, "places", doc, span.start):
        return None
    referent = refer_to_body(doc, inside[0], scene.language)
    return Reading(referent, referent.found_by, scene.span_of(comma + 1, end), span.root.i)


def _find_name_behind(scene: Scene, phrase: Phrase, end: int) -> Mention | None:
    """The name that a body's common noun leads: « le site d'enquête Le Contrechamp »."""
    at = find_phrase_end(scene.doc, phrase.end, len(scene.doc), scene.language)
    if at < min(end, phrase.end) or at + 1 >= len(scene.doc):
        return None
    article = scene.doc[at]
    if not article.text.istitle() or not has_role(scene.language, article.lower_, "article"):
        return None
    starts = {article.idx, scene.doc[at + 1].idx}
    return next((m for m in scene.mentions if m.span.start in starts), None)


def _name_body(scene: Scene, phrase: Phrase) -> str:
    """The words of a body; a bare « le parquet » takes the fuller name given before."""
    text = " ".join(scene.doc.span(phrase.start, phrase.end).text.split())
    if not phrase.words and phrase.definite:
        for known, referent in reversed(scene.unnamed):
            if known.head == phrase.head and known.start < phrase.start:
                return referent.name
    return text if text[:2].isupper() else text[:1].lower() + text[1:]

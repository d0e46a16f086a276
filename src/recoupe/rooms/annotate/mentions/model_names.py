"""The names that the model sees, trimmed to what is the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from recoupe.records import EntityKind
from recoupe.rooms.annotate.mentions.name_words import (
    NAME_WORDS_MAX,
    find_hyphenated_end,
    is_address,
    spell_words,
)
from recoupe.rooms.annotate.mentions.named_span import NamedSpan
from recoupe.rooms.annotate.mentions.word_tables import (
    country_adjectives,
    find_gender,
    has_role,
    is_person_noun,
    match_entry,
)

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc, Token

# A name has a first and a last one; what goes before two may be another's.
LAST_AND_FIRST = 2
_KINDS = {
    "PER": EntityKind.PERSON,
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "LOC": EntityKind.PLACE,
    "GPE": EntityKind.PLACE,
    "MISC": EntityKind.OTHER,
}


def find_model_names(doc: Doc, language: str) -> Iterator[NamedSpan]:
    """The model's entities without articles, addresses, titles and closing marks."""
    for ent in doc.ents:
        kind = _KINDS.get(ent.label_)
        if kind is None:
            continue
        for start, end in _split_pieces(doc, ent.start, ent.end):
            trimmed = _trim(doc, start, end, kind, language)
            if trimmed is not None and not _is_note_label(doc, *trimmed, language):
                yield from _read_entity(doc, *trimmed, kind, language)


def _is_note_label(doc: Doc, start: int, end: int, language: str) -> bool:
    """« PS : le club rouvre lundi », « NDLR : … »: what opens a note is nobody's name."""
    found = match_entry(language, "note_labels", doc, start)
    if found is None or found[1] != end:
        return False
    before = doc[start - 1] if start else None
    return before is None or not before.is_alpha


def _read_entity(
    doc: Doc, start: int, end: int, kind: EntityKind, language: str
) -> Iterator[NamedSpan]:
    """An entity; a person where a title in capitals leads a name (« Premier Ministre Arvo Linna »)."""
    if kind is not EntityKind.PERSON and _is_from(doc, start, end, language):
        word = doc[start].lower_
        if word in country_adjectives(language) or is_person_noun(language, word):
            start, kind = start + 1, EntityKind.PERSON
    if kind is not EntityKind.PERSON:
        title = match_entry(language, "titles", doc, start)
        rest = doc.span(title[1], end) if title is not None else doc.span(start, start)
        if len(rest) > 1 and all(t.text[:1].isupper() and t.is_alpha for t in rest):
            start, kind = rest.start, EntityKind.PERSON
    yield NamedSpan(start, end, kind, spell_words(doc, start, end))


def _split_pieces(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of an entity between commas, colons, brackets, quotation marks and line ends."""
    at = start
    for i in range(start, end):
        if doc[i].is_space or re.fullmatch(r"[,;:()\[\]«»“”\"–—|/]", doc[i].text):
            if at < i:
                yield at, i
            at = i + 1
    if at < end:
        yield at, end


def _trim(
    doc: Doc, start: int, end: int, kind: EntityKind, language: str
) -> tuple[int, int] | None:
    """The tokens without what leads or trails a name; None where no capital is left."""
    first = start
    while start < end and (
        (_is_small(doc[start], language) and not _begins_last_name(doc, start, end, kind))
        or not re.search(r"\w", doc[start].text)
        or is_address(doc[start], language)
        or (kind is EntityKind.PERSON and _leads_person(doc[start], language))
        or (kind is EntityKind.PERSON and _is_from(doc, start, end, language))
    ):
        start += 1
    while end > start and (
        not re.search(r"\w", doc[end - 1].text)
        or (
            doc[end - 1].pos_ in {"VERB", "AUX", "ADP", "PRON"}
            and not doc[end - 1].text[:1].isupper()
        )
    ):
        end -= 1
    if kind is EntityKind.PERSON and first < start == end - 1 and _is_led(doc[start - 1], language):
        # « président de la République »: what is left has an article, as no name of a person has.
        return None
    capital = any(t.text[:1].isupper() for t in doc[start:end])
    if capital and kind is EntityKind.PERSON:
        end = max(end, find_hyphenated_end(doc, end - 1))
    common = all(t.text[:1].islower() for t in doc[start + 1 : end])
    if kind is EntityKind.PERSON and end - start > 1 and common:
        # « Quarante brebis »: one capital, that of the sentence.
        return None
    words = sum(1 for t in doc[start:end] if t.text != "-")
    return (start, end) if capital and words <= NAME_WORDS_MAX else None


def _is_led(before: Token, language: str) -> bool:
    """Whether a word in small letters before a name is an article."""
    return before.text.islower() and has_role(language, before.lower_, "article")


def _is_small(token: Token, language: str) -> bool:
    roles = ("determiner", "complement", "adjunct")
    return any(has_role(language, token.lower_, role) for role in roles)


def _begins_last_name(doc: Doc, start: int, end: int, kind: EntityKind) -> bool:
    """Whether a capital article is part of a last name: « Le Goff » inside a sentence."""
    inside = start > 0 and not doc[start].is_sent_start and doc[start].text.istitle()
    return kind is EntityKind.PERSON and inside and end - start > 1


def _leads_person(token: Token, language: str) -> bool:
    """Whether a word before a person's name is no part of it: a title, a nationality, a common word."""
    if token.lower_ in country_adjectives(language):
        return True
    if match_entry(language, "titles", token.doc, token.i) is not None:
        return find_gender(language, token.text) is None
    return not token.text[:1].isupper() and not has_role(language, token.lower_, "particle")


def _is_from(doc: Doc, start: int, end: int, language: str) -> bool:
    """Whether a word in capitals between « le » and a name says where somebody is from: « le Brestois Luc Roc »."""
    if start == 0 or end - start < 2 or not doc[start + 1].text[:1].isupper():
        return False
    if match_entry(language, "titles", doc, start) is not None:
        return False
    led = has_role(language, doc[start - 1].lower_, "article")
    return led and find_gender(language, doc[start].text) is None


def is_noise(doc: Doc, span: NamedSpan, language: str) -> bool:
    """A lone capitalised word that is no name: a verb or a nationality that opens a sentence."""
    token = doc[span.start]
    if span.kind is not EntityKind.PERSON and token.text[:1].islower():
        return match_entry(language, "titles", doc, token.i) is not None
    if span.end - span.start > 1:
        return False
    if token.lower_ in country_adjectives(language):
        return True
    if token.is_stop or token.like_num or len(token.text) < 2:
        return True
    opens = token.is_sent_start or (token.i > 0 and not doc[token.i - 1].is_alpha)
    if span.kind is EntityKind.PERSON and match_entry(language, "titles", doc, token.i):
        return True
    return bool(opens) and token.pos_ in {
        "VERB",
        "AUX",
        "ADP",
        "ADV",
        "PRON",
        "DET",
        "SCONJ",
        "CCONJ",
    }


def part_from_firms(doc: Doc, spans: list[NamedSpan], language: str) -> list[NamedSpan]:
    """The people among the names, without a body's name that was run into theirs.

    « le directeur financier de Sodélac Bertrand Ossola », where the text names « Sodélac » alone and
    « Bertrand » is a first name.
    """
    lone = {s.name for s in spans if s.kind is not EntityKind.PERSON and s.end - s.start == 1}
    people: list[NamedSpan] = []
    for span in spans:
        if span.kind is not EntityKind.PERSON:
            continue
        run_in = span.end - span.start > LAST_AND_FIRST and doc[span.start].text in lone
        if run_in and find_gender(language, doc[span.start + 1].text) is not None:
            start = span.start + 1
            people.append(NamedSpan(start, span.end, span.kind, spell_words(doc, start, span.end)))
        else:
            people.append(span)
    return people

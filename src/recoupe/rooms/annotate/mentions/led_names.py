"""Names known by the word before them: « Me Roc », « le colonel Roc », « le groupe Kerbel », « Irma Roc »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recoupe.records import EntityKind
from recoupe.rooms.annotate.mentions.name_words import (
    find_hyphenated_end,
    find_name_end,
    spell_words,
)
from recoupe.rooms.annotate.mentions.named_span import NamedSpan
from recoupe.rooms.annotate.mentions.slogan_names import find_slogan_end
from recoupe.rooms.annotate.mentions.word_tables import (
    country_adjectives,
    find_gender,
    find_word,
    has_role,
    match_entry,
)

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc

# « le délégué CGX » is of the CGX: a lone word in capitals this short is no person.
ACRONYM_CHARS = 5


def find_addressed(doc: Doc, language: str) -> Iterator[NamedSpan]:
    """The capitalised words after « M. », « Mme », « Me »: a person, whatever the model says."""
    for token in doc:
        found = (
            match_entry(language, "civilities", doc, token.i) if token.text[:1].isupper() else None
        )
        if found is None:
            continue
        start = found[1]
        if start < len(doc) and doc[start].text == ".":
            start += 1
        end = find_name_end(doc, start, language)
        if end > start and find_word(language, "titles", doc[start].lower_) is None:
            yield NamedSpan(start, end, EntityKind.PERSON, spell_words(doc, start, end))


def find_titled(doc: Doc, language: str) -> Iterator[NamedSpan]:
    """The capitalised words right after a title in lower case: « le colonel Le Guirec », « roi Jean »."""
    for token in doc:
        if not token.text[:1].islower() or token.pos_ in {"ADP", "DET", "PRON", "AUX"}:
            continue
        found = match_entry(language, "titles", doc, token.i)
        if found is None:
            continue
        start = found[1]
        while start < len(doc) and doc[start].lower_ in country_adjectives(language):
            start += 1
        end = find_name_end(doc, start, language)
        short = end == start + 1 and doc[start].is_upper and len(doc[start]) <= ACRONYM_CHARS
        if (
            end > start
            and doc[start].text[:1].isupper()
            and not (doc[start].is_sent_start or short)
        ):
            yield NamedSpan(start, end, EntityKind.PERSON, spell_words(doc, start, end))


def find_led_bodies(doc: Doc, language: str) -> Iterator[NamedSpan]:
    """The capitalised words behind a firm's common noun: « le fabricant de matelas Alvéor »."""
    for token in doc:
        if token.pos_ != "NOUN" or not _leads_names(token.lower_, language):
            continue
        start = token.i + 1
        while start < len(doc) and doc[start].pos_ == "ADJ" and doc[start].is_lower:
            start += 1
        if (
            start + 1 < len(doc)
            and has_role(language, doc[start].lower_, "complement")
            and doc[start + 1].pos_ == "NOUN"
            and doc[start + 1].is_lower
        ):
            start += 2
        end = find_name_end(doc, start, language)
        if end > start and doc[start].text[:1].isupper() and not doc[start].is_sent_start:
            end = find_slogan_end(doc, start, end, token.lower_, language)
            yield NamedSpan(start, end, EntityKind.ORGANISATION, spell_words(doc, start, end))


def _leads_names(noun: str, language: str) -> bool:
    """Whether a noun in lower case is one of a body whose name follows."""
    tables = ("generic_bodies", "slogan_bodies")
    return any(find_word(language, table, noun) is not None for table in tables)


def find_by_first_name(doc: Doc, language: str, taken: dict[int, NamedSpan]) -> Iterator[NamedSpan]:
    """A known first name with the capitalised words after it, where the model saw no person."""
    until = 0
    for token in doc:
        if token.i < until or token.i in taken or not token.text[:1].isupper():
            continue
        if find_gender(language, token.text) is None:
            continue
        end = find_name_end(doc, token.i, language, taken)
        if end > find_hyphenated_end(doc, token.i):
            yield NamedSpan(token.i, end, EntityKind.PERSON, spell_words(doc, token.i, end))
            until = end

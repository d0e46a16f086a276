"""Names of people that are those of things: « la tempête Mahaut », or stand behind a rubric: « Affaire Delorme »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from recoupe.language.names import fold_name
from recoupe.records import EntityKind
from recoupe.rooms.annotate.mentions.name_words import spell_words
from recoupe.rooms.annotate.mentions.named_span import NamedSpan
from recoupe.rooms.annotate.mentions.word_tables import find_word

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc


def tell_things(doc: Doc, spans: Sequence[NamedSpan], language: str) -> list[NamedSpan]:
    """The names with the kinds that the noun before them, or their first word, tells.

    « la tempête Mahaut » names a thing, and so does « Mahaut » in the rest of the article;
    « Affaire Delorme » is Delorme. Does not know a thing that bears a living person's full name.
    """
    parted = [_leave_rubric(doc, span, language) for span in spans]
    things = {
        fold_name(spell_words(doc, span.start + _is_thing(doc, span.start, language), span.end))
        for span in parted
        if span.kind is EntityKind.PERSON and _names_thing(doc, span, language)
    }
    return [
        replace(span, kind=EntityKind.OTHER)
        if span.kind is EntityKind.PERSON
        and (fold_name(span.name) in things or _names_thing(doc, span, language))
        else span
        for span in parted
    ]


def _leave_rubric(doc: Doc, span: NamedSpan, language: str) -> NamedSpan:
    """A person's name without « Affaire », « Procès », « Portrait » before it."""
    entry = find_word(language, "named_things", doc[span.start].lower_)
    leads = entry is not None and entry.data["kind"] == "of" and span.end - span.start > 1
    if span.kind is not EntityKind.PERSON or not leads:
        return span
    return replace(span, start=span.start + 1, name=spell_words(doc, span.start + 1, span.end))


def _names_thing(doc: Doc, span: NamedSpan, language: str) -> bool:
    """Whether a thing's noun begins a name of several words, or stands right before one of one word."""
    if span.end - span.start > 1:
        return _is_thing(doc, span.start, language)
    return span.start > 0 and _is_thing(doc, span.start - 1, language)


def _is_thing(doc: Doc, at: int, language: str) -> bool:
    """Whether a token is a noun of things that have names of their own."""
    entry = find_word(language, "named_things", doc[at].lower_)
    return entry is not None and entry.data["kind"] == "own"

"""Names known by what is set beside them: « la maire, Irma Valjac, », « Fanta, 19 ans, »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recoupe.records import EntityKind
from recoupe.rooms.annotate.mentions.headed_phrases import find_title
from recoupe.rooms.annotate.mentions.name_words import find_name_end, spell_words
from recoupe.rooms.annotate.mentions.named_span import NamedSpan
from recoupe.rooms.annotate.mentions.phrases import find_phrase_end, read_phrase
from recoupe.rooms.annotate.mentions.word_tables import find_word, match_entry

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc

# Marks that close what is set off.
CLOSING = frozenset({",", ".", ":", ")", "(", "»", "!", "?", "–", "—"})
# The noun that calls a person stands at most so many tokens before the comma.
NOUN_REACH = 10
# Tables whose names are no people, whatever stands beside them.
KNOWN_TABLES = ("metonyms", "organisations", "places", "agencies")


def find_set_off(doc: Doc, language: str) -> Iterator[NamedSpan]:
    """People named in apposition to a noun for one person, or with their age behind.

    « le gouverneur de la province, Moussa Tiélé, », « sa fille, Véronique, », « Fanta, 19 ans, ».
    Names that a table knows (« le préfet, Paris et Rome ») and those that no mark closes are left
    out; a list (« le maire, Natexo, Valdor ») is not told from an apposition.
    """
    for token in doc:
        if token.is_sent_start or not token.text[:1].isupper():
            continue
        comma = token.i - 1
        if doc[comma].text != ",":
            continue
        yield from _read_name(
            doc, token.i, language, aged_only=not _calls_one(doc, comma, language)
        )
    for sentence in doc.sents:
        start = sentence.start
        while start < sentence.end and (doc[start].is_space or doc[start].is_punct):
            start += 1
        if start < sentence.end and doc[start].text[:1].isupper():
            yield from _read_name(doc, start, language, aged_only=True)


def _read_name(doc: Doc, start: int, language: str, *, aged_only: bool) -> Iterator[NamedSpan]:
    """The capitalised words that begin here, where a mark or an age closes them."""
    if any(match_entry(language, table, doc, start) is not None for table in KNOWN_TABLES):
        return
    if match_entry(language, "titles", doc, start) is not None or doc[start].is_stop:
        return
    end = find_name_end(doc, start, language)
    if not start < end < len(doc):
        return
    closed = doc[end].text in CLOSING or doc[end].is_space or doc[end].lower_ == "qui"
    if _has_age(doc, end, language) or (closed and not aged_only):
        yield NamedSpan(start, end, EntityKind.PERSON, spell_words(doc, start, end))


def _has_age(doc: Doc, at: int, language: str) -> bool:
    """Whether « , 19 ans » or « (19 ans) », closed by a mark, stands here."""
    if at + 3 >= len(doc) or doc[at].text not in {",", "("} or doc[at + 1].pos_ != "NUM":
        return False
    unit = find_word(language, "time_units", doc[at + 2].lower_)
    return unit is not None and unit.data["unit"] == "year" and doc[at + 3].text in CLOSING


def _calls_one(doc: Doc, comma: int, language: str) -> bool:
    """Whether the words before a comma are « la maire de Brive », « sa fille »: one definite person."""
    for at in range(comma - 1, max(-1, comma - NOUN_REACH), -1):
        token = doc[at]
        if token.is_punct or token.is_space or token.pos_ in {"VERB", "AUX"}:
            return False
        phrase = find_title(doc, at, comma, language)
        if phrase is None and match_entry(language, "person_words", doc, at) is not None:
            end = find_phrase_end(doc, at + 1, comma, language)
            phrase = read_phrase(doc, at, end, token.lower_, language)
        if phrase is not None and phrase.end == comma:
            return phrase.definite is True and phrase.number == "s"
    return False

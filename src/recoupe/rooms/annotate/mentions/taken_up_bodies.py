"""Bodies that a common noun takes up: « Kerbel recrute. Le groupe assure … »."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoupe.records import EntityKind, Mention
from recoupe.rooms.annotate.mentions.phrases import Phrase
from recoupe.rooms.annotate.mentions.word_tables import find_word, has_role, match_entry

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc


def find_taken_up_body(
    doc: Doc, mentions: Sequence[Mention], phrase: Phrase, language: str
) -> Mention | None:
    """The named body that a bare « le groupe », « l'association » takes up, or None.

    The one named most often so far, of equals the last. Bodies that a table knows (« l'ONU », the
    agencies that are credited everywhere) are no candidates: an article does not call them so.
    Cannot tell which of two firms of one article is meant.
    """
    generic = find_word(language, "generic_bodies", doc[phrase.start].lower_)
    bare = phrase.end == phrase.start + 1 and phrase.definite and phrase.number == "s"
    lead = doc[phrase.start - 1].lower_ if phrase.start > 0 else ""
    if generic is None or not bare or has_role(language, lead, "possessive"):
        return None
    if phrase.end < len(doc) and doc[phrase.end].text[:1].isupper():
        return None
    limit = doc[phrase.start].idx
    named = [
        m
        for m in mentions
        if m.kind is EntityKind.ORGANISATION
        and m.span.end <= limit
        and _bears_name(doc, m, language)
    ]
    counts = Counter(m.entity for m in named)
    return max(named, key=lambda m: (counts[m.entity], m.span.start), default=None)


def _bears_name(doc: Doc, mention: Mention, language: str) -> bool:
    """Whether a mention is a name that no table knows: « Kerbel », not « la préfecture du Rhône »."""
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None or not span[0].text[:1].isupper():
        return False
    tables = ("agencies", "body_nouns", "metonyms", "organisations")
    return all(match_entry(language, table, doc, span.start) is None for table in tables)

"""Names that the words before them show to be towns: « la mairie de Marvejan », « À Marvejan, … »."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoupe.language.names import fold_name
from recoupe.records import EntityKind
from recoupe.rooms.annotate.mentions.named_span import NamedSpan
from recoupe.rooms.annotate.mentions.word_tables import find_word, has_role

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc


def find_towns(doc: Doc, spans: Sequence[NamedSpan], language: str) -> frozenset[str]:
    """The folded names of one word that stand behind a town's noun or open a sentence with « à ».

    Last names of people named in full are left out (« les habitants de Roc » beside « Luc Roc »).
    « donné à Luc » is no place: only « à » that opens a sentence, closed by a comma, counts.
    """
    people = {
        fold_name(span.name.split()[-1])
        for span in spans
        if span.kind is EntityKind.PERSON and " " in span.name
    }
    towns = {
        fold_name(span.name)
        for span in spans
        if " " not in span.name and _is_town(doc, span, language)
    }
    return frozenset(towns - people)


def _is_town(doc: Doc, span: NamedSpan, language: str) -> bool:
    lead, head = span.start - 1, span.start - 2
    if lead < 0:
        return False
    word = doc[lead].lower_
    if has_role(language, word, "complement") and head >= 0:
        return find_word(language, "place_heads", doc[head].lower_) is not None
    opens = doc[lead].is_sent_start and has_role(language, word, "adjunct")
    return bool(opens) and word == "à" and span.end < len(doc) and doc[span.end].text == ","

"""Names found again where the article repeats them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from recoupe.language.names import fold_name, is_translator_slip
from recoupe.records import EntityKind
from recoupe.rooms.annotate.mentions.name_words import find_hyphenated_end
from recoupe.rooms.annotate.mentions.named_span import NamedSpan

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc


def repeat_names(doc: Doc, taken: dict[int, NamedSpan]) -> Iterator[NamedSpan]:
    """Other places of a person's last name, or of a lone name, a translator's « s » included."""
    last_words: dict[str, NamedSpan] = {}
    for span in sorted(set(taken.values())):
        if span.kind is EntityKind.OTHER:
            continue
        if span.end - span.start == 1 or span.kind is EntityKind.PERSON:
            first = _begin_hyphenated(doc, span)
            last_words.setdefault(fold_name(doc.span(first, span.end).text), span)
    until = 0
    for token in doc:
        if token.i in taken or not token.text[:1].isupper() or len(token.text) < 3:
            continue
        end = find_hyphenated_end(doc, token.i)
        if token.i < until:
            continue
        word = doc.span(token.i, end).text
        if fold_name(word) not in last_words:
            end, word = token.i + 1, token.text
        until = end
        folded = fold_name(word)
        shorter = re.sub(r"(?:'s|s|')$", "", folded)
        for key in (folded, shorter):
            known = last_words.get(key)
            if known is not None and (key == folded or is_translator_slip(word, key)):
                last = doc.span(_begin_hyphenated(doc, known), known.end).text
                name = known.name if known.known else last
                yield NamedSpan(token.i, end, known.kind, name, known=known.known)
                break


def _begin_hyphenated(doc: Doc, span: NamedSpan) -> int:
    """The first token of the hyphenated word that ends a name."""
    at = span.end - 1
    while at - 2 >= span.start and find_hyphenated_end(doc, at - 2) > at:
        at -= 2
    return at

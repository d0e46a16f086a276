"""Stretches of text that name somebody or something, before they are joined to entities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from recoupe.language.names import fold_name
from recoupe.records import EntityKind
from recoupe.rooms.annotate.mentions.led_names import (
    find_addressed,
    find_by_first_name,
    find_led_bodies,
    find_titled,
)
from recoupe.rooms.annotate.mentions.model_names import find_model_names, is_noise, part_from_firms
from recoupe.rooms.annotate.mentions.named_span import NamedSpan
from recoupe.rooms.annotate.mentions.repeated_names import repeat_names
from recoupe.rooms.annotate.mentions.set_off_names import find_set_off
from recoupe.rooms.annotate.mentions.thing_names import tell_things
from recoupe.rooms.annotate.mentions.towns import find_towns
from recoupe.rooms.annotate.mentions.word_tables import match_entry

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc


def find_named_spans(doc: Doc, language: str) -> list[NamedSpan]:
    """Names in text order, disjoint: tables first, then the model, then what the model missed.

    Leading articles and forms of address are no part of a name. A name the model saw once is found
    at its other places too, a translator's « s » included (« Ruttes »). They are looked for once
    a document and kept with it.
    """
    kept: list[NamedSpan] | None = doc.kept.get("named spans")
    if kept is None:
        kept = doc.kept["named spans"] = _look_for_names(doc, language)
    return list(kept)


def _look_for_names(doc: Doc, language: str) -> list[NamedSpan]:
    taken: dict[int, NamedSpan] = {}
    seen = tell_things(doc, list(find_model_names(doc, language)), language)
    persons = part_from_firms(doc, seen, language)
    _place(taken, find_addressed(doc, language))
    _place(taken, (span for span in persons if span.end - span.start > 1))
    _place(taken, _from_tables(doc, language))
    _place(taken, find_set_off(doc, language))
    _place(taken, find_titled(doc, language))
    _place(taken, find_led_bodies(doc, language))
    _place(taken, repeat_names(doc, taken))
    _place(taken, (s for s in seen if not is_noise(doc, s, language)))
    _place(taken, find_by_first_name(doc, language, taken))
    _place(taken, repeat_names(doc, taken))
    return _settle_kinds(doc, sorted(set(taken.values())), language)


def _settle_kinds(doc: Doc, spans: list[NamedSpan], language: str) -> list[NamedSpan]:
    """One kind for one name.

    That of the tables, of the common noun that leads it (« préfecture de … »), else the one the
    model gives most often in this text, the first of equals.
    """
    votes: dict[str, Counter[EntityKind]] = {}
    for span in spans:
        votes.setdefault(fold_name(span.name), Counter())[span.kind] += 1
    towns = find_towns(doc, spans, language)
    settled: list[NamedSpan] = []
    for span in spans:
        kind = span.kind
        if not span.known and kind is not EntityKind.PERSON and span.end - span.start > 1:
            lead = match_entry(language, "body_nouns", doc, span.start)
            if lead is not None and lead[0].data.get("named", True):
                kind = EntityKind.ORGANISATION
        if not span.known and kind is span.kind:
            kind = votes[fold_name(span.name)].most_common(1)[0][0]
        if not span.known and fold_name(span.name) in towns:
            kind = EntityKind.PLACE
        settled.append(replace(span, kind=kind))
    return settled


def _place(taken: dict[int, NamedSpan], spans: Iterable[NamedSpan]) -> None:
    """Add the spans whose tokens are still free."""
    for span in list(spans):
        if not any(i in taken for i in range(span.start, span.end)):
            taken.update(dict.fromkeys(range(span.start, span.end), span))


def _from_tables(doc: Doc, language: str) -> Iterator[NamedSpan]:
    """Bodies, metonyms and places that the tables know, at capitalised words."""
    until = 0
    for token in doc:
        if token.i < until or (not token.text[:1].isupper() and not token.text[:1].isdigit()):
            continue
        for table in ("metonyms", "organisations", "places"):
            found = match_entry(language, table, doc, token.i)
            if found is not None:
                entry, end = found
                if not _goes_on(doc, end):
                    kind = EntityKind(entry.data["kind"])
                    yield NamedSpan(token.i, end, kind, str(entry.data["name"]), known=True)
                    until = end
                break


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether a hyphen ties the next word to the name (« Paris-Saclay »)."""
    return end < len(doc) and doc[end].text.startswith("-") and not doc[end - 1].whitespace_

"""Finds the people, bodies and places that a parsed document names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from recoupe.language.names import fold_name
from recoupe.records import EntityKind, Mention, Span, make_slug
from recoupe.rooms.annotate.mentions.headed_phrases import can_head, find_body, find_title
from recoupe.rooms.annotate.mentions.named_span import NamedSpan
from recoupe.rooms.annotate.mentions.named_spans import find_named_spans
from recoupe.rooms.annotate.mentions.people import Person, find_people
from recoupe.rooms.annotate.mentions.phrases import Phrase
from recoupe.rooms.annotate.mentions.title_owners import find_title_owner

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc


def find_mentions(doc: Doc, language: str) -> tuple[Mention, ...]:
    """The mentions of a document, disjoint and in text order.

    Names come from the tables of the language (« Nato » is the OTAN, « Kursk » is Koursk), from the
    model, and from what the text itself repeats (« Ruttes »). « M. Rutte », « Rutte » and « le
    secrétaire général de l'OTAN » carry the fullest name of the person within the article; two
    last names are never joined because they hold one title. Bodies called by a common noun
    (« la préfecture du Rhône ») are mentions where they are told by a name or an adjective.

    Does not find pronouns, nor titles and common nouns that no naming in the article explains.

    Source:
        docs/decisions/0003-parser-speed.md for the cost of the parse that this reads.
    """
    spans = find_named_spans(doc, language)
    people = find_people(doc, language)
    found = [*_mention_people(doc, people), *_mention_things(doc, spans)]
    taken = {
        i for person in people for naming in person.namings for i in range(naming.start, naming.end)
    }
    named = {i for span in spans for i in range(span.start, span.end)}
    bodies = list(_mention_bodies(doc, taken, named, language))
    found = [m for m in found if not any(b.span.contains(m.span) for b in bodies)] + bodies
    found += _mention_titles(doc, people, taken, language)
    return _keep_disjoint(found)


def _char_span(doc: Doc, start: int, end: int) -> Span:
    last = doc[end - 1]
    return Span(doc[start].idx, last.idx + len(last.text))


def _mention_people(doc: Doc, people: Sequence[Person]) -> Iterator[Mention]:
    for person in people:
        for naming in person.namings:
            title = naming.title
            yield Mention(
                span=_char_span(doc, naming.span.start, naming.span.end),
                kind=EntityKind.PERSON,
                name=person.name,
                entity=person.entity,
                title=doc.span(title.start, title.end).text if title is not None else None,
            )


def _mention_things(doc: Doc, spans: Sequence[NamedSpan]) -> Iterator[Mention]:
    """Bodies, places and other names; spellings that differ by case or accents are one."""
    names: dict[str, str] = {}
    for span in spans:
        if span.kind is not EntityKind.PERSON:
            name = names.setdefault(fold_name(span.name), span.name)
            place = _char_span(doc, span.start, span.end)
            yield Mention(span=place, kind=span.kind, name=name, entity=make_slug(name))


def _mention_bodies(doc: Doc, taken: set[int], named: set[int], language: str) -> Iterator[Mention]:
    """Bodies called by a common noun: « la préfecture du Rhône », then « la préfecture »."""
    fullest: dict[str, str] = {}
    until = 0
    for token in doc:
        if token.i < until or not can_head(token) or token.i in taken or token.i in named:
            continue
        phrase = find_body(doc, token.i, _sentence_end(doc, token.i), language)
        if (
            phrase is None
            or not phrase.named
            or any(i in taken for i in range(phrase.start, phrase.end))
            or (
                phrase.end in named
                and phrase.end - 1 in named
                and not doc[phrase.end].text[:1].isupper()
            )
        ):
            # « l'association Parents à table »: the name goes on behind what the phrase can take.
            continue
        until = phrase.end
        name = name_body(doc, phrase)
        if phrase.words and phrase.definite is not False and phrase.number == "s":
            fullest.setdefault(phrase.head, name)
        elif not phrase.words and phrase.definite and phrase.head in fullest:
            name = fullest[phrase.head]
        elif not phrase.words or phrase.definite is False:
            continue
        yield Mention(
            span=_char_span(doc, phrase.start, phrase.end),
            kind=EntityKind.ORGANISATION,
            name=name,
            entity=make_slug(name),
        )


def name_body(doc: Doc, phrase: Phrase) -> str:
    """The words of a phrase as a name: the head in lower case unless it is an abbreviation."""
    text = " ".join(doc.span(phrase.start, phrase.end).text.split())
    head = doc[phrase.start].text
    return text if head.isupper() and len(head) > 1 else text[:1].lower() + text[1:]


def _mention_titles(
    doc: Doc, people: Sequence[Person], taken: set[int], language: str
) -> list[Mention]:
    """Titles without a name that the article explains elsewhere."""
    found: list[Mention] = []
    unnamed_heads: set[str] = set()
    until = 0
    for token in doc:
        if token.i < until or not can_head(token) or token.i in taken:
            continue
        phrase = find_title(doc, token.i, _sentence_end(doc, token.i), language)
        if phrase is None:
            continue
        until = phrase.end
        if phrase.definite is False:
            unnamed_heads.add(phrase.head)
        if not phrase.definite or phrase.head in unnamed_heads:
            continue
        owner = find_title_owner(phrase, people, doc, language)
        if owner is not None:
            found.append(
                Mention(
                    span=_char_span(doc, phrase.start, phrase.end),
                    kind=EntityKind.PERSON,
                    name=owner.name,
                    entity=owner.entity,
                    title=doc.span(phrase.start, phrase.end).text,
                )
            )
    return found


def _sentence_end(doc: Doc, index: int) -> int:
    """One past the last token of the sentence, at most 24 tokens on: no phrase is longer."""
    return min(doc.sentence_ends[index], index + 24)


def _keep_disjoint(found: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions in text order; of two that overlap the longer one."""
    ranked = sorted(found, key=lambda m: (-m.span.length_chars, m.span.start, m.kind, m.name))
    kept: list[Mention] = []
    ends: dict[int, Mention] = {}
    for mention in ranked:
        if not any(i in ends for i in range(mention.span.start, mention.span.end)):
            ends.update(dict.fromkeys(range(mention.span.start, mention.span.end), mention))
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.span))

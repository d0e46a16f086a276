"""Stretches of text that name somebody or something, before they are joined to entities."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from recoupe.language.names import fold_name, is_translator_slip
from recoupe.records import EntityKind
from recoupe.rooms.annotate.mentions.word_tables import (
    country_adjectives,
    find_gender,
    find_word,
    has_role,
    is_person_noun,
    match_entry,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KINDS = {
    "PER": EntityKind.PERSON,
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "LOC": EntityKind.PLACE,
    "GPE": EntityKind.PLACE,
    "MISC": EntityKind.OTHER,
}
# A name of more words is a run of capitals in a menu, not a name: « Ursula von der Leyen » has 4,
# the longest person name of the samples 5.
NAME_WORDS_MAX = 6
# « le délégué CGX » is of the CGX: a lone word in capitals this short is no person.
ACRONYM_CHARS = 5


@dataclass(frozen=True, slots=True, order=True)
class NamedSpan:
    """Tokens that name something.

    Attributes:
        start: First token.
        end: One past the last token.
        kind: What is named.
        name: Canonical name from a table, else the words as printed.
        known: Whether a table gave the name.
    """

    start: int
    end: int
    kind: EntityKind
    name: str
    known: bool = False


def find_named_spans(doc: Doc, language: str) -> list[NamedSpan]:
    """Names in text order, disjoint: tables first, then the model, then what the model missed.

    Leading articles and forms of address are no part of a name. A name the model saw once is found
    at its other places too, a translator's « s » included (« Ruttes »). They are looked for once
    a document and kept with it.
    """
    kept: list[NamedSpan] | None = doc.user_data.get("recoupe_named_spans")
    if kept is None:
        kept = doc.user_data["recoupe_named_spans"] = _look_for_names(doc, language)
    return list(kept)


def _look_for_names(doc: Doc, language: str) -> list[NamedSpan]:
    taken: dict[int, NamedSpan] = {}
    persons = [span for span in _from_model(doc, language) if span.kind is EntityKind.PERSON]
    _place(taken, _from_address(doc, language))
    _place(taken, (span for span in persons if span.end - span.start > 1))
    _place(taken, _from_tables(doc, language))
    _place(taken, _from_titles(doc, language))
    _place(taken, _from_body_nouns(doc, language))
    _place(taken, _repeat_names(doc, taken))
    _place(taken, (s for s in _from_model(doc, language) if not _is_noise(doc, s, language)))
    _place(taken, _from_first_names(doc, language, taken))
    _place(taken, _repeat_names(doc, taken))
    return _settle_kinds(doc, sorted(set(taken.values())), language)


def _settle_kinds(doc: Doc, spans: list[NamedSpan], language: str) -> list[NamedSpan]:
    """One kind for one name.

    That of the tables, of the common noun that leads it (« préfecture de … »), else the one the
    model gives most often in this text, the first of equals.
    """
    votes: dict[str, Counter[EntityKind]] = {}
    for span in spans:
        votes.setdefault(fold_name(span.name), Counter())[span.kind] += 1
    settled: list[NamedSpan] = []
    for span in spans:
        kind = span.kind
        if not span.known and kind is not EntityKind.PERSON and span.end - span.start > 1:
            lead = match_entry(language, "body_nouns", doc, span.start)
            if lead is not None and lead[0].data.get("named", True):
                kind = EntityKind.ORGANISATION
        if not span.known and kind is span.kind:
            kind = votes[fold_name(span.name)].most_common(1)[0][0]
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


def _from_model(doc: Doc, language: str) -> Iterator[NamedSpan]:
    """The model's entities without articles, addresses, titles and closing marks."""
    for ent in doc.ents:
        kind = _KINDS.get(ent.label_)
        if kind is None:
            continue
        for start, end in _split_pieces(doc, ent.start, ent.end):
            trimmed = _trim(doc, start, end, kind, language)
            if trimmed is not None:
                yield from _read_entity(doc, *trimmed, kind, language)


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
        rest = doc[title[1] : end] if title is not None else doc[start:start]
        if len(rest) > 1 and all(t.text[:1].isupper() and t.is_alpha for t in rest):
            start, kind = rest.start, EntityKind.PERSON
    yield NamedSpan(start, end, kind, _words(doc, start, end))


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
    while start < end and (
        (_is_small(doc[start], language) and not _begins_last_name(doc, start, end, kind))
        or not re.search(r"\w", doc[start].text)
        or _is_address(doc[start], language)
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
    capital = any(t.text[:1].isupper() for t in doc[start:end])
    if capital and kind is EntityKind.PERSON:
        end = max(end, find_hyphenated_end(doc, end - 1))
    words = sum(1 for t in doc[start:end] if t.text != "-")
    return (start, end) if capital and words <= NAME_WORDS_MAX else None


def _is_small(token: Token, language: str) -> bool:
    roles = ("determiner", "complement", "adjunct")
    return any(has_role(language, token.lower_, role) for role in roles)


def _begins_last_name(doc: Doc, start: int, end: int, kind: EntityKind) -> bool:
    """Whether a capital article is part of a last name: « Le Goff » inside a sentence."""
    inside = start > 0 and not doc[start].is_sent_start and doc[start].text.istitle()
    return kind is EntityKind.PERSON and inside and end - start > 1


def _is_address(token: Token, language: str) -> bool:
    return match_entry(language, "civilities", token.doc, token.i) is not None


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


def _is_noise(doc: Doc, span: NamedSpan, language: str) -> bool:
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


def _from_address(doc: Doc, language: str) -> Iterator[NamedSpan]:
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
        end = _find_name_end(doc, start, language)
        if end > start and find_word(language, "titles", doc[start].lower_) is None:
            yield NamedSpan(start, end, EntityKind.PERSON, _words(doc, start, end))


def _from_titles(doc: Doc, language: str) -> Iterator[NamedSpan]:
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
        end = _find_name_end(doc, start, language)
        short = end == start + 1 and doc[start].is_upper and len(doc[start]) <= ACRONYM_CHARS
        if (
            end > start
            and doc[start].text[:1].isupper()
            and not (doc[start].is_sent_start or short)
        ):
            yield NamedSpan(start, end, EntityKind.PERSON, _words(doc, start, end))


def _from_body_nouns(doc: Doc, language: str) -> Iterator[NamedSpan]:
    """The capitalised words behind a firm's common noun: « le fabricant de matelas Alvéor »."""
    for token in doc:
        if token.pos_ != "NOUN" or find_word(language, "generic_bodies", token.lower_) is None:
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
        end = _find_name_end(doc, start, language)
        if end > start and doc[start].text[:1].isupper() and not doc[start].is_sent_start:
            yield NamedSpan(start, end, EntityKind.ORGANISATION, _words(doc, start, end))


def find_hyphenated_end(doc: Doc, index: int) -> int:
    """One past the last token of the hyphenated word that begins here: « Tessier-Roy » has three."""
    end = index + 1
    while (
        end + 1 < len(doc)
        and doc[end].text == "-"
        and not doc[end - 1].whitespace_
        and not doc[end].whitespace_
        and doc[end + 1].text[:1].isupper()
    ):
        end += 2
    return end


def _find_name_end(doc: Doc, start: int, language: str, taken: Container[int] = frozenset()) -> int:
    """One past the last word of the name that begins here; `start` where none does."""
    end = last = start
    words = 0
    while end < len(doc) and words < NAME_WORDS_MAX and (end == start or end not in taken):
        if not _is_name_word(doc[end], language):
            break
        end = find_hyphenated_end(doc, end)
        words += 1
        last = end if doc[end - 1].text[:1].isupper() else last
    return last


def _is_name_word(token: Token, language: str) -> bool:
    text = token.text
    if text[:1].isupper() and re.match(r"[^\W\d_]", text):
        return not _is_address(token, language)
    return has_role(language, token.lower_, "particle")


def _from_first_names(doc: Doc, language: str, taken: dict[int, NamedSpan]) -> Iterator[NamedSpan]:
    """A known first name with the capitalised words after it, where the model saw no person."""
    until = 0
    for token in doc:
        if token.i < until or token.i in taken or not token.text[:1].isupper():
            continue
        if find_gender(language, token.text) is None:
            continue
        end = _find_name_end(doc, token.i, language, taken)
        if end > find_hyphenated_end(doc, token.i):
            yield NamedSpan(token.i, end, EntityKind.PERSON, _words(doc, token.i, end))
            until = end


def _repeat_names(doc: Doc, taken: dict[int, NamedSpan]) -> Iterator[NamedSpan]:
    """Other places of a person's last name, or of a lone name, a translator's « s » included."""
    last_words: dict[str, NamedSpan] = {}
    for span in sorted(set(taken.values())):
        if span.kind is EntityKind.OTHER:
            continue
        if span.end - span.start == 1 or span.kind is EntityKind.PERSON:
            first = _begin_hyphenated(doc, span)
            last_words.setdefault(fold_name(doc[first : span.end].text), span)
    until = 0
    for token in doc:
        if token.i in taken or not token.text[:1].isupper() or len(token.text) < 3:
            continue
        end = find_hyphenated_end(doc, token.i)
        if token.i < until:
            continue
        word = doc[token.i : end].text
        if fold_name(word) not in last_words:
            end, word = token.i + 1, token.text
        until = end
        folded = fold_name(word)
        shorter = re.sub(r"(?:'s|s|')$", "", folded)
        for key in (folded, shorter):
            known = last_words.get(key)
            if known is not None and (key == folded or is_translator_slip(word, key)):
                last = doc[_begin_hyphenated(doc, known) : known.end].text
                name = known.name if known.known else last
                yield NamedSpan(token.i, end, known.kind, name, known=known.known)
                break


def _begin_hyphenated(doc: Doc, span: NamedSpan) -> int:
    """The first token of the hyphenated word that ends a name."""
    at = span.end - 1
    while at - 2 >= span.start and find_hyphenated_end(doc, at - 2) > at:
        at -= 2
    return at


def _words(doc: Doc, start: int, end: int) -> str:
    """The words as printed, white space as single blanks, soft hyphens left out."""
    text = doc[start:end].text.replace("\u00ad", "").replace("\u200b", "")
    return " ".join(text.split())

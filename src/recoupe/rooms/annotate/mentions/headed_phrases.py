"""Noun phrases whose head a table knows: titles, trades and bodies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from recoupe.rooms.annotate.mentions.phrases import Phrase, find_phrase_end, read_phrase
from recoupe.rooms.annotate.mentions.word_tables import (
    find_word,
    has_role,
    is_person_noun,
    match_entry,
)

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc, Token

_HEADLESS = frozenset({"ADP", "DET", "PRON", "AUX"})


def can_head(token: Token) -> bool:
    """Whether a word can be the head of a title or a body's phrase at all."""
    return not (token.is_punct or token.is_space or token.pos_ in _HEADLESS)


def find_title(doc: Doc, index: int, limit: int, language: str) -> Phrase | None:
    """The title or trade whose head begins at this token, or None.

    Catches « secrétaire général de l'OTAN », « maire (PS) » up to the bracket, « vice-président »,
    and any common noun that calls a person by what he or she does (« le skipper »).
    """
    return _find_headed(doc, index, limit, language, "titles") or _find_trade(
        doc, index, limit, language
    )


def find_body(doc: Doc, index: int, limit: int, language: str) -> Phrase | None:
    """The phrase of a body whose common noun begins at this token, or None."""
    return _find_headed(doc, index, limit, language, "body_nouns", adjuncts=False)


def takes_up(doc: Doc, title: Phrase, language: str) -> bool:
    """Whether a title can only mean somebody named before: « la chercheuse », « ce spécialiste ».

    Roles that « le » can bring in at first mention (« le maire », « le pilote »), titles with « de »
    and those of somebody (« son avocat ») take nobody up.
    """
    lead = doc[title.start - 1].lower_ if title.start > 0 else ""
    if not title.definite or title.number == "p" or has_role(language, lead, "possessive"):
        return False
    if has_role(language, lead, "demonstrative"):
        # « ce fils d'instituteurs », « cette habituée »: somebody just told of.
        return True
    words = (doc[i].lower_ for i in range(title.start, title.end))
    if any(has_role(language, word, "complement") for word in words):
        return False
    return find_word(language, "situational_roles", title.head.lower()) is None


def _find_trade(doc: Doc, index: int, limit: int, language: str) -> Phrase | None:
    """A noun that no title names but that calls a person: « vigneronne », « skipper »."""
    token = doc[index]
    word = token.lower_
    if token.pos_ != "NOUN" or not is_person_noun(language, word, token.lemma_.lower()):
        return None
    tables = ("person_words", "body_nouns")
    if any(match_entry(language, table, doc, index) for table in tables):
        return None
    if find_word(language, "time_units", word) is not None:
        return None
    end = find_phrase_end(doc, index + 1, max(limit, index + 1), language)
    return read_phrase(doc, index, end, token.lemma_.lower(), language)


def _find_headed(
    doc: Doc, index: int, limit: int, language: str, table: str, *, adjuncts: bool = True
) -> Phrase | None:
    token = doc[index]
    if not can_head(token):
        return None
    found = match_entry(language, table, doc, token.i)
    if found is None:
        return None
    entry, head_end = found
    end = find_phrase_end(doc, head_end, max(limit, head_end), language, adjuncts=adjuncts)
    head = str(entry.data.get("name", token.lower_))
    is_a = frozenset(entry.data.get("is_a", ()))
    phrase = read_phrase(doc, index, end, head, language, head_end=head_end, is_a=is_a)
    return replace(phrase, named=bool(entry.data.get("named", True)))

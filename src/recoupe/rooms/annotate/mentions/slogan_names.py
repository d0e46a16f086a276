"""Names of bodies that are a phrase or a call: « Parents à table », « Sauvons le lac »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoupe.rooms.annotate.mentions.word_tables import find_word, has_role

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc

# Words in lower case behind the first of a name: « Non au contournement de Lomère » has four.
TAIL_WORDS_MAX = 6
# Endings of imperatives and infinitives, with which a call begins: « Sauvons », « Vivre ».
_CALL_ENDINGS = ("ons", "ez", "er", "ir", "re")
_WORDS = frozenset({"NOUN", "ADJ", "PROPN"})


def find_slogan_end(doc: Doc, start: int, end: int, lead: str, language: str) -> int:
    """One past the last word of the name that begins at a capital behind a body's noun.

    Takes nouns and adjectives behind « à », « pour », « contre », « de »; those behind an article as
    well where the name begins with a verb, a pronoun or an article of its own. Stops at verbs,
    marks and those who are spoken to (« à la presse »).

    Args:
        doc: The parse.
        start: The capitalised word.
        end: One past the last capitalised word of the name.
        lead: The body's noun, lower case.
        language: The pack whose tables are read.

    Returns:
        `end` where nothing goes on.
    """
    if find_word(language, "slogan_bodies", lead) is None:
        return end
    if _is_told_by_one_word(doc, start, end):
        return end + 1
    called = _is_call(doc, start, language)
    linked = called
    last = end
    for at in range(end, min(len(doc), end + TAIL_WORDS_MAX)):
        token = doc[at]
        word = token.lower_
        if _links(doc, at, language):
            linked = True
        elif (
            has_role(language, word, "article") and linked and (called or doc[at - 1].lower_ != "à")
        ):
            continue
        elif not linked or not _is_word(doc, at) or has_role(language, word, "hearer"):
            break
        else:
            last, linked = at + 1, called and token.pos_ != "PROPN"
    return last


def _is_told_by_one_word(doc: Doc, start: int, end: int) -> bool:
    """« l'association Foie vivant parle », « le parti Écologie demain, »: an adjective or adverb ends the name."""
    if end != start + 1 or doc[start].is_upper or end + 1 >= len(doc):
        return False
    word, after = doc[end], doc[end + 1]
    tells = word.pos_ in {"ADJ", "ADV"} or "VerbForm=Part" in str(word.morph)
    closes = after.is_punct or "VerbForm=Fin" in str(after.morph)
    return word.is_alpha and word.is_lower and tells and closes and len(word.text) > 2


def _is_call(doc: Doc, start: int, language: str) -> bool:
    """Whether a name begins with a verb, a pronoun or an article."""
    token = doc[start]
    small = has_role(language, token.lower_, "determiner") or token.pos_ in {"PRON", "DET", "VERB"}
    return small or (token.pos_ != "NOUN" and token.lower_.endswith(_CALL_ENDINGS))


def _links(doc: Doc, at: int, language: str) -> bool:
    """Whether a preposition that names have stands here; « de » only where a call has begun."""
    return find_word(language, "slogan_links", doc[at].lower_) is not None


def _is_word(doc: Doc, at: int) -> bool:
    """Whether a token is a noun or adjective, « tous », or « demain » behind « pour »."""
    token = doc[at]
    if token.is_punct or "VerbForm=Fin" in str(token.morph):
        return False
    behind_link = doc[at - 1].pos_ in {"ADP", "CCONJ"}
    return token.pos_ in _WORDS or (behind_link and token.pos_ in {"PRON", "ADV", "VERB", "X"})

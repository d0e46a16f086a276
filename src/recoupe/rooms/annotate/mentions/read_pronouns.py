"""Subjects that are pronouns: « il », « ce dernier », « Son (avertissement) »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoupe.language import Entry
from recoupe.records import FoundBy
from recoupe.rooms.annotate.mentions.referents import Referent
from recoupe.rooms.annotate.mentions.scene import Reading, Scene
from recoupe.rooms.annotate.mentions.word_tables import find_word, has_role, match_entry

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import TokenSpan

# A subject of at most so many tokens can be a pronoun (« Ce dernier », « Son », « a-t-il »).
PRONOUN_TOKENS_MAX = 3


def find_pronoun(scene: Scene, span: TokenSpan) -> Entry | None:
    """The pronoun that the whole subject is, or None."""
    words = [t for t in span if not t.is_space]
    if not words or len(words) > PRONOUN_TOKENS_MAX:
        return None
    text = "".join(t.text + t.whitespace_ for t in words).strip().lower().replace("’", "'")
    entry = find_word(scene.language, "pronouns", text)
    if entry is None and len(words) == 1:
        entry = find_word(scene.language, "pronouns", words[-1].lower_.lstrip("-"))
    return entry


def find_taken_up(scene: Scene, span: TokenSpan) -> TokenSpan | None:
    """The words before « , elle, » that begin the sentence or follow another mark, or None."""
    doc = scene.doc
    before, after = span.start - 1, span.end
    if before < 1 or after >= len(doc) or doc[before].text != "," or doc[after].text != ",":
        return None
    start = before
    while start > 0 and not doc[start].is_sent_start and not doc[start - 1].is_punct:
        start -= 1
    words = doc.span(start, before)
    has_noun = any(
        t.pos_ in {"NOUN", "PROPN"} or match_entry(scene.language, "titles", doc, t.i) is not None
        for t in words
    )
    has_verb = any(t.pos_ in {"VERB", "AUX"} for t in words)
    return words if has_noun and not has_verb else None


def find_owner_of_words(scene: Scene, first: int) -> Reading | None:
    """Whom the possessive before a writing means: « ses mots », « son communiqué »; else None."""
    doc = scene.doc
    if first == 0 or match_entry(scene.language, "document_nouns", doc, first) is None:
        return None
    entry = find_word(scene.language, "pronouns", doc[first - 1].lower_)
    if entry is None or entry.data["kind"] != "possessive":
        return None
    return read_pronoun(scene, doc.span(first - 1, first), entry)


def read_pronoun(scene: Scene, span: TokenSpan, entry: Entry) -> Reading | None:
    """Whom the pronoun means, or None without an antecedent."""
    words = [t for t in span if not t.is_space]
    gender = None if entry.data["gender"] == "c" else str(entry.data["gender"])
    number = None if entry.data["number"] == "c" else str(entry.data["number"])
    token, start = words[-1].i, words[0].idx
    if entry.data["kind"] == "relative":
        gender = number = None
    if entry.data["kind"] == "last":
        referent = scene.memory.find_last(token, start, gender, number)
    else:
        referent = _find_personal(scene, token, start, gender, number)
    if referent is None and number == "p":
        referent = scene.memory.find_antecedent(token, start, gender, number, loose=True)
    if referent is None and (number == "p" or entry.data["kind"] == "possessive"):
        referent = scene.memory.find_antecedent(token, start, None, None)
    if referent is None and number == "s" and entry.data["kind"] == "personal":
        referent = scene.memory.find_following(token, start, gender, number)
    if referent is None:
        return None
    return Reading(referent, FoundBy.PRONOUN, scene.span_of(words[0].i, words[-1].i + 1), token)


def _find_personal(
    scene: Scene, token: int, start: int, gender: str | None, number: str | None
) -> Referent | None:
    """Whom « il », « elle » means: a human being where the quotation says « je ».

    In a portrait a quotation without « nous » is the person's rather than a body's: « La direction
    évoque une prime. « Un mensonge », balaie-t-elle. »
    """
    speech, memory = scene.speech, scene.memory
    beyond = _find_kin_spoken_to(scene, token)
    found = memory.find_antecedent(
        token, start, gender, number, human=speech.says_i, beyond=beyond
    ) or memory.find_antecedent(token, start, gender, number)
    about = scene.protagonist
    unsure = found is None or not found.is_person or found.gender is None
    own_words = speech.is_quoted and not speech.says_we and number == "s"
    if unsure and own_words and about is not None and about.agrees(gender, number):
        return about
    return found


def _find_kin_spoken_to(scene: Scene, token: int) -> frozenset[int]:
    """The nouns of the sentence before that « lui » takes up: « Sa fille veut partir. Elle lui répond … ».

    Only those with a possessive: the one whose kin it is stays the one who is told of.
    """
    doc = scene.doc
    if token + 1 >= len(doc) or doc[token + 1].lower_ != "lui":
        return frozenset()
    at = token
    while at > 0 and not doc[at].is_sent_start:
        at -= 1
    begin = at - 1
    while begin > 0 and not doc[begin].is_sent_start:
        begin -= 1
    return frozenset(
        i + 1
        for i in range(max(0, begin), at)
        if has_role(scene.language, doc[i].lower_, "possessive")
    )

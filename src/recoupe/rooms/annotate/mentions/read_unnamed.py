"""Subjects called by the article's own words: « certains experts », « une habitante »."""

from __future__ import annotations

from dataclasses import replace

from recoupe.language.names import fold_name
from recoupe.records import FoundBy, make_slug
from recoupe.rooms.annotate.mentions.phrases import (
    Phrase,
    find_phrase_end,
    read_phrase,
)
from recoupe.rooms.annotate.mentions.referents import Referent
from recoupe.rooms.annotate.mentions.scene import (
    Reading,
    Scene,
)
from recoupe.rooms.annotate.mentions.word_tables import (
    find_word,
    has_role,
    is_person_noun,
    match_entry,
)

# Classes of words that name nobody without a determiner: « pas », « tous », « celle ».
SMALL_CLASSES = frozenset({"ADV", "PRON", "ADP", "SCONJ", "CCONJ", "DET", "PUNCT", "AUX", "VERB"})
TIME_TABLES = ("time_units", "weekdays", "months", "day_parts")


def read_unnamed(scene: Scene, first: int, start: int, end: int) -> Reading | None:
    """Anybody else, called by the article's own words; None where they are no noun."""
    doc = scene.doc
    if not _is_noun(scene, first, start):
        return None
    after = first + 1
    while after < end and doc[after].pos_ == "PROPN" and doc[after].text[:1].isupper():
        after += 1
    phrase = read_phrase(
        doc,
        first,
        find_phrase_end(doc, after, end, scene.language),
        fold_name(doc[first].lemma_ or doc[first].text),
        scene.language,
    )
    if phrase.definite:
        for known, referent in reversed(scene.unnamed):
            if known.head == phrase.head and phrase.words <= known.words:
                return Reading(referent, FoundBy.UNNAMED, scene.span_of(start, end), first)
    return keep_unnamed(scene, phrase, start, end, FoundBy.UNNAMED)


def _is_noun(scene: Scene, first: int, start: int) -> bool:
    """Whether a word can name somebody: no pronoun, no adverb, no stretch of time."""
    token = scene.doc[first]
    if token.text[:1].isupper() and token.pos_ == "PROPN":
        return True
    if any(find_word(scene.language, table, token.lower_) for table in TIME_TABLES):
        return False
    led = first > start and has_role(scene.language, scene.doc[first - 1].lower_, "determiner")
    return led or token.pos_ not in SMALL_CLASSES


def read_other(scene: Scene, start: int, end: int) -> Reading | None:
    """« Un autre », « certains »: another of those called last by their own words."""
    words = scene.doc.span(start, end).text.split()
    if not scene.unnamed or not words:
        return None
    phrase, last = scene.unnamed[-1]
    name = " ".join([*words, scene.doc[phrase.start].text])
    name = name[:1].lower() + name[1:]
    referent = replace(last, name=name, entity=make_slug(name))
    return Reading(referent, FoundBy.UNNAMED, scene.span_of(start, end), start)


def _calls_person(scene: Scene, phrase: Phrase, *, proper: bool) -> bool:
    """Whether the head of a phrase is a name or a noun for a human being, no « régie » nor « note »."""
    token = scene.doc[phrase.start]
    return (
        proper
        or is_person_noun(scene.language, token.lower_, token.lemma_.lower())
        or any(
            match_entry(scene.language, table, scene.doc, phrase.start) is not None
            for table in ("titles", "person_words")
        )
    )


def _is_spelled_as_name(scene: Scene, start: int, end: int) -> bool:
    """Whether two words and more all have a capital: a name that the model does not know."""
    words = [scene.doc[i] for i in range(start, end) if scene.doc[i].is_alpha]
    return (
        len(words) > 1
        and words[0].pos_ not in {"DET", "NUM", "ADV"}
        and not has_role(scene.language, words[0].lower_, "determiner")
        and all(word.text[:1].isupper() for word in words)
    )


def keep_unnamed(scene: Scene, phrase: Phrase, start: int, end: int, found_by: FoundBy) -> Reading:
    """A speaker by the words of the phrase, known again when « le responsable » comes."""
    doc = scene.doc
    at = phrase.start
    while at > start and not has_role(scene.language, doc[at - 1].lower_, "article"):
        if (
            doc[at - 1].is_punct
            or doc[at - 1].is_space
            or has_role(scene.language, doc[at - 1].lower_, "complement")
        ):
            break
        at -= 1
    name = " ".join(doc.span(at, phrase.end).text.split())
    proper = (
        doc[at].pos_ == "PROPN"
        or (name[:2].isupper() and len(doc[at].text) > 1)
        or _is_spelled_as_name(scene, at, phrase.end)
    )
    if proper and found_by is FoundBy.UNNAMED:
        found_by = FoundBy.NAME
    name = name if proper else name[:1].lower() + name[1:]
    referent = Referent(
        name,
        make_slug(name),
        found_by,
        phrase.gender,
        phrase.number,
        is_person=phrase.number == "s" and _calls_person(scene, phrase, proper=proper),
    )
    scene.unnamed.append((phrase, referent))
    return Reading(referent, found_by, scene.span_of(start, end), phrase.start)

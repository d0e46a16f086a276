"""The subject of a sentence's main clause, whatever its verb says."""

from __future__ import annotations

from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.noun_phrases import NounPhrase, read_noun_phrase
from recoupe.rooms.annotate.statements.passage import Passage, is_finite
from recoupe.rooms.annotate.statements.subject_words import Subject, to_subject
from recoupe.rooms.annotate.statements.subjects import find_phrase_at


def find_named_subject(passage: Passage) -> Subject | None:
    """The first subject of a sentence that names a person, title or trade included, or None."""
    for index in range(passage.start, passage.end):
        token = passage.doc[index]
        if not token.dep_.startswith("nsubj") or token.pos_ == "PRON":
            continue
        subject = find_phrase_at(passage, index, passage.end)
        named = range(subject.head, subject.end) if subject is not None else ()
        if any(passage.names_person(i) and passage.low(i - 1) not in closed.DE for i in named):
            return subject
    # « Croisé sur le marché, Henri Roc, 80 ans, en a vu d'autres »: the parser missed it.
    for index in range(passage.start, passage.end):
        if passage.names_person(index) and (
            index == passage.start or passage.low(index - 1) == ","
        ):
            phrase = read_noun_phrase(passage, index, passage.end)
            return to_subject(passage, phrase) if phrase is not None else None
    return None


def find_main_subject(passage: Passage, before: int) -> Subject | None:
    """The subject of the sentence's first conjugated verb left of a token."""
    for index in range(passage.start, before):
        token = passage.doc[index]
        if not token.dep_.startswith("nsubj"):
            continue
        if token.lower_ in closed.RELATIVES | closed.QUE | {"on", "cela", "ça", "ce", "c'"}:
            continue
        return find_phrase_at(passage, index, before)
    for index in range(passage.start, before):
        if passage.low(index) in closed.SUBJECT_PRONOUNS - {"on"}:
            return to_subject(passage, NounPhrase(index, index + 1, index))
    return None


def find_subject_behind(passage: Passage, after: int) -> Subject | None:
    """The subject of the main clause that follows a fronted « Après avoir dit que …, »."""
    for index in range(after, passage.end - 1):
        if passage.doc[index].text != ",":
            continue
        phrase = read_noun_phrase(passage, index + 1, passage.end)
        if phrase is None or not passage.can_speak(phrase.head):
            continue
        if any(
            is_finite(passage.doc[i]) for i in range(phrase.end, min(phrase.end + 4, passage.end))
        ):
            return to_subject(passage, phrase)
    return None

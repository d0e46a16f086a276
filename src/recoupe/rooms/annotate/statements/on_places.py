"""Where « on » speaks: « indique-t-on au ministère », « en préfecture, on assure … »."""

from __future__ import annotations

from recoupe.records import EntityKind
from recoupe.rooms.annotate.mentions.word_tables import find_word, match_entry
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.noun_phrases import NounPhrase, read_noun_phrase
from recoupe.rooms.annotate.statements.passage import Passage
from recoupe.rooms.annotate.statements.subject_words import Subject, to_subject

# The place stands within so many tokens behind « -t-on »; addressees and times lie between.
PLACE_REACH = 14


def find_place_behind(passage: Passage, at: int) -> Subject | None:
    """The body, place or source that « indique-t-on … » gives behind the verb, or None.

    Passes over times, adverbs and the addressee (« à l'Agence Midi »); does not read several places.
    """
    limit = min(passage.end, at + PLACE_REACH)
    while at < limit:
        token = passage.doc[at]
        if at in passage.moment_end_at and at not in passage.mention_at:
            at = max(at + 1, passage.moment_end_at[at])
        elif token.lower_ in closed.ON_PLACES:
            phrase = _read_place(passage, at, limit)
            if phrase is None:
                return None
            speaks = passage.low(phrase.start) == "côté" or _is_body(passage, phrase)
            if speaks and not _is_press(passage, phrase):
                return to_subject(passage, phrase)
            at = phrase.end
        elif token.pos_ == "ADV" or token.is_space:
            at += 1
        else:
            return None
    return None


def find_place_before(passage: Passage, on: int) -> Subject | None:
    """The place that opens the sentence before « on »: « À la préfecture, on indique … », or None."""
    start = passage.start
    where = on - 2 if passage.low(on - 1) in closed.IT else on - 1
    if passage.low(where) == "où":
        return _find_body_before(passage, where)
    while start < on and (
        passage.doc[start].pos_ in {"CCONJ", "PUNCT"} or passage.doc[start].is_space
    ):
        start += 1
    if start >= on or passage.low(start) not in closed.ON_PLACES | closed.DE:
        return None
    if passage.low(start) in closed.DE:
        return _read_source(passage, start, on)
    phrase = _read_place(passage, start, on)
    if phrase is None or not _is_body(passage, phrase) or _is_press(passage, phrase):
        return None
    between = passage.doc[phrase.end : on]
    return to_subject(passage, phrase) if all(t.text == "," for t in between) else None


def _read_source(passage: Passage, start: int, on: int) -> Subject | None:
    """« De source judiciaire, on indique … »: a document or source that can speak, and a comma."""
    phrase = read_noun_phrase(passage, start + 1, on)
    if phrase is None or not passage.can_speak(phrase.head) or passage.low(phrase.end) != ",":
        return None
    return to_subject(passage, phrase) if phrase.end + 1 == on else None


def _find_body_before(passage: Passage, where: int) -> Subject | None:
    """The body that « où l'on rappelle » takes up: « au ministère, où l'on rappelle … »."""
    for at in range(where - 1, max(passage.start, where - PLACE_REACH), -1):
        if passage.low(at) in closed.ON_PLACES:
            phrase = _read_place(passage, at, where)
            if phrase is not None and _is_body(passage, phrase):
                return to_subject(passage, phrase)
    return None


def _read_place(passage: Passage, at: int, limit: int) -> NounPhrase | None:
    """The noun phrase that the preposition at a token leads; « côté » heads one of its own."""
    word = passage.low(at)
    if word == "auprès" or passage.low(at + 1) in {"côté", "sein"}:
        at += 1
        place = read_noun_phrase(passage, at + (1 if word == "auprès" else 2), limit)
        if place is not None or passage.low(at) != "côté":
            return place
    if passage.low(at) == "côté":
        phrase = read_noun_phrase(passage, at + 1, limit)
        if phrase is not None:
            return NounPhrase(at, phrase.end, phrase.head)
        tied = at + 1 < limit and passage.doc[at + 1].is_alpha
        return NounPhrase(at, at + 2, at) if tied else None
    return read_noun_phrase(passage, at + 1, limit)


def _is_body(passage: Passage, phrase: NounPhrase) -> bool:
    """Whether a phrase is a body or place: « répond-on au préfet » tells to whom, not where."""
    mention = passage.mention_at.get(phrase.head)
    if mention is not None:
        return mention.kind in {EntityKind.ORGANISATION, EntityKind.PLACE}
    token = passage.doc[phrase.head]
    words = (token.lower_, token.lemma_.lower())
    entries = (find_word(passage.language, "speaker_nouns", word) for word in words)
    return (
        token.pos_ == "PROPN"
        or token.is_upper
        or any(e is not None and e.data.get("body") for e in entries)
    )


def _is_press(passage: Passage, phrase: NounPhrase) -> bool:
    """Whether a phrase is a news agency or other press: the words were said to it."""
    tables = ("agencies", "media_words")
    return any(
        match_entry(passage.language, table, passage.doc, i) is not None
        for table in tables
        for i in range(phrase.start, phrase.end)
    )

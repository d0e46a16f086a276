"""Cues set inside or behind what they report: « …, a déclaré la maire », « – poursuit Roc – »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recoupe.rooms.annotate.mentions.word_tables import find_word
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.cue import Cue
from recoupe.rooms.annotate.statements.final_clauses import find_final_subject
from recoupe.rooms.annotate.statements.lexicon import load_verbs
from recoupe.rooms.annotate.statements.passage import (
    Passage,
    has_main_finite,
)
from recoupe.rooms.annotate.statements.quotes import Quote
from recoupe.rooms.annotate.statements.subject_words import Subject
from recoupe.rooms.annotate.statements.subjects import find_subject_after, find_subject_before
from recoupe.rooms.annotate.statements.verb_group import find_governor, find_inverted

_BREAKS = frozenset({",", "?", "!", "…", "..."}) | closed.DASHES | closed.CLOSERS | closed.OPENERS


# A headline before « , annonce la mairie » has at least so many words.
HEADLINE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Incise:
    """A cue with the subject behind it, and where its words end.

    Attributes:
        cue: The verb.
        subject: Its subject; None for « a-t-on appris ».
        start: Index of its first token.
        end: One past the last token of the subject and its circumstances.
    """

    cue: Cue
    subject: Subject | None
    start: int
    end: int


def find_incise(passage: Passage, cue: Cue, cues: Sequence[Cue]) -> Incise | None:
    """The incise that a cue makes, or None where it is the verb of a clause of its own."""
    if cue.kind == "infinitive":
        return _find_periphrasis(passage, cue, cues)
    if cue.kind != "finite":
        return None
    if passage.low(cue.first - 1) in closed.AS:
        cue = replace(cue, first=cue.first - 1)
        if cue.first == passage.start or _follows_break(passage, cue):
            return _find_as_said(passage, cue)
    if not _follows_break(passage, cue):
        return _end_sentence(passage, cue, cues)
    after = passage.low(cue.last + 1)
    if after in closed.QUE or (cue.negated and cue.inverted is None):
        return None
    subject = find_subject_after(passage, cue)
    if subject is None:
        if cue.inverted is None:
            return _end_sentence(passage, cue, cues)
        return Incise(cue, None, cue.first, cue.last + 1)
    end = _find_end(passage, cue, subject)
    if cue.inverted is not None:
        return Incise(cue, subject, cue.first, end)
    return (
        Incise(cue, subject, cue.first, end) if _stands_apart(passage, cue, subject, end) else None
    )


def _find_as_said(passage: Passage, cue: Cue) -> Incise | None:
    """« Comme l'a indiqué la mairie, … »: the object pronoun stands for the main clause."""
    group = {passage.low(i) for i in range(cue.first, cue.at)}
    subject = find_subject_after(passage, cue)
    if not group & closed.IT or subject is None or not passage.can_speak(subject.head):
        return None
    return Incise(cue, subject, cue.first, _find_end(passage, cue, subject))


def _stands_apart(passage: Passage, cue: Cue, subject: Subject, end: int) -> bool:
    """Whether a verb with its subject behind it is set into, or behind, what it reports.

    Args:
        passage: The sentence.
        cue: The verb, which follows a break.
        subject: What follows the verb: its subject, if this is an incise.
        end: One past the subject and its circumstances.
    """
    behind_quote = _closes_quote_before(passage, cue) is not None
    takes_object = (
        bool(cue.verb.frames & {"obj", "person_inf", "comme"}) or cue.verb.strength == "quote"
    )
    if behind_quote and takes_object and not passage.can_speak(subject.head):
        # « Le maire, qui s'est dit « abasourdi », réclame l'ouverture … »: the verb has its subject.
        leads = passage.doc[passage.start].text not in closed.OPENERS
        led = find_subject_before(passage, cue) if leads else None
        if led is not None and passage.can_speak(led.head):
            return False
    if is_dialogue(passage):
        takes_object = False
    if not passage.can_speak(subject.head) and not behind_quote and takes_object:
        return False
    if not behind_quote and takes_object and _has_own_subject(passage, cue, subject):
        return False
    if behind_quote or passage.quote_at(passage.doc[cue.first].idx) is not None:
        return True
    if has_main_finite(passage.doc, passage.start, cue.first) or is_dialogue(passage):
        return True
    # What stands before has no verb of its own: a headline, or the subject of what goes on behind.
    names_nobody = "person_inf" not in cue.verb.frames
    if end >= passage.end or (passage.doc[end].text == "." and end + 1 >= passage.end):
        if names_nobody and _answers_question(passage):
            return True
        return names_nobody and cue.first - passage.start > HEADLINE_WORDS and _is_line(passage)
    if passage.doc[end].text in {",", *closed.DASHES}:
        # « Le projet, a poursuivi Roc, marque … »: the tagger may have missed the verb behind.
        return names_nobody or has_main_finite(passage.doc, end, passage.end)
    # « L'OTAN, poursuit le secrétaire demande … »: the closing comma was lost.
    return passage.doc[end].pos_ in {"VERB", "AUX"}


def _answers_question(passage: Passage) -> bool:
    """Whether the sentence before asks: « Combien ? De 1 %, répond le ministère. » is an answer."""
    before = passage.text[passage.paragraph[0] : passage.start_char].rstrip()
    return before.endswith("?")


def _has_own_subject(passage: Passage, cue: Cue, subject: Subject) -> bool:
    """« La juge, Irma Roc, a confirmé l'information de la radio »: what follows is the object."""
    entry = find_word(passage.language, "speaker_nouns", passage.low(subject.head))
    document = entry is not None and bool(entry.data.get("document"))
    left = (t for t in passage.doc[cue.at].lefts if t.dep_.startswith("nsubj"))
    return document and any(passage.can_speak(t.i) for t in left if t.i < cue.first)


def is_dialogue(passage: Passage) -> bool:
    """Whether the sentence opens with the dash of a dialogue: « — Entrez, dit Paul »."""
    return passage.start_char == passage.paragraph[0] and passage.doc[
        passage.start
    ].text in closed.DASHES - {"-"}


def _is_line(passage: Passage) -> bool:
    """Whether the sentence is a line of its own without a full stop: a headline."""
    alone = passage.paragraph == (passage.start_char, passage.end_char)
    return alone and passage.doc[passage.end - 1].text != "."


def _find_periphrasis(passage: Passage, cue: Cue, cues: Sequence[Cue]) -> Incise | None:
    """« …, s'est borné à déclarer le procureur », « …, finit-il par lâcher »."""
    governor = find_governor(passage, cue)
    if governor is None:
        return None
    spoken = load_verbs(passage.language).get(passage.low(governor), ())
    if any(verb.strength == "strong" and not verb.tail for verb, _ in spoken):
        # « s'est dit prêt à relever »: the governor is the verb of speech.
        return None
    first = governor
    while first > passage.start and (
        passage.doc[first - 1].pos_ in {"AUX", "ADV"}
        or passage.low(first - 1) in closed.CLITICS | closed.INVERTED | {"-t"}
    ):
        first -= 1
    # « finit-il par lâcher », « a-t-elle tenu à préciser »
    inside = (i for i in range(first, governor) if passage.low(i) in closed.INVERTED)
    inverted = find_inverted(passage, governor + 1) or next(inside, None)
    whole = replace(cue, first=first, kind="finite", inverted=inverted)
    return find_incise(passage, whole, cues) if _follows_break(passage, whole) else None


def _end_sentence(passage: Passage, cue: Cue, cues: Sequence[Cue]) -> Incise | None:
    """« …, la mairie a dit. » as an incise that goes to the end of its sentence, or None."""
    subject = find_final_subject(passage, cue, cues)
    if subject is None:
        return None
    return Incise(cue, subject, passage.index_from(subject.span.start), passage.end)


def _follows_break(passage: Passage, cue: Cue) -> bool:
    if cue.first == passage.start:
        text, at = passage.text, passage.start_char
        before = text[passage.paragraph[0] : at].rstrip(" \xa0\u202f")
        return bool(before) and before[-1] in '»”"!?…'
    before_token = passage.doc[cue.first - 1]
    if any(quote.opened and quote.start == before_token.idx for quote in passage.quotes):
        # « « appelle toutes les parties … », a déclaré »: the first word of a quotation.
        return False
    return before_token.text in _BREAKS or before_token.text.endswith(("…", "!", "?"))


def _closes_quote_before(passage: Passage, cue: Cue) -> Quote | None:
    return passage.quote_until(passage.doc[cue.first].idx)


def _find_end(passage: Passage, cue: Cue, subject: Subject) -> int:
    """One past the circumstances that follow the subject, up to the mark that closes the incise."""
    at = max(subject.end, cue.last + 1)
    while at < passage.end:
        token = passage.doc[at]
        if at in passage.moment_end_at and at not in passage.mention_at:
            at = max(at + 1, passage.moment_end_at[at])
        elif token.pos_ == "ADV" and token.lower_ not in closed.QUE:
            at += 1
        elif (behind := _skip_relative(passage, at)) is not None:
            at = behind
        elif token.pos_ == "ADP" or token.lower_ in closed.TO:
            stop = at + 1
            while (
                stop < passage.end
                and passage.doc[stop].text not in {",", ".", ";", ":"}
                and (passage.doc[stop].text not in closed.DASHES | closed.OPENERS | closed.CLOSERS)
            ):
                if passage.doc[stop].pos_ in {"VERB", "AUX"} and "VerbForm=Fin" in str(
                    passage.doc[stop].morph
                ):
                    return at
                stop += 1
            at = stop
        else:
            break
    return at


def _skip_relative(passage: Passage, at: int) -> int | None:
    """One past « qui préfère taire son nom », « , qui mène l'enquête » or « croisé ici », or None."""
    start = at + 1 if passage.doc[at].text == "," else at
    low = passage.low(start)
    participle = start == at and "VerbForm=Part" in str(passage.doc[at].morph)
    if low not in closed.RELATIVES and not participle:
        return None
    for index in range(start + 1, passage.end):
        mark = passage.doc[index].text
        if mark in closed.OPENERS and start > at:
            # « , qui déplore « … » »: the quotation is the relative clause's own.
            return None
        if mark in {",", ".", ";", ":", *closed.DASHES, *closed.CLOSERS, *closed.OPENERS}:
            return index
    return passage.end

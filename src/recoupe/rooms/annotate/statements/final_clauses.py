"""Clauses behind what they report whose subject leads: « …, la mairie a dit lundi. »."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.cue import Cue
from recoupe.rooms.annotate.statements.noun_phrases import read_noun_phrase
from recoupe.rooms.annotate.statements.passage import (
    Passage,
    has_main_finite,
    is_finite,
    skip_dateline,
)
from recoupe.rooms.annotate.statements.subject_words import Subject, to_subject

# Marks behind which such a clause is set.
_SET_OFF = frozenset({","}) | closed.CLOSERS | closed.DASHES


def find_final_subject(passage: Passage, cue: Cue, cues: Sequence[Cue]) -> Subject | None:
    """Who speaks in a clause that ends its sentence behind what is said, or None where none does.

    « …, la mairie a dit aux journalistes. », as machines translate; the verb takes a clause, and
    only time, place and those spoken to follow it.
    """
    if (
        cue.negated
        or not cue.verb.frames & {"que", "si"}
        or not _ends_in_circumstances(passage, cue)
    ):
        return None
    subject = _find_set_off(passage, cue)
    if subject is None:
        return None
    first = passage.index_from(subject.span.start)
    quoted = passage.quote_until(subject.span.start) is not None
    if quoted:
        return subject
    # « Le club nie, la police confirme »: each has its own verb of speech.
    answers = "obj" in cue.verb.frames and any(other.at < first for other in cues)
    return subject if not answers and _leads_main_clause(passage, first) else None


def _leads_main_clause(passage: Passage, end: int) -> bool:
    """Whether what stands before a token is a clause of its own: no « quand … », « si … »."""
    lead = passage.doc[passage.index_from(skip_dateline(passage))]
    subordinate = lead.pos_ == "SCONJ" or lead.lower_ in closed.INTERROGATIVES
    return not subordinate and has_main_finite(passage.doc, passage.start, end)


def _ends_in_circumstances(passage: Passage, cue: Cue) -> bool:
    """Whether only time, place and those spoken to follow a cue up to the end of its sentence."""
    at = cue.last + 1
    while at < passage.end:
        if at in passage.moment_end_at and at not in passage.mention_at:
            at = max(at + 1, passage.moment_end_at[at])
        elif passage.doc[at].is_punct or passage.doc[at].pos_ == "ADV":
            if passage.doc[at].text in {":", *closed.OPENERS}:
                return False
            at += 1
        else:
            break
    if at >= passage.end:
        return True
    beside = passage.low(at - 1) == "," and passage.low(at).endswith("ant")
    circumstance = beside or passage.doc[at].pos_ == "ADP" or passage.low(at) in closed.TO
    return circumstance and not any(
        is_finite(token) or token.text in {":", *closed.OPENERS} or token.lower_ in closed.QUE
        for token in passage.doc[at : passage.end]
    )


def _find_set_off(passage: Passage, cue: Cue) -> Subject | None:
    """Who speaks in a clause set behind a comma or a quotation: « …, Irma Roc, la juge, a dit »."""
    end = cue.first - (passage.low(cue.first - 1) == ",")
    found: Subject | None = None
    for at in range(end - 1, passage.start, -1):
        token = passage.doc[at]
        if is_finite(token) or token.lower_ in closed.QUE or token.text in closed.OPENERS - {'"'}:
            break
        if passage.doc[at - 1].text not in _SET_OFF:
            continue
        phrase = read_noun_phrase(passage, at, end)
        whole = phrase is not None and (phrase.end == end or passage.low(phrase.end) == ",")
        if phrase is not None and whole and passage.can_speak(phrase.head):
            found = to_subject(passage, phrase)
        if found is not None and passage.quote_until(token.idx) is None:
            # Commas in front of it may be those of what is said.
            if passage.doc[at - 1].text == "," and not _follows_quote(passage, at):
                break
        elif found is not None:
            break
    return found


def _follows_quote(passage: Passage, at: int) -> bool:
    """Whether a quotation and no verb stands before a token: « « … », le colonel, Luc Roc, »."""
    for i in range(at - 1, passage.start, -1):
        if passage.doc[i].text in closed.CLOSERS:
            return True
        if is_finite(passage.doc[i]):
            return False
    return False

"""The speaker of a cue that is no incise: before it, behind « par », or shared with another cue."""

from __future__ import annotations

from dataclasses import replace

from recoupe.rooms.annotate.statements.clauses import is_fronted
from recoupe.rooms.annotate.statements.cue import Cue
from recoupe.rooms.annotate.statements.main_subjects import find_main_subject, find_subject_behind
from recoupe.rooms.annotate.statements.noun_phrases import read_noun_phrase
from recoupe.rooms.annotate.statements.passage import Passage
from recoupe.rooms.annotate.statements.strength import is_adnominal
from recoupe.rooms.annotate.statements.subject_words import Subject, to_subject
from recoupe.rooms.annotate.statements.subjects import find_subject_before


def find_subject(passage: Passage, cue: Cue, last: Subject | None) -> Subject | None:
    """The subject of a cue that is no incise."""
    if cue.kind == "passive":
        return find_agent(passage, cue)
    if cue.kind in {"gerund", "infinitive"}:
        if cue.kind == "gerund" and is_adnominal(passage, cue):
            return find_subject_before(passage, cue)
        if last is None and is_fronted(passage, cue):
            return find_subject_behind(passage, cue.last + 1)
        return last or find_main_subject(passage, cue.first) or find_subject_before(passage, cue)
    before = passage.doc[cue.first - 1] if cue.first > passage.start else None
    joined = before is not None and before.pos_ == "CCONJ"
    if joined and last is not None:
        return last
    found = find_subject_before(passage, cue)
    if found is None and joined:
        # « Le maire a présenté ses condoléances et promis … »
        return find_main_subject(passage, cue.first)
    if found is None and last is not None and passage.low(cue.first - 1) != "on":
        return last
    return found


def find_agent(passage: Passage, cue: Cue) -> Subject | None:
    """« est accusée par la mairie de … »."""
    for at in range(cue.last + 1, min(cue.last + 6, passage.end)):
        if passage.low(at) == "par":
            phrase = read_noun_phrase(passage, at + 1, passage.end)
            if phrase is None:
                return None
            stop = phrase.end
            for i in range(phrase.head + 1, phrase.end):
                if passage.low(i) in {"de", "d'", "d’"} and "VerbForm=Inf" in str(
                    passage.doc[i + 1].morph
                ):
                    stop = i
                    break
            return to_subject(passage, replace(phrase, end=stop))
        if passage.doc[at].pos_ != "ADV" and at not in passage.moment_end_at:
            return None
    return None

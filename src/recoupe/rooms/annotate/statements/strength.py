"""Whether a verb, its complement and its speaker together are speech."""

from __future__ import annotations

from recoupe.records import Stance
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.cues import Cue, find_governor
from recoupe.rooms.annotate.statements.objects import Complement
from recoupe.rooms.annotate.statements.passage import Passage
from recoupe.rooms.annotate.statements.subject_words import Subject

# « l'effet dit « placebo » », « la loi dite « anticasseurs » »: a quoted name has at most so many words.
NAME_WORDS = 3


def is_strong_enough(
    passage: Passage, cue: Cue, found: Complement, subject: Subject | None
) -> bool:
    """Whether verb, complement and speaker together are speech."""
    verb = cue.verb
    start, end = found.pieces[0][0], found.pieces[-1][1]
    begin, stop = passage.doc[start].idx, passage.char_end(end)
    quoted = any(begin <= q.start < stop for q in passage.quotes)
    speaks = subject is not None and passage.can_speak(subject.head)
    if verb.strength == "quote":
        return quoted and speaks and found.frame in {"quote", "que"}
    if found.frame == "quote":
        return speaks or (verb.strength == "strong" and _is_told(passage, begin))
    if cue.kind == "gerund" and found.frame not in {"que", "si"} and is_adnominal(passage, cue):
        return False
    if found.frame in verb.weak_frames:
        telling = any(
            begin <= q.start < stop
            and (q.start == begin or len(passage.text[q.inner_start : q.inner_end].split()) >= 4)
            for q in passage.quotes
        )
        counted = any(passage.doc[i].pos_ == "NUM" for i in range(start, min(end, start + 8)))
        return (telling or counted) and speaks
    if verb.strength == "weak":
        if verb.stance is Stance.DENIES and passage.low(start) in closed.ANY:
            return speaks
        if found.frame in {"obj", "comme", "prep"}:
            counted = any(passage.doc[i].pos_ == "NUM" for i in range(start, min(end, start + 8)))
            return (quoted or (counted and found.frame != "comme")) and speaks
        return speaks
    if found.frame == "si" and (not speaks or cue.tense == "future"):
        return False
    if cue.kind == "infinitive" and passage.low(cue.first - 1) == "pour" and found.frame != "que":
        return False
    if found.frame in {"que", "si", "inf"} and cue.kind != "infinitive":
        return True
    if cue.tense == "future" or (cue.tense == "conditional" and not quoted):
        return False
    if _is_sentence_of_court(passage, cue, found):
        return False
    return speaks


def _is_told(passage: Passage, begin: int) -> bool:
    """Whether the quotation that begins here is a clause, no name: « l'effet dit « placebo » »."""
    quote = passage.quote_from(begin)
    return (
        quote is None or len(passage.text[quote.inner_start : quote.inner_end].split()) > NAME_WORDS
    )


def _is_sentence_of_court(passage: Passage, cue: Cue, found: Complement) -> bool:
    """« a condamné X à deux ans »: a penalty, no speech."""
    if cue.verb.head != "condamner":
        return False
    start, end = found.pieces[0]
    return any(
        passage.low(i) == "à" and passage.doc[min(i + 1, end - 1)].pos_ in {"NUM", "DET"}
        for i in range(start, end)
    )


def is_adnominal(passage: Passage, cue: Cue) -> bool:
    """« un communiqué affirmant que »: no comma, a noun right before."""
    if cue.first == passage.start:
        return False
    return passage.doc[cue.first - 1].pos_ in {"NOUN", "PROPN", "ADJ"}


def infinitive_counts(passage: Passage, cue: Cue) -> bool:
    """« a tenu à préciser », « avant d'ajouter »; not « devrait annoncer » nor « sans préciser »."""
    lead = passage.low(cue.first - 1)
    before = passage.low(cue.first - 2)
    if lead == "sans":
        return cue.verb.negated is not None
    if (before == "avant" and lead in closed.DE) or lead == "après":
        return True
    governor = find_governor(passage, cue)
    if governor is None:
        return lead == "pour" and bool(cue.verb.frames & {"que"})
    token = passage.doc[governor]
    morph = str(token.morph)
    if "Tense=Fut" in morph or "Mood=Cnd" in morph:
        return False
    words = {passage.low(i) for i in range(max(passage.start, governor - 3), governor + 2)}
    negated = bool(words & closed.NEGATORS)
    if negated or token.lemma_ == "refuser":
        return cue.verb.negated is not None
    return token.lemma_ not in {
        "devoir",
        "pouvoir",
        "aller",
        "falloir",
        "empêcher",
        "permettre",
        "accuser",
    }


def is_opinion(cue: Cue) -> bool:
    """« ne croit pas que » is an opinion still; « n'a pas dit que » says nothing."""
    return cue.verb.stance is Stance.ESTIMATES

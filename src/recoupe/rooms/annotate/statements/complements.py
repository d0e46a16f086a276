"""What follows a cue: a clause, an infinitive, a noun, or somebody and a verb."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.records import Form, Stance
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.clauses import find_clause_end
from recoupe.rooms.annotate.statements.cue import Cue
from recoupe.rooms.annotate.statements.noun_phrases import read_noun_phrase
from recoupe.rooms.annotate.statements.objects import (
    Complement,
    close_complement,
    find_object,
    is_infinitive,
)
from recoupe.rooms.annotate.statements.passage import Passage, is_finite
from recoupe.rooms.annotate.statements.second_verbs import split_at_que

# How many words may stand between a cue and its « que » (« a déclaré lundi lors d'une visite que »).
QUE_REACH = 30
# The same for « si » and « comment », which are adverbs elsewhere.
SI_REACH = 4


def find_complement(passage: Passage, cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """What a cue reports to its right, by the first kind of complement that is there."""
    clause = _find_clause(passage, cue, cues)
    if clause is not None:
        return clause
    start = _skip_circumstances(passage, cue)
    if start >= passage.end:
        return None
    token = passage.doc[start]
    if token.text in closed.OPENERS and passage.quote_from(token.idx) is not None:
        end = max(start + 1, find_clause_end(passage, start, cue, cues, clause=False))
        return Complement(((start, end),), "quote", Form.MIXED, cue.last + 1)
    if cue.kind == "passive":
        return None
    return _find_verbal(passage, cue, cues, start) or _find_prepositional(passage, cue, cues, start)


def _find_verbal(passage: Passage, cue: Cue, cues: Sequence[Cue], start: int) -> Complement | None:
    """« dit avoir vu », « se dit prête », « promet de payer », « assure aux juges ignorer »."""
    frames, token, low = cue.verb.frames, passage.doc[start], passage.low(start)
    if "inf" in frames and is_infinitive(passage, start):
        return close_complement(passage, start, cue, cues, "inf", Form.INDIRECT, clause=True)
    judges = cue.verb.reflexive or cue.verb.head in {"juger", "estimer"}
    if "state" in frames and token.pos_ in {"ADJ", "VERB"} and judges:
        return close_complement(passage, start, cue, cues, "state", Form.INDIRECT)
    wanted = "de_inf" if low in closed.DE else "a_inf" if low in closed.TO else ""
    if wanted in frames and is_infinitive(passage, start + 1):
        return close_complement(passage, start + 1, cue, cues, wanted, Form.ACT, clause=True)
    if "inf" in frames and (after := _skip_to_infinitive(passage, start)) is not None:
        return close_complement(passage, after, cue, cues, "inf", Form.INDIRECT, clause=True)
    return None


def _skip_to_infinitive(passage: Passage, start: int) -> int | None:
    """« a nié mardi devant le tribunal avoir reçu », « a assuré aux juges ignorer »; None where no infinitive is.

    Behind more than whom it is said to, only a perfect infinitive counts: « dit à la presse devant
    le palais vouloir » is no French, « … pour relancer » tells to what end.
    """
    at, steps = start, 0
    while at < min(passage.end, start + QUE_REACH):
        token = passage.doc[at]
        if at in passage.moment_end_at and token.pos_ != "PRON":
            at = passage.moment_end_at[at]
        elif token.text == "," or token.pos_ == "ADV":
            at += 1
        elif token.pos_ == "ADP" or token.lower_ in closed.TO:
            phrase = read_noun_phrase(passage, at + 1, passage.end)
            # « à nouveau », « de nouveau »
            plain = at + 1 < passage.end and passage.doc[at + 1].pos_ in {"ADJ", "ADV"}
            if phrase is None and not plain:
                return None
            at, steps = phrase.end if phrase is not None else at + 2, steps + 1
        else:
            break
        if steps and is_infinitive(passage, at):
            told = steps == 1 and passage.low(start) in closed.TO
            return at if told or _is_perfect_infinitive(passage, at) else None
    return None


def _is_perfect_infinitive(passage: Passage, at: int) -> bool:
    """« avoir reçu », « n'être jamais venu »."""
    while passage.low(at) in closed.CLITICS | closed.NEGATIONS | closed.NEGATORS:
        at += 1
    return passage.low(at) in {"avoir", "être"}


def _find_prepositional(
    passage: Passage, cue: Cue, cues: Sequence[Cue], start: int
) -> Complement | None:
    """« met en garde contre X », « parle de X », « appelle à la grève »; else a plain object."""
    frames, low = cue.verb.frames, passage.low(start)
    if "prep" in frames and start + 1 < passage.end:
        if low in cue.verb.preps:
            return close_complement(passage, start + 1, cue, cues, "prep", Form.ACT)
        if "de" in cue.verb.preps and low in closed.DE:
            begin = start if low == "des" else start + 1
            return close_complement(passage, begin, cue, cues, "prep", Form.ACT)
    if low in closed.TO and "a_inf" in frames and passage.doc[start].pos_ == "ADP":
        begin = start + 1 if low == "à" else start
        return close_complement(passage, begin, cue, cues, "a_inf", Form.ACT)
    return find_object(passage, cue, cues, start)


def _find_clause(passage: Passage, cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """« que … », « si … », across circumstances but not across another verb."""
    frames = cue.verb.frames
    if not frames & {"que", "si"}:
        return None
    for at in range(cue.last + 1, min(passage.end, cue.last + 1 + QUE_REACH)):
        low = passage.low(at)
        if low in closed.QUE and "que" in frames:
            return _close_que(passage, cue, cues, at)
        asks = low in closed.INTERROGATIVES | {"s'", "s’"} and at <= cue.last + SI_REACH
        if asks and "si" in frames:
            return _close_question(passage, cue, cues, at)
        if _blocks_clause(passage, cue, cues, at):
            break
    return _find_bare_clause(passage, cue, cues)


def _find_bare_clause(passage: Passage, cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """« Roc a dit les prix baisseraient »: a clause whose « que » a translator left out."""
    start = _skip_circumstances(passage, cue)
    if cue.kind != "finite" or "que" not in cue.verb.frames or "obj" in cue.verb.frames:
        return None
    if start >= passage.end or passage.doc[start].pos_ not in {"DET", "PROPN", "PRON"}:
        return None
    phrase = read_noun_phrase(passage, start, passage.end)
    if phrase is None or phrase.end >= passage.end or not is_finite(passage.doc[phrase.end]):
        return None
    end = find_clause_end(passage, start, cue, cues, clause=True)
    return Complement(((start, end),), "que", Form.INDIRECT, start) if start < end else None


def _close_que(passage: Passage, cue: Cue, cues: Sequence[Cue], at: int) -> Complement | None:
    """The clause, or clauses, after « que »."""
    if passage.low(at - 1) in closed.BEFORE_QUE or _is_only(passage, cue, at):
        return None
    if _leaves_it_open(passage, at):
        return None
    begin = at + 1
    end = find_clause_end(passage, begin, cue, cues, clause=True)
    pieces = split_at_que(passage, begin, end) if begin < end else []
    return Complement(tuple(pieces), "que", Form.INDIRECT, at + 1) if pieces else None


def _leaves_it_open(passage: Passage, at: int) -> bool:
    """« a dit ce qu'il en pensait »: not what was said; « se félicite de ce que » leads to it."""
    led = passage.low(at - 2) in closed.DE | closed.TO
    return passage.low(at - 1) == "ce" and not led


def _close_question(passage: Passage, cue: Cue, cues: Sequence[Cue], at: int) -> Complement | None:
    """The clause of « si », « comment », « s'il »."""
    low = passage.low(at)
    if low in {"s'", "s’"} and passage.low(at + 1) not in {"il", "ils"}:
        return None
    if low not in closed.INTERROGATIVES - {"si"} and passage.doc[at].pos_ != "SCONJ":
        return None
    end = find_clause_end(passage, at, cue, cues, clause=True)
    return Complement(((at, end),), "si", Form.INDIRECT, cue.last + 1)


def _blocks_clause(passage: Passage, cue: Cue, cues: Sequence[Cue], at: int) -> bool:
    """Whether a token between a cue and « que » shows that the clause is another verb's."""
    token, low = passage.doc[at], passage.low(at)
    if is_finite(token) or token.text in {":", ";", *closed.OPENERS} or low in closed.RELATIVES:
        return True
    if "VerbForm=Inf" in str(token.morph) and at <= cue.last + 3:
        return True
    if token.pos_ == "VERB" and low.endswith("ant") and passage.doc[at - 1].pos_ == "NOUN":
        return True
    if any(other.kind == "gerund" and other.first == at for other in cues):
        return True
    return bool(token.pos_ == "CCONJ" and low in {"mais", "car"})


def _is_only(passage: Passage, cue: Cue, at: int) -> bool:
    """« n'a dit que cela »: a restriction, no clause."""
    group = {passage.low(i) for i in range(cue.first, cue.last + 1)}
    return bool(group & closed.NEGATORS) and not cue.negated and at == cue.last + 1


def _skip_circumstances(passage: Passage, cue: Cue) -> int:
    """Index of the first token after a cue that is no adverb or time."""
    at = cue.last + 1
    while at < passage.end:
        token = passage.doc[at]
        stop = passage.moment_end_at.get(at, at)
        if stop > at and token.pos_ != "PRON" and not _is_counted_length(passage, cue, at, stop):
            at = stop
        elif (
            token.pos_ == "ADV"
            and token.lower_ not in closed.INTERROGATIVES | closed.NEGATORS
            and (token.lower_ not in closed.NEGATIONS or cue.negated)
        ):
            at += 1
        elif token.text == "," and (follow := _skip_parenthesis(passage, at)) is not None:
            at = follow
        else:
            break
    return at


def _is_counted_length(passage: Passage, cue: Cue, at: int, end: int) -> bool:
    """« douze ans de réclusion », « requiert deux ans ferme »: the object, no time of the act."""
    if passage.doc[at].pos_ != "NUM":
        return False
    asked = cue.verb.stance is Stance.DEMANDS and cue.last + 1 == at
    return passage.low(end) in closed.DE or (asked and passage.low(end) not in closed.LATER)


def _skip_parenthesis(passage: Passage, at: int) -> int | None:
    """One past a short « , … , » set off right after a cue, or None."""
    for end in range(at + 2, min(at + 14, passage.end)):
        if is_finite(passage.doc[end]):
            return None
        if passage.doc[end].text == ",":
            return end + 1
    return None

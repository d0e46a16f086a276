"""What follows a cue: a clause, an infinitive, a noun, or somebody and a verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.records import Form
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.clauses import find_clause_end, split_at_que
from recoupe.rooms.annotate.statements.cues import Cue
from recoupe.rooms.annotate.statements.noun_phrases import read_noun_phrase
from recoupe.rooms.annotate.statements.passage import Passage, is_finite

# How many words may stand between a cue and its « que » (« a déclaré lundi lors d'une visite que »).
QUE_REACH = 30


@dataclass(frozen=True, slots=True)
class Complement:
    """What a cue reports.

    Attributes:
        pieces: Token ranges; each is a statement.
        frame: Which kind of complement.
        form: How it is reported.
        cue_end: One past the last token of the cue with its « que ».
        lead: Token range of a clitic object (« les qualifiant de »), or None.
    """

    pieces: tuple[tuple[int, int], ...]
    frame: str
    form: Form
    cue_end: int
    lead: tuple[int, int] | None = None


def find_complement(passage: Passage, cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """What a cue reports to its right, by the first kind of complement that is there."""
    frames = cue.verb.frames
    clause = _find_clause(passage, cue, cues)
    if clause is not None:
        return clause
    start = _skip_circumstances(passage, cue)
    if start >= passage.end:
        return None
    token, low = passage.doc[start], passage.low(start)
    if token.text in closed.OPENERS and (quoted := passage.quote_from(token.idx)) is not None:
        end = max(start + 1, find_clause_end(passage, start, cue, cues, clause=False))
        del quoted
        return Complement(((start, end),), "quote", Form.MIXED, cue.last + 1)
    if cue.kind == "passive":
        return None
    if "inf" in frames and _is_infinitive(passage, start):
        return _close(passage, start, cue, cues, "inf", Form.INDIRECT, clause=True)
    if (
        "state" in frames
        and token.pos_ in {"ADJ", "VERB"}
        and (cue.verb.reflexive or cue.verb.head in {"juger", "estimer"})
    ):
        return _close(passage, start, cue, cues, "state", Form.INDIRECT)
    if low in closed.DE | closed.TO and _is_infinitive(passage, start + 1):
        wanted = "de_inf" if low in closed.DE else "a_inf"
        if wanted in frames:
            return _close(passage, start + 1, cue, cues, wanted, Form.ACT, clause=True)
    if low in cue.verb.preps and "prep" in frames and start + 1 < passage.end:
        return _close(passage, start + 1, cue, cues, "prep", Form.ACT)
    if (
        low in closed.DE | closed.TO
        and "prep" in frames
        and cue.verb.preps & {"de"}
        and low in closed.DE
    ):
        return _close(passage, start + 1 if low != "des" else start, cue, cues, "prep", Form.ACT)
    if low in closed.TO and "a_inf" in frames and token.pos_ == "ADP":
        return _close(passage, start if low != "à" else start + 1, cue, cues, "a_inf", Form.ACT)
    return _find_object(passage, cue, cues, start)


def _find_clause(passage: Passage, cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """« que … », « si … », across circumstances but not across another verb."""
    if not cue.verb.frames & {"que", "si"}:
        return None
    stop = min(passage.end, cue.last + 1 + QUE_REACH)
    for at in range(cue.last + 1, stop):
        token, low = passage.doc[at], passage.low(at)
        if low in closed.QUE and "que" in cue.verb.frames:
            if passage.low(at - 1) in closed.BEFORE_QUE or _is_only(passage, cue, at):
                return None
            begin = at + 1
            end = find_clause_end(passage, begin, cue, cues, clause=True)
            pieces = split_at_que(passage, begin, end) if begin < end else []
            return Complement(tuple(pieces), "que", Form.INDIRECT, at + 1) if pieces else None
        if (
            "si" in cue.verb.frames
            and low in closed.INTERROGATIVES | {"s'", "s’"}
            and at <= cue.last + 4
        ):
            if low in {"s'", "s’"} and passage.low(at + 1) not in {"il", "ils"}:
                return None
            if token.pos_ == "SCONJ" or low in {"comment", "pourquoi", "combien", "quand", "où"}:
                end = find_clause_end(passage, at, cue, cues, clause=True)
                return Complement(((at, end),), "si", Form.INDIRECT, cue.last + 1)
            return None
        if is_finite(token) or token.text in {":", ";", *closed.OPENERS} or low in closed.RELATIVES:
            return None
        if "VerbForm=Inf" in str(token.morph) and at <= cue.last + 3:
            return None
        if any(other.kind == "gerund" and other.first == at for other in cues):
            return None
        if low.endswith("ant") and token.pos_ == "VERB" and passage.doc[at - 1].pos_ == "NOUN":
            return None
        if token.pos_ == "CCONJ" and low in {"mais", "car"}:
            return None
    return None


def _is_only(passage: Passage, cue: Cue, at: int) -> bool:
    """« n'a dit que cela »: a restriction, no clause."""
    group = {passage.low(i) for i in range(cue.first, cue.last + 1)}
    return bool(group & closed.NEGATORS) and not cue.negated and at == cue.last + 1


def _skip_circumstances(passage: Passage, cue: Cue) -> int:
    """Index of the first token after a cue that is no adverb or time."""
    at = cue.last + 1
    while at < passage.end:
        token = passage.doc[at]
        if at in passage.moment_end_at and token.pos_ != "PRON" and passage.moment_end_at[at] > at:
            at = passage.moment_end_at[at]
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


def _skip_parenthesis(passage: Passage, at: int) -> int | None:
    """One past a short « , … , » set off right after a cue, or None."""
    for end in range(at + 2, min(at + 14, passage.end)):
        if is_finite(passage.doc[end]):
            return None
        if passage.doc[end].text == ",":
            return end + 1
    return None


def _is_infinitive(passage: Passage, at: int) -> bool:
    """Whether an infinitive starts here, after its negation and clitics."""
    if passage.low(at) in closed.NEGATORS and passage.low(at + 1) in closed.NEGATIONS:
        return True
    while passage.low(at) in closed.CLITICS | closed.NEGATIONS or (
        at < passage.end and passage.doc[at].pos_ == "ADV"
    ):
        at += 1
    return at < passage.end and "VerbForm=Inf" in str(passage.doc[at].morph)


def _close(
    passage: Passage,
    start: int,
    cue: Cue,
    cues: Sequence[Cue],
    frame: str,
    form: Form,
    *,
    clause: bool = False,
) -> Complement | None:
    end = find_clause_end(passage, start, cue, cues, clause=clause)
    return Complement(((start, end),), frame, form, start) if start < end else None


def _find_object(passage: Passage, cue: Cue, cues: Sequence[Cue], start: int) -> Complement | None:
    """A noun, or somebody with a verb or a noun: « accuser X de », « présenter X comme »."""
    frames = cue.verb.frames
    clitic = next(
        (
            i
            for i in range(cue.first, cue.at)
            if passage.low(i) in {"le", "la", "les", "l'", "l’", "lui", "leur"}
        ),
        None,
    )
    token, low = passage.doc[start], passage.low(start)
    if (
        clitic is not None
        and frames & {"person_inf", "comme"}
        and low in closed.DE | closed.TO | {"comme"}
    ):
        whole = _close(passage, start, cue, cues, "person_inf", Form.ACT, clause=True)
        if whole is None:
            return None
        return Complement(whole.pieces, whole.frame, whole.form, start, lead=(clitic, clitic + 1))
    if low in closed.TO and "person_inf" in frames:
        phrase = read_noun_phrase(passage, start + 1 if low == "à" else start + 1, passage.end)
        if (
            phrase is not None
            and passage.low(phrase.end) in closed.DE
            and _is_infinitive(passage, phrase.end + 1)
        ):
            return _close(passage, start, cue, cues, "person_inf", Form.ACT, clause=True)
        return None
    if token.pos_ == "ADP" and low not in {"des", "du", "de", "d'", "d’"}:
        if "obj" in frames and (after := _skip_prepositional(passage, start)) is not None:
            return _close(passage, after, cue, cues, "obj", Form.ACT)
        return None
    if not _starts_noun(passage, start):
        return None
    if "state" in frames and not cue.verb.reflexive and _is_small_clause(passage, start):
        return _close(passage, start, cue, cues, "state", Form.INDIRECT)
    if "comme" in frames and (comme := _find_comme(passage, start)) is not None:
        return _close(passage, start, cue, cues, "comme", Form.ACT)
    if "person_inf" in frames and _has_verb_or_quality(passage, start, cue):
        names = cue.verb.head in {"qualifier", "traiter", "taxer"}
        return _close(passage, start, cue, cues, "person_inf", Form.ACT, clause=not names)
    if "obj" in frames:
        return _close(passage, start, cue, cues, "obj", Form.ACT)
    return None


def _skip_prepositional(passage: Passage, start: int) -> int | None:
    """« a annoncé dans un communiqué la fermeture »: the object after a circumstance."""
    phrase = read_noun_phrase(passage, start + 1, passage.end)
    if phrase is None:
        return None
    at = phrase.end
    if at < passage.end and passage.doc[at].text == ",":
        at += 1
    if at < passage.end and passage.doc[at].text in closed.OPENERS:
        return at
    return at if _starts_noun(passage, at) and passage.doc[at].pos_ == "DET" else None


def _starts_noun(passage: Passage, at: int) -> bool:
    if at >= passage.end:
        return False
    token = passage.doc[at]
    if token.text in closed.OPENERS:
        return True
    return token.pos_ in {"DET", "NOUN", "PROPN", "NUM"} or (
        token.lower_
        in {
            "le",
            "la",
            "les",
            "l'",
            "l’",
            "un",
            "une",
            "des",
            "du",
            "ce",
            "cette",
            "ces",
            "toute",
            "tout",
            "toutes",
            "tous",
        }
    )


def _find_comme(passage: Passage, start: int) -> int | None:
    for at in range(start, passage.end):
        if passage.low(at) == "comme":
            return at
        if is_finite(passage.doc[at]) or passage.doc[at].text in {":", ";"}:
            return None
    return None


def _has_verb_or_quality(passage: Passage, start: int, cue: Cue) -> bool:
    """Whether somebody is followed by « de », « à » and what he did or is."""
    for at in range(start + 1, min(passage.end, start + 30)):
        if is_finite(passage.doc[at]):
            return False
        if passage.low(at) in closed.DE | closed.TO and (
            _is_infinitive(passage, at + 1)
            or cue.verb.head in {"qualifier", "accuser", "traiter", "taxer"}
            or passage.doc[at + 1].text in closed.OPENERS
        ):
            return True
    return False


def _is_small_clause(passage: Passage, start: int) -> bool:
    """« dit des soldats déployés », « juge la mesure inutile »: a noun and what is said of it."""
    phrase = read_noun_phrase(passage, start, passage.end)
    if phrase is None:
        return False
    if phrase.end < passage.end and passage.doc[phrase.end].text in closed.OPENERS:
        return True
    after = passage.doc[phrase.end] if phrase.end < passage.end else None
    if after is not None and "VerbForm=Part" in str(after.morph):
        return True
    return any(
        "VerbForm=Part" in str(passage.doc[i].morph) for i in range(phrase.head + 1, phrase.end)
    ) or (after is not None and after.pos_ == "ADJ")

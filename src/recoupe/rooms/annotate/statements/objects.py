"""Nouns that a cue reports, and somebody with what he did: « accuser X de », « présenter X comme »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.records import Form
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.clauses import find_clause_end
from recoupe.rooms.annotate.statements.cue import Cue
from recoupe.rooms.annotate.statements.noun_phrases import read_noun_phrase
from recoupe.rooms.annotate.statements.passage import Passage, is_finite


def find_object(passage: Passage, cue: Cue, cues: Sequence[Cue], start: int) -> Complement | None:
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
    named = _find_named(passage, cue, cues, start, clitic)
    if named is not None:
        return named
    if low in closed.TO and "person_inf" in frames:
        return _find_ordered(passage, cue, cues, start)
    if "that" in frames and low in closed.THAT and passage.quote_from(passage.char_end(start + 1)):
        return close_complement(passage, start, cue, cues, "that", Form.ACT)
    if token.pos_ == "ADP" and low not in {"des", "du", "de", "d'", "d’"}:
        if "obj" in frames and (after := _skip_prepositional(passage, start)) is not None:
            return close_complement(passage, after, cue, cues, "obj", Form.ACT)
        return None
    if not _starts_noun(passage, start):
        return None
    if "state" in frames and not cue.verb.reflexive and _is_small_clause(passage, start):
        return close_complement(passage, start, cue, cues, "state", Form.INDIRECT)
    if "comme" in frames and _find_comme(passage, start) is not None:
        return close_complement(passage, start, cue, cues, "comme", Form.ACT)
    if "person_inf" in frames and _has_verb_or_quality(passage, start, cue):
        names = cue.verb.head in {"qualifier", "traiter", "taxer"}
        return close_complement(passage, start, cue, cues, "person_inf", Form.ACT, clause=not names)
    if "obj" in frames:
        return close_complement(passage, start, cue, cues, "obj", Form.ACT)
    return None


def _find_named(
    passage: Passage, cue: Cue, cues: Sequence[Cue], start: int, clitic: int | None
) -> Complement | None:
    """What somebody or something is called, where its name or the verb of it comes first or alone."""
    frames, low = cue.verb.frames, passage.low(start)
    bare = low in closed.DE and "person_inf" in frames and clitic is None
    if bare and not is_infinitive(passage, start + 1):
        # « a qualifié de mensonge les accusations »: what is named comes last.
        return close_complement(passage, start + 1, cue, cues, "person_inf", Form.ACT)
    if _has_relative_object(passage, cue) and low in {"comme"} | closed.DE:
        return close_complement(passage, start + 1, cue, cues, "comme", Form.ACT)
    leads = low in closed.DE | closed.TO | {"comme"} and bool(frames & {"person_inf", "comme"})
    if clitic is None or not leads:
        return None
    # « les accuse de mentir »: whom it is about stands before the verb.
    whole = close_complement(passage, start, cue, cues, "person_inf", Form.ACT, clause=True)
    if whole is None:
        return None
    return Complement(whole.pieces, whole.frame, whole.form, start, lead=(clitic, clitic + 1))


def _find_ordered(passage: Passage, cue: Cue, cues: Sequence[Cue], start: int) -> Complement | None:
    """« demande aux habitants de partir »: to whom, and what to do."""
    phrase = read_noun_phrase(passage, start + 1, passage.end)
    if phrase is None or passage.low(phrase.end) not in closed.DE:
        return None
    if not is_infinitive(passage, phrase.end + 1):
        return None
    return close_complement(passage, start, cue, cues, "person_inf", Form.ACT, clause=True)


def _has_relative_object(passage: Passage, cue: Cue) -> bool:
    """« un geste qu'il a qualifié de … »: what is named stands before the cue."""
    if not cue.verb.frames & {"comme", "person_inf"}:
        return False
    at = cue.first - 1
    while at > passage.start and passage.low(at) not in closed.QUE:
        if passage.doc[at].is_punct or is_finite(passage.doc[at]):
            return False
        at -= 1
    return passage.low(at) in closed.QUE and passage.doc[at].pos_ == "PRON"


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
            is_infinitive(passage, at + 1)
            or ("a_inf" in cue.verb.frames and passage.low(at) in closed.TO)
            or cue.verb.head in {"qualifier", "accuser", "traiter", "taxer"}
            or passage.doc[at + 1].text in closed.OPENERS
            or passage.doc[at - 1].text in closed.OPENERS
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


def is_infinitive(passage: Passage, at: int) -> bool:
    """Whether an infinitive starts here, after its negation and clitics."""
    if passage.low(at) in closed.NEGATORS and passage.low(at + 1) in closed.NEGATIONS:
        return True
    while passage.low(at) in closed.CLITICS | closed.NEGATIONS or (
        at < passage.end and passage.doc[at].pos_ == "ADV"
    ):
        at += 1
    return at < passage.end and "VerbForm=Inf" in str(passage.doc[at].morph)


def close_complement(
    passage: Passage,
    start: int,
    cue: Cue,
    cues: Sequence[Cue],
    frame: str,
    form: Form,
    *,
    clause: bool = False,
) -> Complement | None:
    """The complement from a token to the end of what is said, or None where nothing is left."""
    end = find_clause_end(passage, start, cue, cues, clause=clause)
    return Complement(((start, end),), frame, form, start) if start < end else None


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

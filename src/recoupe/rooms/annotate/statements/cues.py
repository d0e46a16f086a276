"""Verbs of speech in a sentence, with their auxiliaries, clitics, negation and tense."""

from __future__ import annotations

from dataclasses import replace

from recoupe.records import Stance
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.compound_cues import read_compound
from recoupe.rooms.annotate.statements.cue import Cue
from recoupe.rooms.annotate.statements.lexicon import Verb, load_verbs
from recoupe.rooms.annotate.statements.passage import Passage, is_finite
from recoupe.rooms.annotate.statements.verb_group import (
    find_inverted,
    is_negated,
    reflexive_fits,
    walk_clitics,
)

# How many words may stand between the verb and the rest of its phrase (« fait lundi savoir »).
TAIL_REACH = 2


def find_cues(passage: Passage) -> tuple[Cue, ...]:
    """The verbs of speech of a sentence in text order, one for each verb group."""
    forms = load_verbs(passage.language)
    cues: list[Cue] = []
    for index in range(passage.start, passage.end):
        if _ends_compound(passage, index):
            continue
        for verb, tense in forms.get(passage.low(index), ()):
            cue = _read_group(passage, index, verb, tense)
            if cue is not None:
                cues.append(cue)
                break
    apart = tuple(cue for cue in cues if not _is_inside_other(cue, cues))
    return _join_alternatives(passage, apart)


def _ends_compound(passage: Passage, index: int) -> bool:
    """Whether a hyphen ties a word to the one before: « lieu-dit », « non-dit »."""
    if index <= passage.start or passage.low(index - 1) != "-":
        return False
    return not passage.doc[index - 1].whitespace_


def _join_alternatives(passage: Passage, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """The cues with « ni confirmé ni démenti », « confirmer ou infirmer » read as one.

    The joined cue takes the verb whose negation leaves a matter open, where one of the two is such.
    """
    joined: list[Cue] = []
    for cue in cues:
        before = joined[-1] if joined else None
        if before is None or not _are_alternatives(passage, before, cue):
            joined.append(cue)
            continue
        verbs = (before.verb, cue.verb)
        verb = next((v for v in verbs if v.negated is Stance.CANNOT_CONFIRM), before.verb)
        joined[-1] = replace(
            before, verb=verb, last=cue.last, at=cue.at, negated=before.negated or cue.negated
        )
    return tuple(joined)


def _are_alternatives(passage: Passage, one: Cue, other: Cue) -> bool:
    """Whether only « ni » or « ou » parts two verbs of speech that a negation can hold."""
    if one.verb.negated is None or other.verb.negated is None:
        return False
    between = {passage.low(i) for i in range(one.last + 1, other.first)}
    return bool(between & {"ni", "ou"}) and between <= {"ni", "ou"} | closed.DE


def _is_inside_other(cue: Cue, cues: list[Cue]) -> bool:
    return any(o is not cue and o.first <= cue.at <= o.last and o.at != cue.at for o in cues)


def _read_group(passage: Passage, index: int, verb: Verb, tense: str) -> Cue | None:
    tail_end = _match_tail(passage, index, verb)
    if tail_end is None:
        return None
    if tense == "participle":
        return read_compound(passage, index, verb, tail_end)
    if not _looks_like_verb(passage, index, verb, tense):
        return None
    first, clitics = walk_clitics(passage, index)
    if not reflexive_fits(verb, clitics):
        return None
    kind = tense if tense in {"gerund", "infinitive"} else "finite"
    inverted = find_inverted(passage, index + 1) if kind == "finite" else None
    last = max(tail_end, inverted or 0)
    negated = is_negated(passage, clitics, index + 1)
    return Cue(verb, first, last, index, kind, tense, inverted, negated)


def _match_tail(passage: Passage, index: int, verb: Verb) -> int | None:
    """Index of the last word of the phrase, or None where the phrase is not there."""
    at = index
    for word in verb.tail:
        reach = range(at + 1, min(at + 2 + TAIL_REACH, passage.end))
        found = next((i for i in reach if passage.low(i).replace("’", "'") == word), None)
        if found is None:
            return None
        at = found
    return at


def _looks_like_verb(passage: Passage, index: int, verb: Verb, tense: str) -> bool:
    """Whether a simple form is a verb here: « annonce » and « critique » are nouns as well."""
    token = passage.doc[index]
    before = passage.doc[index - 1] if index > passage.start else None
    if tense in {"gerund", "infinitive"}:
        return before is None or before.pos_ != "DET" or before.lower_ in closed.CLITICS
    if token.pos_ in {"VERB", "AUX"}:
        return True
    if passage.low(index + 1) in closed.INVERTED | {"-t"}:
        return True
    if before is None or before.is_punct:
        return before is not None and token.pos_ not in {"ADP", "CCONJ"}
    if before.lower_ in closed.SUBJECT_PRONOUNS | closed.NEGATORS | {"qui", "se", "s'"}:
        return True
    if before.pos_ in {"DET", "ADP", "NUM"} or "VerbForm=Part" in str(before.morph):
        # « s'est voulu philosophe »: an adjective or noun behind a participle.
        return False
    if before.pos_ == "ADJ":
        return _is_only_verb(passage, index, verb)
    if before.pos_ == "CCONJ" and (
        passage.low(index + 1) in closed.TO
        or (index + 1 < passage.end and passage.doc[index + 1].pos_ == "DET")
    ):
        return True
    if passage.low(index + 1) in closed.QUE | {":", "«", '"', "“"}:
        return True
    return _is_only_verb(passage, index, verb)


def _is_only_verb(passage: Passage, index: int, verb: Verb) -> bool:
    """« Le chef de l'opposition menace de partir »: without it the sentence would have no verb."""
    follower = passage.doc[index + 1] if index + 1 < passage.end else None
    leads_on = follower is not None and (
        follower.pos_ in {"DET", "PROPN"}
        or follower.lower_ in closed.DE
        or follower.lower_ in verb.preps
    )
    return leads_on and not any(
        is_finite(passage.doc[i]) for i in range(passage.start, passage.end)
    )

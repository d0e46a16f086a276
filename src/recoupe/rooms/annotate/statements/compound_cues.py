"""Verbs of speech in compound tenses: « a déclaré », « s'est dit », « ont à maintes reprises accusé »."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.cue import Cue
from recoupe.rooms.annotate.statements.lexicon import Verb
from recoupe.rooms.annotate.statements.passage import Passage, is_finite
from recoupe.rooms.annotate.statements.verb_group import is_negated, reflexive_fits, walk_clitics

# How many words may stand between an auxiliary and its participle (« ont à maintes reprises accusé »).
AUXILIARY_REACH = 5


def read_compound(passage: Passage, index: int, verb: Verb, tail_end: int) -> Cue | None:
    """« a déclaré », « s'est dit », « ont à maintes reprises accusé », « est accusée »."""
    aux = been = inverted = None
    words = list(_words_before(passage, index))
    for at in words:
        low = passage.low(at)
        if low in closed.BEEN:
            been = at
        elif low in closed.HAVE or low in closed.BE:
            aux = at
            break
        elif low in closed.INVERTED:
            inverted = at if inverted is None else inverted
    if aux is None:
        return _read_joined_participle(passage, index, verb, tail_end)
    first, clitics = walk_clitics(passage, aux)
    if not reflexive_fits(verb, clitics):
        return None
    by_be = passage.low(aux) in closed.BE
    passive = been is not None or (by_be and not verb.reflexive)
    if passive and passage.doc[index].pos_ == "NOUN":
        return None
    low = passage.low(aux)
    tense = "conditional" if low in closed.CONDITIONAL_AUX else "compound"
    kind = "passive" if passive else {"ayant": "gerund", "avoir": "infinitive"}.get(low, "finite")
    negated = is_negated(passage, clitics, aux + 1, index)
    return Cue(
        verb,
        first,
        tail_end,
        index,
        kind,
        tense,
        inverted,
        negated,
        conditional=tense == "conditional",
    )


def _read_joined_participle(passage: Passage, index: int, verb: Verb, tail_end: int) -> Cue | None:
    """« a présenté ses excuses et promis une enquête »: the auxiliary stands further left."""
    low = passage.low(index)
    if verb.reflexive or (low.endswith(("e", "s")) and not low.endswith(("is", "us"))):
        return None
    at = index - 1
    while passage.low(at) and passage.doc[at].pos_ == "ADV":
        at -= 1
    if (
        at < passage.start
        or passage.doc[at].pos_ != "CCONJ"
        or passage.doc[index].pos_ not in {"VERB", "ADJ"}
    ):
        return None
    for left in range(at - 1, passage.start - 1, -1):
        if passage.low(left) in closed.HAVE and "VerbForm=Fin" in str(passage.doc[left].morph):
            return Cue(verb, index, tail_end, index, "finite", "compound")
        if is_finite(passage.doc[left]) and not passage.low(left).endswith("é"):
            # « confirmé » behind « n'a ni » is a participle, whatever the tagger says.
            return None
    return None


def _words_before(passage: Passage, index: int) -> Iterator[int]:
    """Indexes to the left of a participle that may still belong to its group."""
    at, left = index - 1, AUXILIARY_REACH + 1
    while at >= passage.start and left > 0:
        token = passage.doc[at]
        if token.text == "," and (opening := _find_opening_comma(passage, at)) is not None:
            at = opening - 1
            continue
        if token.is_punct and token.text not in {"-", "–"}:
            return
        if token.lower_ in closed.QUE or (token.pos_ == "CCONJ" and token.lower_ != "ni"):
            return
        if token.pos_ == "VERB" and token.lower_ not in closed.HAVE | closed.BE | closed.BEEN:
            return
        yield at
        at, left = at - 1, left - 1


def _find_opening_comma(passage: Passage, comma: int) -> int | None:
    """The first comma of « avait, pour sa part, reconnu », or None."""
    for at in range(comma - 1, max(passage.start, comma - AUXILIARY_REACH - 1), -1):
        if passage.doc[at].text == ",":
            return at if passage.low(at - 1) in closed.HAVE | closed.BE else None
    return None

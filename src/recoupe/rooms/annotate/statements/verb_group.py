"""The small words around a verb: clitics, negation, inverted pronoun, governor."""

from __future__ import annotations

from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.cue import Cue
from recoupe.rooms.annotate.statements.lexicon import Verb
from recoupe.rooms.annotate.statements.passage import Passage, is_finite


def walk_clitics(passage: Passage, index: int) -> tuple[int, tuple[str, ...]]:
    """First index of the group left of a conjugated form, and the clitics passed."""
    clitics: list[str] = []
    at = index
    while passage.low(at - 1) in closed.CLITICS and passage.doc[at - 1].pos_ != "ADP":
        if passage.low(at - 1) == "nous" and not clitics and passage.low(at).endswith("ons"):
            break
        at -= 1
        clitics.append(passage.low(at))
    return at, tuple(clitics)


def reflexive_fits(verb: Verb, clitics: tuple[str, ...]) -> bool:
    """Whether « se » stands before a reflexive verb, and before no other, and « y » where it must."""
    if verb.clitic is not None and verb.clitic not in clitics:
        return False
    reflexive = any(clitic in {"se", "s'", "s’"} for clitic in clitics)
    return reflexive == verb.reflexive


def find_inverted(passage: Passage, index: int) -> int | None:
    """The pronoun that follows a verb ending before a token: « a-t-il », « finit-il »; else None."""
    at = index
    while passage.low(at) == "-t":
        at += 1
    return at if passage.low(at) in closed.INVERTED else None


def is_negated(
    passage: Passage, clitics: tuple[str, ...], start: int, end: int | None = None
) -> bool:
    """Whether « ne … pas » holds the verb; « ne … que » does not deny."""
    if not any(clitic in closed.NEGATORS for clitic in clitics):
        return False
    stop = start + 3 if end is None else end
    words = {passage.low(at) for at in range(start - 1, stop)}
    # « n'exclut aucune piste », « n'a exclu aucune piste »
    words.add(passage.low(start if end is None else end + 1))
    # « Ni le préfet ni le maire n'ont confirmé », « Aucun témoin n'a … »: the negation leads.
    ahead = {passage.low(at) for at in range(max(passage.start, start - 12), start)}
    denying = words & (closed.NEGATIONS | closed.LEADING_NEGATIONS)
    return bool(denying or ahead & closed.LEADING_NEGATIONS)


def find_governor(passage: Passage, cue: Cue) -> int | None:
    """Index of the conjugated verb that an infinitive hangs on (« a tenu à préciser »), or None."""
    for at in range(cue.first - 1, max(passage.start, cue.first - 7) - 1, -1):
        token = passage.doc[at]
        if token.pos_ in {"VERB", "AUX"} and (
            is_finite(token) or "VerbForm=Part" in str(token.morph)
        ):
            return at
        if token.pos_ == "NOUN" and passage.doc[at - 1].pos_ == "VERB":
            # « a pris soin d'ajouter »: a noun without determiner is part of the verb.
            continue
        if token.is_punct or token.pos_ in {"NOUN", "PROPN", "CCONJ"}:
            return None
    return None

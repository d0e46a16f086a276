"""Verbs of speech in a sentence, with their auxiliaries, clitics, negation and tense."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.records import Stance
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.lexicon import Verb, load_verbs
from recoupe.rooms.annotate.statements.passage import Passage, is_finite

# How many words may stand between an auxiliary and its participle (« ont à maintes reprises accusé »).
AUXILIARY_REACH = 5
# How many words may stand between the verb and the rest of its phrase (« fait lundi savoir »).
TAIL_REACH = 2


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech in its group.

    Attributes:
        verb: What it is.
        first: Index of the first token of the group: negation, clitics, auxiliary.
        last: Index of its last token.
        at: Index of the verb itself.
        kind: finite, passive, gerund or infinitive.
        tense: Tense of the form that carries the person.
        inverted: Index of the pronoun that follows (« a-t-il »), or None.
        negated: Whether it is denied.
        conditional: Whether it stands in the hearsay conditional (« aurait déclaré »).
    """

    verb: Verb
    first: int
    last: int
    at: int
    kind: str
    tense: str
    inverted: int | None = None
    negated: bool = False
    conditional: bool = False

    @property
    def stance(self) -> Stance:
        """The stance of the verb, under its negation where it has one."""
        if self.negated and self.verb.negated is not None:
            return self.verb.negated
        return self.verb.stance


def find_cues(passage: Passage) -> tuple[Cue, ...]:
    """The verbs of speech of a sentence in text order, one for each verb group."""
    forms = load_verbs(passage.language)
    cues: list[Cue] = []
    for index in range(passage.start, passage.end):
        for verb, tense in forms.get(passage.low(index), ()):
            cue = _read_group(passage, index, verb, tense)
            if cue is not None:
                cues.append(cue)
                break
    return tuple(cue for cue in cues if not _is_inside_other(cue, cues))


def _is_inside_other(cue: Cue, cues: list[Cue]) -> bool:
    return any(o is not cue and o.first <= cue.at <= o.last and o.at != cue.at for o in cues)


def _read_group(passage: Passage, index: int, verb: Verb, tense: str) -> Cue | None:
    tail_end = _match_tail(passage, index, verb)
    if tail_end is None:
        return None
    if tense == "participle":
        return _read_compound(passage, index, verb, tail_end)
    if not _looks_like_verb(passage, index, tense):
        return None
    first, clitics = _walk_clitics(passage, index)
    if not _reflexive_fits(verb, clitics):
        return None
    kind = tense if tense in {"gerund", "infinitive"} else "finite"
    inverted = find_inverted(passage, index + 1) if kind == "finite" else None
    last = max(tail_end, inverted or 0)
    negated = _is_negated(passage, clitics, index + 1)
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


def _read_compound(passage: Passage, index: int, verb: Verb, tail_end: int) -> Cue | None:
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
    first, clitics = _walk_clitics(passage, aux)
    if not _reflexive_fits(verb, clitics):
        return None
    by_be = passage.low(aux) in closed.BE
    passive = been is not None or (by_be and not verb.reflexive)
    if passive and passage.doc[index].pos_ == "NOUN":
        return None
    low = passage.low(aux)
    tense = "conditional" if low in closed.CONDITIONAL_AUX else "compound"
    kind = "passive" if passive else {"ayant": "gerund", "avoir": "infinitive"}.get(low, "finite")
    negated = _is_negated(passage, clitics, aux + 1, index)
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
        if is_finite(passage.doc[left]):
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


def _walk_clitics(passage: Passage, index: int) -> tuple[int, tuple[str, ...]]:
    """First index of the group left of a conjugated form, and the clitics passed."""
    clitics: list[str] = []
    at = index
    while passage.low(at - 1) in closed.CLITICS and passage.doc[at - 1].pos_ != "ADP":
        if passage.low(at - 1) == "nous" and not clitics and passage.low(at).endswith("ons"):
            break
        at -= 1
        clitics.append(passage.low(at))
    return at, tuple(clitics)


def _reflexive_fits(verb: Verb, clitics: tuple[str, ...]) -> bool:
    reflexive = any(clitic in {"se", "s'", "s’"} for clitic in clitics)
    return reflexive == verb.reflexive


def _looks_like_verb(passage: Passage, index: int, tense: str) -> bool:
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
    if before.pos_ in {"DET", "ADP", "ADJ", "NUM"}:
        return False
    if before.pos_ == "CCONJ" and (
        passage.low(index + 1) in closed.TO
        or (index + 1 < passage.end and passage.doc[index + 1].pos_ == "DET")
    ):
        return True
    if passage.low(index + 1) in closed.QUE | {":", "«", '"', "“"}:
        return True
    # « Le chef de l'opposition menace de partir »: without it the sentence would have no verb.
    follower = passage.doc[index + 1] if index + 1 < passage.end else None
    leads_on = follower is not None and (
        follower.pos_ in {"DET", "PROPN"} or follower.lower_ in closed.DE
    )
    return leads_on and not any(
        is_finite(passage.doc[i]) for i in range(passage.start, passage.end)
    )


def find_inverted(passage: Passage, index: int) -> int | None:
    """The pronoun that follows a verb ending before a token: « a-t-il », « finit-il »; else None."""
    at = index
    while passage.low(at) == "-t":
        at += 1
    return at if passage.low(at) in closed.INVERTED else None


def _is_negated(
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
        if token.is_punct or token.pos_ in {"NOUN", "PROPN", "CCONJ"}:
            return None
    return None

"""Second verbs behind « et »: of the speaker or of what is said, and clauses joined by « et que »."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.cue import Cue
from recoupe.rooms.annotate.statements.passage import Passage, has_main_finite, is_finite


def joins_second_verb(
    passage: Passage, at: int, cue: Cue, cues: Sequence[Cue], clause: bool
) -> bool:
    """« a déclaré que … et a appelé … »: the second verb shares the subject of the cue."""
    if passage.low(at + 1) in closed.QUE:
        return False
    stop = min(at + 4, passage.end)
    for other in cues:
        if other.at > cue.at and at < other.first < stop and other.kind == cue.kind:
            between = range(at + 1, other.first)
            if (
                all(passage.doc[i].pos_ in {"ADV", "PUNCT"} for i in between)
                and other.tense == cue.tense
            ):
                return not clause or not _same_tense_inside(passage, cue, at)
    for index in range(at + 1, stop):
        token = passage.doc[index]
        if token.pos_ in {"VERB", "AUX"}:
            if clause and _goes_on_in_past(passage, cue, at, index):
                return False
            if clause:
                verb = token if token.pos_ == "VERB" else token.head
                return verb.dep_ == "conj" and verb.head.i == cue.at
            return is_finite(token) and cue.kind == "finite"
        if token.pos_ not in {"ADV", "PUNCT"} and token.lower_ not in closed.CLITICS:
            return False
    return False


def _goes_on_in_past(passage: Passage, cue: Cue, joint: int, verb: int) -> bool:
    """« ont dit qu'il était parti et n'avait rien vu »: both verbs of the content in the imperfect."""
    spoken = str(passage.doc[cue.first].morph) + str(passage.doc[cue.at].morph)
    inside = (str(passage.doc[i].morph) for i in range(cue.last + 1, joint))
    return (
        "Tense=Imp" in str(passage.doc[verb].morph)
        and "Tense=Imp" not in spoken
        and any("Tense=Imp" in morph for morph in inside)
    )


def _same_tense_inside(passage: Passage, cue: Cue, at: int) -> bool:
    """Whether the content's own verb has the cue's tense, so that « et » may join two of its verbs."""
    first = next((t for t in passage.doc[cue.last + 1 : at] if t.pos_ in {"VERB", "AUX"}), None)
    if first is not None and "VerbForm=Inf" in str(first.morph):
        # « dit avoir tout vu et réclame … »: what is said has no conjugated verb that « et » could join.
        return False
    cue_head = passage.low(cue.at if cue.first == cue.at else cue.first)
    if cue.tense == "compound":
        return any(
            passage.low(i) in {"a", "ont"} for i in range(cue.last + 1, at)
        ) and cue_head in {"a", "ont"}
    verbs = [i for i in range(cue.last + 1, at) if is_finite(passage.doc[i])]
    return any("Tense=Pres" in str(passage.doc[i].morph) for i in verbs) and cue.tense == "present"


def split_at_que(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of « que A et que B »; one piece where there is one clause."""
    pieces: list[tuple[int, int]] = []
    begin = start
    for at in range(start + 1, end - 1):
        if passage.quote_at(passage.doc[at].idx) is not None:
            continue
        token = passage.doc[at]
        if (token.pos_ == "CCONJ" or token.text == ",") and passage.low(at + 1) in closed.QUE:
            stop = at - 1 if passage.doc[at - 1].text == "," else at
            if has_main_finite(passage.doc, begin, stop) and has_main_finite(
                passage.doc, at + 2, end
            ):
                pieces.append((begin, stop))
                begin = at + 2
    pieces.append((begin, end))
    return [piece for piece in pieces if piece[0] < piece[1]]

"""What a cue reports behind a colon: « a écrit : « … » », « affirme : le pont est sûr »."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoupe.records import Form
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.cue import Cue, find_cue_span
from recoupe.rooms.annotate.statements.incises import Incise
from recoupe.rooms.annotate.statements.passage import Passage, is_finite, make_span
from recoupe.rooms.annotate.statements.subject_words import Subject
from recoupe.rooms.annotate.statements.subjects import find_subject_after

# How many words may stand between a cue and the colon that opens what is said.
COLON_REACH = 25


def draft_colon(
    passage: Passage, cue: Cue, subject: Subject | None, incises: Iterable[Incise]
) -> Draft | None:
    """« a écrit : « … » », « affirme : le pont est sûr »."""
    told = cue.kind == "infinitive" and passage.low(cue.first) in closed.IT
    if (cue.kind not in {"finite", "gerund"} and not told) or (
        cue.negated and cue.verb.negated is None
    ):
        return None
    stop = min(passage.end, cue.last + 1 + COLON_REACH)
    at = next((i for i in range(cue.last + 1, stop) if passage.doc[i].text == ":"), None)
    if at is None or passage.quote_at(passage.doc[at].idx) is not None:
        return None
    if any(
        is_finite(passage.doc[i]) or passage.low(i) in closed.QUE for i in range(cue.last + 1, at)
    ):
        return None
    quote = passage.quote_from(passage.char_end(at + 1))
    if quote is not None:
        text = passage.text
        # « On s'est dit : « … », a raconté Luc »: the words are Luc's.
        if any(
            i.subject is not None
            and passage.doc[i.start].idx >= quote.end
            and not text[quote.end : passage.doc[i.start].idx].strip(" ,\xa0")
            for i in incises
        ):
            return None
        content = make_span(passage.text, quote.inner_start, quote.inner_end)
    else:
        nominal = any(
            passage.doc[i].dep_ == "obj" or passage.doc[i].pos_ == "NUM"
            for i in range(cue.last + 1, at)
        )
        if nominal or cue.verb.strength == "weak" or at + 1 >= passage.end:
            return None
        content = make_span(passage.text, passage.doc[at + 1].idx, passage.end_char)
    if content is None:
        return None
    return Draft(
        content=(content,),
        cue=find_cue_span(passage, cue, cue.last + 1),
        form=Form.DIRECT,
        stance=cue.stance,
        reserved=cue.conditional,
        subject=subject.span if subject else None,
        subject_head=subject.head if subject else None,
        anchor=passage.doc[cue.first].idx,
    )


def find_inverted_subject(passage: Passage, cue: Cue, before: Subject | None) -> Subject | None:
    """« Faux, jure l'avocat : « … » »: the speaker between verb and colon, where none leads."""
    led = before is not None and passage.can_speak(before.head)
    if cue.kind != "finite" or (led and passage.low(cue.first - 1) != ","):
        return before
    subject = find_subject_after(passage, cue)
    speaks = subject is not None and passage.can_speak(subject.head)
    behind = subject is not None and speaks and passage.low(subject.end) == ":"
    return subject if behind else before


def find_quoted_author(passage: Passage, cue: Cue, cues: Sequence[Cue]) -> Cue | None:
    """The verb of speech that « , je cite : » stands beside, or None."""
    if passage.low(cue.first - 1) not in {"je", "j'", "j’"} or passage.low(cue.first - 2) != ",":
        return None
    if passage.low(cue.last + 1) != ":":
        return None
    before = [other for other in cues if other.last < cue.first - 2 and other.kind == "finite"]
    return before[-1] if before else None

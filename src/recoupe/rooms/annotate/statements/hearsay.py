"""The hearsay conditional: « Le suspect aurait fui » on nobody's word."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.records import Form, Span, Stance
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.passage import Passage, is_finite, make_span

# How many words may stand between « aurait » and its participle.
PARTICIPLE_REACH = 3


def find_conditional(
    passage: Passage, start: int, end: int, auxiliaries: frozenset[str] = closed.CONDITIONAL_AUX
) -> int | None:
    """Index of the auxiliary of a past conditional in tokens, or None.

    « aurait tué » and « serait mort », not « serait la première » nor « pourrait ». Cannot tell
    a hypothesis without « si » from hearsay.
    """
    for at in range(start, end):
        if passage.low(at) not in auxiliaries:
            continue
        for nxt in range(at + 1, min(at + 2 + PARTICIPLE_REACH, end)):
            token = passage.doc[nxt]
            if "VerbForm=Part" in str(token.morph) and token.pos_ in {"VERB", "AUX"}:
                return at
            # The tagger takes « seraient morts », « serait blessée » for adjectives.
            low = token.lower_
            if low in closed.DEAD or (token.pos_ == "ADJ" and low.rstrip("es").endswith("é")):
                return at
            if token.pos_ not in {"ADV", "PRON", "AUX"} and token.text not in {"-t", "-il"}:
                break
    return None


def draft_hearsay(passage: Passage, cues_at: Sequence[int]) -> Draft | None:
    """The main clause of a sentence in the hearsay conditional, with no speaker, or None."""
    at = find_conditional(passage, passage.start, passage.end)
    if at is None or cues_at or passage.quote_at(passage.doc[at].idx) is not None:
        return None
    if passage.text[passage.start_char : passage.end_char].rstrip().endswith("?"):
        return None
    words = [passage.low(i) for i in range(passage.start, passage.end)]
    if any(
        w == "si" or (w in {"s'", "s’"} and words[n + 1 : n + 2] in (["il"], ["ils"]))
        for n, w in enumerate(words)
    ):
        return None
    before = range(passage.start, at)
    if any(
        passage.low(i) in closed.QUE | closed.RELATIVES or is_finite(passage.doc[i]) for i in before
    ):
        return None
    if any(passage.low(i) in {"je", "j'", "nous", "on"} for i in before):
        return None
    end = passage.end
    for i in range(at + 2, passage.end - 1):
        if passage.doc[i].text in {",", ";"}:
            end = i
            break
    content = make_span(passage.text, passage.start_char, passage.char_end(end))
    if content is None:
        return None
    cue = Span(passage.doc[at].idx, passage.char_end(at + 2))
    return Draft(
        content=(content,),
        cue=cue,
        form=Form.INDIRECT,
        stance=Stance.ALLEGES,
        reserved=True,
        anchor=cue.start,
    )

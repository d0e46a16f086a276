"""Cues set inside or behind what they report: « …, a déclaré la maire », « – poursuit Roc – »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recoupe.records import Form, Span
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.cues import Cue, find_governor
from recoupe.rooms.annotate.statements.passage import (
    Passage,
    has_main_finite,
    make_span,
    skip_dateline,
)
from recoupe.rooms.annotate.statements.quotes import Quote
from recoupe.rooms.annotate.statements.subjects import (
    Subject,
    find_subject_after,
    find_subject_before,
)

_BREAKS = frozenset({",", "?", "!", "…", "..."}) | closed.DASHES | closed.CLOSERS | closed.OPENERS


# A headline before « , annonce la mairie » has at least so many words.
HEADLINE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Incise:
    """A cue with the subject behind it, and where its words end.

    Attributes:
        cue: The verb.
        subject: Its subject; None for « a-t-on appris ».
        start: Index of its first token.
        end: One past the last token of the subject and its circumstances.
    """

    cue: Cue
    subject: Subject | None
    start: int
    end: int


def find_incise(passage: Passage, cue: Cue) -> Incise | None:
    """The incise that a cue makes, or None where it is the verb of a clause of its own."""
    if cue.kind == "infinitive":
        return _find_periphrasis(passage, cue)
    if cue.kind != "finite":
        return None
    if not _follows_break(passage, cue):
        return _find_final_clause(passage, cue)
    after = passage.low(cue.last + 1)
    if after in closed.QUE or (cue.negated and cue.inverted is None):
        return None
    subject = find_subject_after(passage, cue)
    if subject is None:
        if cue.inverted is None:
            return None
        return Incise(cue, None, cue.first, cue.last + 1)
    end = _find_end(passage, cue, subject)
    if cue.inverted is not None:
        return Incise(cue, subject, cue.first, end)
    behind_quote = _closes_quote_before(passage, cue) is not None
    takes_object = (
        bool(cue.verb.frames & {"obj", "person_inf", "comme"}) or cue.verb.strength == "quote"
    )
    if not passage.can_speak(subject.head) and not behind_quote and takes_object:
        return None
    left_quoted = behind_quote or passage.quote_at(passage.doc[cue.first].idx) is not None
    closing = (
        end >= passage.end
        or passage.doc[end].text in {",", ".", ";", ":", ")", "!", "?", "…"}
        or (passage.doc[end].text in closed.DASHES | closed.OPENERS | closed.CLOSERS)
    )
    if not closing:
        if left_quoted:
            return Incise(cue, subject, cue.first, end)
        # « L'OTAN, poursuit le secrétaire demande … »: the closing comma was lost.
        if has_main_finite(passage.doc, passage.start, cue.first):
            return Incise(cue, subject, cue.first, end)
        follows = end < passage.end and passage.doc[end].pos_ in {"VERB", "AUX"}
        return Incise(cue, subject, cue.first, end) if follows else None
    if left_quoted or has_main_finite(passage.doc, passage.start, cue.first):
        return Incise(cue, subject, cue.first, end)
    # « Le projet, a poursuivi Roc, marque … »: what follows may be a verb that the tagger missed.
    goes_on = end < passage.end and passage.doc[end].text in {",", *closed.DASHES}
    if end >= passage.end or (passage.doc[end].text == "." and end + 1 >= passage.end):
        # « Trois blessés, annonce la mairie »: a headline without a verb.
        alone = "person_inf" not in cue.verb.frames and cue.first - passage.start > HEADLINE_WORDS
        return Incise(cue, subject, cue.first, end) if alone and _is_line(passage) else None
    rest = goes_on and (
        "person_inf" not in cue.verb.frames or has_main_finite(passage.doc, end, passage.end)
    )
    return Incise(cue, subject, cue.first, end) if rest else None


def _is_line(passage: Passage) -> bool:
    """Whether the sentence is a line of its own without a full stop: a headline."""
    alone = passage.paragraph == (passage.start_char, passage.end_char)
    return alone and passage.doc[passage.end - 1].text != "."


def _find_periphrasis(passage: Passage, cue: Cue) -> Incise | None:
    """« …, s'est borné à déclarer le procureur », « …, tient à préciser la mairie »."""
    governor = find_governor(passage, cue)
    if governor is None:
        return None
    first = governor
    while first > passage.start and (
        passage.doc[first - 1].pos_ in {"AUX", "ADV"} or passage.low(first - 1) in closed.CLITICS
    ):
        first -= 1
    whole = replace(cue, first=first, kind="finite")
    return find_incise(passage, whole) if _follows_break(passage, whole) else None


def _find_final_clause(passage: Passage, cue: Cue) -> Incise | None:
    """« …, la mairie a dit. »: a subject and its cue behind what is said, with nothing after."""
    at = cue.last + 1
    while at < passage.end and (passage.doc[at].is_punct or passage.doc[at].pos_ == "ADV"):
        at += 1
    if at < passage.end or cue.negated or "que" not in cue.verb.frames:
        return None
    subject = find_subject_before(passage, cue)
    if subject is None or not passage.can_speak(subject.head):
        return None
    first = passage.index_from(subject.span.start)
    if first <= passage.start or passage.doc[first - 1].text not in {
        ",",
        *closed.CLOSERS,
        *closed.DASHES,
    }:
        return None
    quoted = passage.quote_until(subject.span.start) is not None
    if not quoted and not has_main_finite(passage.doc, passage.start, first):
        return None
    return Incise(cue, subject, first, passage.end)


def _follows_break(passage: Passage, cue: Cue) -> bool:
    if cue.first == passage.start:
        text, at = passage.doc.text, passage.start_char
        before = text[passage.paragraph[0] : at].rstrip(" \xa0\u202f")
        return bool(before) and before[-1] in '»”"!?…'
    before_token = passage.doc[cue.first - 1]
    return before_token.text in _BREAKS or before_token.text.endswith(("…", "!", "?"))


def _closes_quote_before(passage: Passage, cue: Cue) -> Quote | None:
    return passage.quote_until(passage.doc[cue.first].idx)


def _find_end(passage: Passage, cue: Cue, subject: Subject) -> int:
    """One past the circumstances that follow the subject, up to the mark that closes the incise."""
    at = max(subject.end, cue.last + 1)
    while at < passage.end:
        token = passage.doc[at]
        if at in passage.moment_end_at and at not in passage.mention_at:
            at = max(at + 1, passage.moment_end_at[at])
        elif token.pos_ == "ADV" and token.lower_ not in closed.QUE:
            at += 1
        elif (behind := _skip_relative(passage, at)) is not None:
            at = behind
        elif token.pos_ == "ADP" or token.lower_ in closed.TO:
            stop = at + 1
            while (
                stop < passage.end
                and passage.doc[stop].text not in {",", ".", ";", ":"}
                and (passage.doc[stop].text not in closed.DASHES | closed.OPENERS | closed.CLOSERS)
            ):
                if passage.doc[stop].pos_ in {"VERB", "AUX"} and "VerbForm=Fin" in str(
                    passage.doc[stop].morph
                ):
                    return at
                stop += 1
            at = stop
        else:
            break
    return at


def _skip_relative(passage: Passage, at: int) -> int | None:
    """One past « qui préfère taire son nom », « , qui mène l'enquête » or « croisé ici », or None."""
    start = at + 1 if passage.doc[at].text == "," else at
    low = passage.low(start)
    participle = start == at and "VerbForm=Part" in str(passage.doc[at].morph)
    if low not in closed.RELATIVES and not participle:
        return None
    for index in range(start + 1, passage.end):
        if passage.doc[index].text in {
            ",",
            ".",
            ";",
            ":",
            *closed.DASHES,
            *closed.CLOSERS,
            *closed.OPENERS,
        }:
            return index
    return passage.end


def cut_incise_content(
    passage: Passage, incise: Incise, left_limit: int
) -> tuple[tuple[Span, ...], Form] | None:
    """What an incise reports, on both its sides, and its form.

    Args:
        passage: The sentence.
        incise: The cue with its subject.
        left_limit: Offset before which the words belong to an earlier cue.

    Returns:
        Disjoint spans in text order with the form, or None where nothing is said.
    """
    text = passage.doc.text
    cue_start = passage.doc[incise.start].idx
    begin = max(passage.start_char, skip_dateline(passage), left_limit)
    around = passage.quote_at(cue_start)
    if around is not None and around.inner_start < cue_start - 2:
        return _cut_inside_quote(passage, incise, around, begin)
    closed_before = passage.quote_until(cue_start)
    if closed_before is None and incise.start > passage.start:
        mark = passage.doc[incise.start - 1]
        closed_before = passage.quote_until(mark.idx) if mark.text in closed.DASHES else None
    if closed_before is not None:
        return _cut_after_quote(passage, incise, closed_before, begin)
    begin = max([begin, *_semicolons(passage, begin, cue_start)])
    colon = [t.idx for t in passage.doc[passage.start : incise.start] if t.text == ":"]
    if (
        colon
        and passage.quote_at(colon[-1]) is None
        and has_main_finite(passage.doc, passage.index_from(begin), passage.index_from(colon[-1]))
    ):
        begin = max(begin, colon[-1] + 1)
    left = make_span(text, begin, cue_start)
    right = _find_right(passage, incise, left)
    if left is None:
        return ((right,), Form.INDIRECT) if right else None
    quote = passage.quote_from(right.start - 2) if right else None
    lead_only = not has_main_finite(passage.doc, passage.index_from(begin), incise.start)
    if right and lead_only:
        after = passage.quote_from(passage.char_end(incise.end) + _gap(passage, incise.end))
        if after is not None:
            span = make_span(text, after.inner_start, after.inner_end)
            return ((span,), Form.DIRECT) if span else None
    del quote
    pieces = (left, right) if right else (left,)
    form = Form.MIXED if _holds_quote(passage, pieces) else Form.INDIRECT
    return pieces, form


def _semicolons(passage: Passage, begin: int, end: int) -> list[int]:
    """Offsets past the semicolons outside quotations."""
    return [
        token.idx + 1
        for token in passage.doc[passage.start : passage.end]
        if token.text == ";" and begin <= token.idx < end and passage.quote_at(token.idx) is None
    ]


def _gap(passage: Passage, end: int) -> int:
    """Characters of the comma that closes an incise."""
    return 1 if end < passage.end and passage.doc[end].text == "," else 0


def _holds_quote(passage: Passage, pieces: Sequence[Span]) -> bool:
    return any(p.start <= q.inner_start < p.end for p in pieces for q in passage.quotes)


def _find_right(passage: Passage, incise: Incise, left: Span | None) -> Span | None:
    """What goes on behind an incise: the rest of a clause that it interrupts."""
    at = incise.end
    if at >= passage.end:
        return None
    doc = passage.doc
    if doc[at].text in {",", *closed.DASHES}:
        at += 1
    if at >= passage.end:
        return None
    span = make_span(doc.text, doc[at].idx, passage.end_char)
    if span is None or left is None:
        return span
    left_finite = has_main_finite(doc, passage.index_from(left.start), incise.start)
    right_finite = has_main_finite(doc, at, passage.end)
    closed_by_comma = incise.end < passage.end and doc[incise.end].text in {",", *closed.DASHES}
    if not left_finite and (right_finite or closed_by_comma):
        return span
    starts_on = doc[at].pos_ in {"CCONJ", "SCONJ"} or doc[at].text in closed.OPENERS
    if (
        incise.cue.inverted is not None
        and closed_by_comma
        and doc[at].pos_ in {"DET", "ADJ", "NUM"}
    ):
        return span
    if left_finite and starts_on and (right_finite or doc[at].text in closed.OPENERS):
        return span
    return None


def _lead_is_bare(passage: Passage, begin: int, quote: Quote) -> bool:
    """Whether what stands before a quotation is no part of what is said (« Plus tard, « … » »)."""
    lead = passage.doc.text[begin : quote.start].strip(" \t\xa0\u202f•–—-")
    if not lead:
        return True
    if lead.endswith(":"):
        return True
    first, last = passage.index_from(begin), passage.index_from(quote.start)
    return lead.endswith(",") and not has_main_finite(passage.doc, first, last)


def _cut_after_quote(
    passage: Passage, incise: Incise, quote: Quote, begin: int
) -> tuple[tuple[Span, ...], Form] | None:
    """« … », a déclaré X: the quotation, with the words that lead into it."""
    text = passage.doc.text
    starts_before = quote.start < passage.start_char
    lead_begin = begin
    earlier = [q for q in passage.quotes if begin <= q.start < quote.start]
    first = earlier[0] if earlier else quote
    if starts_before or _lead_is_bare(passage, lead_begin, first):
        span_start, form = first.inner_start, Form.DIRECT if first is quote else Form.MIXED
    else:
        span_start, form = lead_begin, Form.MIXED
    span = make_span(text, span_start, quote.inner_end)
    if span is None:
        return None
    pieces = [span]
    follow = passage.quote_from(passage.char_end(incise.end) + _gap(passage, incise.end))
    if (
        follow is None
        and incise.end < passage.end
        and passage.doc[incise.end].text in {":", *closed.DASHES}
    ):
        follow = passage.quote_from(passage.char_end(incise.end + 1))
    if follow is not None and (right := make_span(text, follow.inner_start, follow.inner_end)):
        pieces.append(right)
    return tuple(pieces), form


def _cut_inside_quote(
    passage: Passage, incise: Incise, quote: Quote, begin: int
) -> tuple[tuple[Span, ...], Form] | None:
    """« … – poursuit X – … »: the quotation without the incise."""
    text, doc = passage.doc.text, passage.doc
    form = Form.DIRECT
    start = quote.inner_start
    if quote.start > begin and not _lead_is_bare(passage, begin, quote):
        start, form = begin, Form.MIXED
    left = make_span(text, start, doc[incise.start].idx)
    at = passage.char_end(incise.end) + _gap(passage, incise.end)
    stop = quote.inner_end
    inside_end = passage.index_from(quote.inner_end)
    if not has_main_finite(doc, passage.index_from(start), incise.start) and not has_main_finite(
        doc, incise.end, inside_end
    ):
        stop, form = max(stop, passage.end_char), Form.MIXED
    right = make_span(text, at, stop) if at < stop else None
    pieces = tuple(piece for piece in (left, right) if piece is not None)
    return (pieces, form) if pieces else None

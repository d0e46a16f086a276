"""What an incise reports, on both its sides."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.records import Form, Span
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.incises import Incise, is_dialogue
from recoupe.rooms.annotate.statements.noun_phrases import read_noun_phrase
from recoupe.rooms.annotate.statements.passage import (
    Passage,
    has_main_finite,
    is_finite,
    make_span,
    skip_dateline,
)
from recoupe.rooms.annotate.statements.quotes import Quote

# A topic before the colon of a headline has at most so many words.
TOPIC_WORDS = 6


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
    text = passage.text
    cue_start = passage.doc[incise.start].idx
    begin = max(passage.start_char, skip_dateline(passage), left_limit)
    around = passage.quote_at(cue_start)
    if around is not None and around.inner_start < cue_start - 2:
        return _cut_inside_quote(passage, incise, around, begin)
    begin = _skip_topic(passage, begin, cue_start)
    closed_before = passage.quote_until(cue_start)
    if closed_before is None and incise.start > passage.start:
        mark = passage.doc[incise.start - 1]
        closed_before = passage.quote_until(mark.idx) if mark.text in closed.DASHES else None
    if closed_before is not None:
        return _cut_after_quote(passage, incise, closed_before, begin)
    left = make_span(text, begin, cue_start)
    right = _find_right(passage, incise, left)
    if left is None:
        return ((right,), Form.INDIRECT) if right else None
    quote = passage.quote_from(right.start - 2) if right else None
    lead_only = not has_main_finite(passage.doc, passage.index_from(begin), incise.start)
    if right and lead_only and not _goes_on_in_quote(passage, left, right):
        after = passage.quote_from(passage.char_end(incise.end) + _gap(passage, incise.end))
        if after is not None:
            span = make_span(text, after.inner_start, after.inner_end)
            return ((span,), Form.DIRECT) if span else None
    del quote
    pieces = (left, right) if right else (left,)
    if is_dialogue(passage):
        return pieces, Form.DIRECT
    form = Form.MIXED if _holds_quote(passage, pieces) else Form.INDIRECT
    return pieces, form


def _skip_topic(passage: Passage, begin: int, end: int) -> int:
    """Offset past « Le bilan s'alourdit : », « Villers : » or what stands before a semicolon."""
    begin = max([begin, *_semicolons(passage, begin, end)])
    first, stop = passage.index_from(begin), passage.index_from(end)
    colons = [
        t.idx for t in passage.doc[first:stop] if t.text == ":" and passage.quote_at(t.idx) is None
    ]
    if not colons:
        return begin
    told = has_main_finite(passage.doc, first, passage.index_from(colons[-1]))
    return colons[-1] + 1 if told or _names_topic(passage, begin, colons[-1]) else begin


def _names_topic(passage: Passage, begin: int, colon: int) -> bool:
    """« Villers : l'école ne fermera pas, promet le maire »: a place or matter of a few words."""
    first, at = passage.index_from(begin), passage.index_from(colon)
    clause = has_main_finite(passage.doc, at, passage.end)
    return clause and first == passage.start and 0 < at - first <= TOPIC_WORDS


def _goes_on_in_quote(passage: Passage, left: Span, right: Span) -> bool:
    """« Les billets, assure-t-il, « seront remboursés » »: the subject's verb opens the quotation."""
    lead = passage.doc[passage.index_from(left.start)]
    verb = passage.index_from(right.start)
    while verb < passage.end and (
        passage.low(verb) in closed.CLITICS or passage.doc[verb].is_punct
    ):
        verb += 1
    return (
        verb < passage.end
        and lead.pos_ in {"DET", "PROPN", "PRON", "NOUN"}
        and is_finite(passage.doc[verb])
    )


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
    span = make_span(passage.text, doc[at].idx, passage.end_char)
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
        and (doc[at].pos_ in {"DET", "ADJ", "NUM"} or _wants_more(passage, incise))
    ):
        return span
    if left_finite and starts_on and (right_finite or doc[at].text in closed.OPENERS):
        return span
    return None


def _wants_more(passage: Passage, incise: Incise) -> bool:
    """« Elle porte, précise-t-il, sur la vente »: the verb right before the incise has no complement yet."""
    at = incise.start - 1
    while at > passage.start and passage.doc[at].is_punct:
        at -= 1
    return is_finite(passage.doc[at]) and passage.doc[incise.end + 1].pos_ == "ADP"


def _lead_is_bare(passage: Passage, begin: int, quote: Quote) -> bool:
    """Whether what stands before a quotation is no part of what is said (« Plus tard, « … » »)."""
    lead = passage.text[begin : quote.start].strip(" \t\xa0\u202f•–—-")
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
    text = passage.text
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


def _skip_apposition(passage: Passage, at: int) -> int:
    """Past « , vigneronne à Cazals » behind an incise, where only that stands before the full stop."""
    doc = passage.doc
    if at + 1 >= passage.end or doc[at].text != "," or not _can_appose(passage, at + 1):
        return at
    for index in range(at + 1, passage.end):
        if is_finite(doc[index]):
            return at
        if doc[index].text in {".", *closed.CLOSERS}:
            return index
        if doc[index].text == ",":
            return index
    return at


def _can_appose(passage: Passage, at: int) -> bool:
    """Whether « vigneronne à Cazals », « un chauffeur de 52 ans » may begin here."""
    if passage.doc[at].pos_ in {"NOUN", "ADJ", "NUM"}:
        return True
    if passage.doc[at].pos_ != "DET":
        return False
    phrase = read_noun_phrase(passage, at, passage.end)
    return phrase is not None and passage.can_speak(phrase.head)


def _cut_inside_quote(
    passage: Passage, incise: Incise, quote: Quote, begin: int
) -> tuple[tuple[Span, ...], Form] | None:
    """« … – poursuit X – … »: the quotation without the incise."""
    text, doc = passage.text, passage.doc
    form = Form.DIRECT
    start = quote.inner_start
    if quote.start > begin and not _lead_is_bare(passage, begin, quote):
        start, form = begin, Form.MIXED
    left = make_span(text, start, doc[incise.start].idx)
    incise_end = _skip_apposition(passage, incise.end)
    at = passage.char_end(incise_end) + _gap(passage, incise_end)
    stop = quote.inner_end
    inside_end = passage.index_from(quote.inner_end)
    if not has_main_finite(doc, passage.index_from(start), incise.start) and not has_main_finite(
        doc, incise.end, inside_end
    ):
        stop, form = max(stop, passage.end_char), Form.MIXED
    right = make_span(text, at, stop) if at < stop else None
    pieces = tuple(piece for piece in (left, right) if piece is not None)
    return (pieces, form) if pieces else None

"""What an attribution reports: the clause it stands in, cut at the source and its aside."""

from __future__ import annotations

from recoupe.records import Form, Span
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.attributions import Attribution, load_attributions
from recoupe.rooms.annotate.statements.noun_phrases import is_age
from recoupe.rooms.annotate.statements.passage import (
    Passage,
    has_main_finite,
    is_finite,
    make_span,
    skip_dateline,
)


def _cut_content(passage: Passage, found: Attribution) -> tuple[Span, ...]:
    text, doc = passage.text, passage.doc
    first, after = passage.index_from(found.start), passage.index_from(found.end)
    past_other = _past_other(passage, found)
    begin = max(skip_dateline(passage), _past_colon(passage, found.start), past_other)
    own = _find_own_quote(passage, found.start, begin)
    if own is not None:
        return (own,)
    opened = text[found.start - 1 : found.start] == "("
    left = make_span(text, begin, found.start - opened)
    after = _skip_source(passage, after)
    right_start = doc[after].idx if after < passage.end else passage.end_char
    right_end = next(
        (
            t.idx
            for t in doc[after : passage.end]
            if t.text in {":", ";"} and passage.quote_at(t.idx) is None and t.idx > right_start
        ),
        passage.end_char,
    )
    right = make_span(text, right_start, right_end)
    if left is not None and _has_other_behind(passage, found, after):
        return (left,)
    if left is None or _only_connective(passage, first):
        return (right,) if right else ()
    left_finite = has_main_finite(doc, passage.start, first)
    if right is None:
        return (left,)
    right_finite = has_main_finite(doc, after, passage.end)
    comma = after < passage.end and doc[after].text in {",", ")"}
    if not left_finite and right_finite:
        resume = after + 1 if comma else after
        if doc[first - 1].text == "," and doc[first - 2].pos_ == "ADV":
            return (right,)
        if past_other == passage.start_char and _is_lead(passage, first):
            return (right,)
        span = make_span(text, doc[resume].idx, right_end) if resume < passage.end else None
        return (left, span) if span else (left,)
    if left_finite and comma and after + 1 < passage.end:
        follow = doc[after + 1]
        unfinished = (
            first > passage.start
            and doc[first - 1].text == ","
            and (
                doc[first - 2].pos_ in {"AUX", "SCONJ", "ADP", "DET"}
                or doc[first - 2].lower_ in closed.QUE
            )
        )
        if unfinished or (
            follow.pos_ in {"CCONJ", "ADP"} and follow.lower_ in {"et", "dans", "à", "en", "de"}
        ):
            span = make_span(text, follow.idx, right_end)
            return (left, span) if span else (left,)
    return (left,)


def _past_other(passage: Passage, found: Attribution) -> int:
    """Offset past the source before: « ils sont 900 selon A, 600 selon B » gives B « 600 ».

    Each source has words of its own where no verb stands between the two.
    """
    last = max(
        _find_cues(passage, found, passage.start_char, found.start), default=passage.start_char
    )
    first, end = passage.index_from(last), passage.index_from(found.start)
    between = passage.doc[first:end]
    if last == passage.start_char or has_main_finite(passage.doc, first, end):
        return passage.start_char
    number = next((t for t in between if t.like_num), None)
    comma = passage.text.find(",", last, found.start)
    if number is None:
        return comma + 1 if comma >= 0 else passage.start_char
    joints = [
        t.idx + len(t.text)
        for t in between
        if t.idx < number.idx and (t.is_punct or t.lower_ in closed.COUNT_JOINTS)
    ]
    return max(joints, default=passage.start_char)


def _find_cues(passage: Passage, found: Attribution, start: int, end: int) -> list[int]:
    """Where words that attribute as these do end, between two offsets."""
    kinds = ("opinion", "source") if found.counted else ("source",)
    return [
        match.end()
        for kind in kinds
        for entry in load_attributions(passage.language, kind)
        for match in entry.regex.finditer(passage.text, start, end)
    ]


def _has_other_behind(passage: Passage, found: Attribution, after: int) -> bool:
    """Whether another number with a source follows before any verb: « 400 selon A, 220 selon B, ont … »."""
    start = passage.doc[after].idx if after < passage.end else passage.end_char
    following = _find_cues(passage, found, start, passage.end_char)
    if not following:
        return False
    between = passage.doc[after : passage.index_from(min(following))]
    return any(t.like_num for t in between) and not any(map(is_finite, between))


def _find_own_quote(passage: Passage, end: int, begin: int) -> Span | None:
    """The last of several quotations: « « A » pour le maire, « B » selon la préfète » gives « B »."""
    quote = passage.quote_until(end)
    if quote is None:
        return None
    others = any(begin <= q.start < quote.start or q.start > end for q in passage.quotes)
    words = passage.doc[passage.index_from(begin) : passage.end]
    if not others or any(is_finite(t) and passage.quote_at(t.idx) is None for t in words):
        return None
    return make_span(passage.text, quote.inner_start, quote.inner_end)


def _past_colon(passage: Passage, end: int) -> int:
    """Offset past the last colon or semicolon outside quotations, after a topic or a clause."""
    stops = [
        token.idx + 1
        for token in passage.doc[passage.start : passage.end]
        if token.text in {":", ";"} and token.idx < end and passage.quote_at(token.idx) is None
    ]
    return max(stops, default=passage.start_char)


def _only_connective(passage: Passage, first: int) -> bool:
    """« Mais selon X, … », « Toujours selon X, … »."""
    return all(
        passage.doc[i].pos_ in {"CCONJ", "ADV", "PUNCT", "SPACE", "SCONJ"}
        or passage.doc[i].text in {"•", *closed.DASHES}
        for i in range(passage.start, first)
    )


def _is_lead(passage: Passage, first: int) -> bool:
    """« En mars, selon X, … »: a circumstance before the attribution, no subject."""
    lead = passage.doc[passage.start]
    return lead.pos_ == "ADP" and not any(
        passage.doc[i].dep_.startswith("nsubj") for i in range(passage.start, first)
    )


def _skip_source(passage: Passage, at: int) -> int:
    """Past all that belongs to a source: « un rapport daté de mai, dont nous avons copie, »."""
    while at < passage.end:
        past = _skip_aside(passage, at)
        if passage.low(past) in closed.RELATIVES | closed.QUE:
            past = _skip_relative(passage, past - 1)
        past = _skip_source_tail(passage, max(at, past))
        if past <= at:
            break
        at = past
    return at


def _skip_aside(passage: Passage, at: int) -> int:
    """Past « , 16 ans, », « , qui … , » or « , cité par X, » behind the source, up to the closing comma."""
    doc = passage.doc
    if at + 2 >= passage.end or doc[at].text != ",":
        return at
    if doc[at + 1].lower_ in closed.RELATIVES:
        return _skip_relative(passage, at)
    aged = doc[at + 1].pos_ == "NUM" and is_age(passage, at + 2)
    participle = doc[at + 1].pos_ in {"VERB", "ADJ"} or doc[at + 1].dep_ == "acl"
    told = participle and passage.low(at + 2) in {"par", "dans"}
    if not aged and not told:
        return at
    for index in range(at + 2, min(at + 14, passage.end)):
        if doc[index].text == ",":
            return index
        if is_finite(doc[index]) or doc[index].is_punct:
            break
    return at


def _skip_relative(passage: Passage, at: int) -> int:
    """The comma that closes a relative clause, its verb behind us and a main verb before us."""
    verb = next((i for i in range(at + 2, passage.end) if is_finite(passage.doc[i])), passage.end)
    for index in range(verb + 1, passage.end):
        if passage.doc[index].text == "," and has_main_finite(passage.doc, index, passage.end):
            return index
    return at


def _skip_source_tail(passage: Passage, at: int) -> int:
    """Past what belongs to the source: « selon un bilan publié mardi par … », « , qui … , »."""
    doc = passage.doc
    index = at
    while index < passage.end:
        token = doc[index]
        if token.text in {",", ";", ":", "."} or token.text in closed.DASHES | closed.OPENERS:
            break
        if is_finite(token):
            return at
        index += 1
    return index if index - at <= 16 else at


def draft_attribution(passage: Passage, found: Attribution) -> Draft | None:
    """The statement that an attribution makes of the clause it stands in."""
    content = _cut_content(passage, found)
    if not content:
        return None
    return Draft(
        content=content,
        cue=found.cue,
        form=Form.ACCORDING_TO,
        stance=found.stance,
        subject=found.source,
        subject_head=found.subject.head if found.subject else None,
        anchor=found.start,
    )

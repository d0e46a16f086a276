"""The drafts of one sentence, seen beside those before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recoupe.records import Form, Span
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.statements.attribution_content import draft_attribution
from recoupe.rooms.annotate.statements.attributions import Attribution, find_attributions
from recoupe.rooms.annotate.statements.continuations import (
    draft_loose_quote,
    draft_pointing_back,
    draft_unmarked,
    give_to_neighbour,
)
from recoupe.rooms.annotate.statements.cue_drafts import draft_sentence
from recoupe.rooms.annotate.statements.headlines import (
    draft_colon_line,
    draft_cry_line,
)
from recoupe.rooms.annotate.statements.hearsay import draft_hearsay
from recoupe.rooms.annotate.statements.passage import Passage, make_span
from recoupe.rooms.annotate.statements.relative_sources import draft_relative_sources


def draft_passage(
    passage: Passage, beside: tuple[Passage | None, Passage | None], drafts: list[Draft]
) -> None:
    """Append the drafts of a sentence; what comes before tells how quotations go on."""
    before = drafts[-1] if drafts else None
    near = before is not None and _is_near(passage, before)
    found = list(draft_sentence(passage))
    for attribution in find_attributions(passage):
        # « a-t-il déclaré, selon l'agence »: the words are the speaker's, at second hand.
        if any(_governs(passage, draft, attribution) for draft in found):
            continue
        draft = draft_attribution(passage, attribution)
        if draft is not None:
            found.append(draft)
    found.extend(draft_relative_sources(passage))
    colon = draft_colon_line(passage) or draft_cry_line(passage)
    if colon is not None and all(_lies_in(draft, colon.content[0]) for draft in found):
        found = [colon]
    elif colon is not None and all(draft.content[0].start > colon.anchor for draft in found):
        # « « Tout est faux » : l'avocat rejette ces accusations »
        found.insert(0, colon)
    _point_back(passage, drafts, found)
    told = near or bool(found)
    loose = _draft_quotes(passage, [*drafts, *found], near=told)
    fresh = not found and (not near or (before is not None and _opens_paragraph(passage, before)))
    found.extend(
        give_to_neighbour(beside[0], passage, beside[1], draft) if fresh else draft
        for draft in loose
    )
    if not found:
        inside = any(q.start < passage.start_char < q.end for q in passage.quotes)
        unmarked = _unmarked_before(passage, before) if near and not inside else None
        plain = draft_unmarked(passage, unmarked)
        plain = plain or (None if inside else draft_hearsay(passage, ()))
        if plain is not None:
            found.append(plain)
    drafts.extend(_join_line_before(passage, _finish_quote(passage, draft)) for draft in found)


def _lies_in(draft: Draft, quotation: Span) -> bool:
    """Whether a draft comes from verbs that the quoted speaker uses: « : « J'ai appelé la mairie » »."""
    return quotation.start <= draft.anchor and draft.content[-1].end <= quotation.end


def _opens_paragraph(passage: Passage, before: Draft) -> bool:
    """Whether a sentence begins a paragraph after the one of the draft before it."""
    begin = passage.paragraph[0]
    return passage.start_char == begin and before.content[-1].end < begin


def _finish_quote(passage: Passage, draft: Draft) -> Draft:
    """A content that breaks off inside a quotation of several sentences goes on to its end."""
    last = draft.content[-1]
    for quote in passage.quotes:
        if quote.closed and last.start - 2 <= quote.start < last.end < quote.inner_end:
            whole = make_span(passage.text, last.start, quote.inner_end)
            return replace(draft, content=(*draft.content[:-1], whole)) if whole else draft
    return draft


def _governs(passage: Passage, draft: Draft, attribution: Attribution) -> bool:
    """Whether a cue of the sentence, outside of nouns, already reports its main clause."""
    text, offset = passage.text, attribution.start
    source = attribution.source
    if draft.form is Form.ACCORDING_TO and offset < draft.content[0].start:
        # « 900 selon A, 600 selon B »: each has words of its own.
        return False
    if source is not None and draft.subject is not None and source.overlaps(draft.subject):
        # « …, à en croire la CSX, qui dit avoir lu la note »: the cue belongs to the source; « de
        # source policière, on indique que … »: the source to the cue.
        return passage.low(passage.index_from(draft.anchor) - 1) == "on"
    if offset < draft.content[0].start and draft.anchor > draft.content[0].start:
        # « Pour elle, … : le pont, affirme-t-elle, … »: the attribution has a clause of its own.
        return not {":", ";"} & set(text[offset : draft.content[0].start])
    whole = (draft.content[0].start, draft.content[-1].end)
    return draft.form in {Form.DIRECT, Form.INDIRECT, Form.MIXED} or whole[0] <= offset < whole[1]


def _unmarked_before(passage: Passage, before: Draft | None) -> Draft | None:
    """The draft before, if it is direct speech without marks."""
    if before is None:
        return None
    text = passage.text
    start = before.content[0].start
    marked = text[max(0, start - 2) : start].strip() in {"«", "“", '"'}
    if marked or (before.cue is None and before.form is not Form.DIRECT):
        return None
    if before.cue is None or before.form is Form.DIRECT:
        return before
    words = re.findall(r"\w+['’]?", " ".join(p.cut(text).casefold() for p in before.content))
    first_person = {"nous", "notre", "nos", "je", "j'", "j’"} & set(words)
    follows = before.anchor > before.content[0].start
    return before if first_person and follows else None


def _is_near(passage: Passage, before: Draft) -> bool:
    """Whether nothing but space, or the end of its sentence, lies between a draft and here."""
    end = max(before.content[-1].end, before.cue.end if before.cue else 0, before.anchor)
    between = passage.text[end : passage.start_char]
    return between.count("\n") <= 2 and len(re.findall(r"[.!?…]\s", between)) <= 1


def _point_back(passage: Passage, drafts: list[Draft], found: list[Draft]) -> None:
    """Give the quotation before « C'est ce qu'a déclaré X » its cue and speaker."""
    earlier = [q for q in passage.quotes if q.end <= passage.start_char]
    pointed = draft_pointing_back(passage, earlier[-1] if earlier else None)
    if pointed is None:
        return
    draft, subject = pointed
    drafts[:] = [d for d in drafts if not (d.continues and d.content[0] == draft.content[0])]
    found[:] = [
        replace(d, subject=subject.span, subject_head=subject.head)
        if d.subject is None or d.anchor > draft.anchor
        else d
        for d in found
    ]
    found.insert(0, draft)


def _draft_quotes(passage: Passage, drafts: Sequence[Draft], *, near: bool) -> Iterator[Draft]:
    """Quotations that start in the sentence and belong to no draft yet."""
    for quote in passage.quotes:
        if not passage.start_char <= quote.start < passage.end_char:
            continue
        if any(
            p.start < quote.inner_end and quote.inner_start < p.end
            for d in drafts
            for p in d.content
        ):
            continue
        if any(d.subject and quote.start <= d.subject.start < quote.end for d in drafts):
            continue
        draft = draft_loose_quote(passage, quote, follows=near)
        if draft is not None:
            yield draft


def _join_line_before(passage: Passage, draft: Draft) -> Draft:
    """A line that starts in lower case goes on with the line before: a sentence cut in two."""
    text = passage.text
    first = draft.content[0]
    if first.start != passage.paragraph[0] or not text[first.start].islower():
        return draft
    line_end = passage.paragraph[0]
    before = text[:line_end].rstrip()
    if not before.endswith(("…", "...", ",")) or text[len(before) : line_end].count("\n") > 1:
        return draft
    begin = max(before.rfind("\n"), before[:-3].rfind(". ") + 1) + 1
    while begin < len(before) and before[begin] in " \t\xa0":
        begin += 1
    if begin >= len(before):
        return draft
    return replace(draft, content=(Span(begin, len(before)), *draft.content))

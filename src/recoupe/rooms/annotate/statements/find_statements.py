"""Finds statements in a parsed document: who says what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from recoupe.records import Form, Mention, Span, Speaker, Statement, hash_text, make_id
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.extensions import paragraphs_of, text_of
from recoupe.rooms.annotate.mentions.resolve_speakers import resolve_speakers
from recoupe.rooms.annotate.statements.attributions import (
    Attribution,
    draft_attribution,
    find_attributions,
)
from recoupe.rooms.annotate.statements.continuations import (
    draft_loose_quote,
    draft_pointing_back,
    draft_unmarked,
    give_to_neighbour,
)
from recoupe.rooms.annotate.statements.cue_drafts import draft_sentence
from recoupe.rooms.annotate.statements.headline_echoes import find_echo
from recoupe.rooms.annotate.statements.headlines import (
    draft_colon_line,
    draft_cry_line,
    draft_headline,
)
from recoupe.rooms.annotate.statements.hearsay import draft_hearsay
from recoupe.rooms.annotate.statements.interviews import draft_interview
from recoupe.rooms.annotate.statements.passage import Passage, make_span
from recoupe.rooms.annotate.statements.prune import prune_drafts
from recoupe.rooms.annotate.statements.quotes import Quote, find_quotes
from recoupe.rooms.annotate.statements.relative_sources import draft_relative_sources
from recoupe.rooms.annotate.statements.stances import read_stance

if TYPE_CHECKING:
    from spacy.tokens import Doc


# A longer sentence is no prose but a list or a page without punctuation; it is read in pieces, so
# that the rules stay linear in the text.
SENTENCE_LIMIT_TOKENS = 250


def find_statements(doc: Doc, language: str) -> tuple[Statement, ...]:
    """The statements of a document, in text order.

    Finds direct, indirect and mixed speech, « selon X », acts of speech and the hearsay
    conditional. Does not give a statement inside another's content one of its own, and does not
    tell irony.

    Args:
        doc: The parse; paragraphs, mentions and moments are read from its attributes.
        language: The pack whose verbs and phrases are used.
    """
    text = text_of(doc)
    drafts = _find_drafts(doc, text, language)
    asked: list[Draft] = []
    for draft in drafts:
        asked.extend(replace(draft, subject=o, subject_head=None) for o in draft.other_subjects)
        asked.append(draft)
    speakers = iter(resolve_speakers(doc, doc._.recoupe_mentions, asked, language))
    text_id = hash_text(text)
    statements: list[Statement] = []
    for draft in drafts:
        others = tuple(s for s in islice(speakers, len(draft.other_subjects)) if s is not None)
        statements.append(
            Statement(
                id=make_id(text_id, *(f"{p.start}-{p.end}" for p in draft.content), draft.anchor),
                form=draft.form,
                content=draft.content,
                cue=draft.cue,
                speaker=_trim_hyphen(text, next(speakers)),
                stance=draft.stance,
                reserved=draft.reserved,
                other_speakers=others,
            )
        )
    return tuple(statements)


def _trim_hyphen(text: str, speaker: Speaker | None) -> Speaker | None:
    """« il », not « -il », as the mention of « a-t-il déclaré »."""
    if speaker is None or speaker.mention is None or text[speaker.mention.start] != "-":
        return speaker
    start = speaker.mention.start + (3 if speaker.mention.cut(text)[1:3] == "t-" else 1)
    return replace(speaker, mention=Span(start, speaker.mention.end))


def _find_drafts(doc: Doc, text: str, language: str) -> tuple[Draft, ...]:
    """The drafts of a document, pruned and in text order."""
    drafts: list[Draft] = []
    passages = list(_cut_passages(doc, text, language))
    for number, passage in enumerate(passages):
        beside = (
            passages[number - 1] if number else None,
            passages[number + 1] if number + 1 < len(passages) else None,
        )
        _draft_passage(passage, beside, drafts)
    heads = [p for p in passages if _is_headline(p)]
    for passage in heads:
        if any(_overlaps(passage, draft) for draft in drafts):
            continue
        headline = draft_headline(passage, drafts)
        if headline is not None:
            drafts.append(headline)
    answers = draft_interview(doc, text, list(paragraphs_of(doc)), doc._.recoupe_mentions)
    told = [
        find_echo(text, d, drafts) if any(_overlaps(p, d) for p in heads) else d
        for d in _leave_answers(drafts, answers)
    ]
    kept = prune_drafts(text, [*told, *answers])
    return tuple(replace(draft, stance=read_stance(text, draft, language)) for draft in kept)


def _is_headline(passage: Passage) -> bool:
    """Whether a sentence is a paragraph of its own without a full stop."""
    alone = passage.paragraph == (passage.start_char, passage.end_char)
    return alone and not passage.text[: passage.end_char].endswith((".", ".\xa0»", ". »"))


def _leave_answers(drafts: Sequence[Draft], answers: Sequence[Draft]) -> list[Draft]:
    """The drafts outside the answers of an interview: an answer is one statement."""
    spans = [piece for answer in answers for piece in answer.content]
    return [d for d in drafts if not any(s.overlaps(p) for s in spans for p in d.content)]


def _draft_passage(
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
    if not found:
        colon = draft_colon_line(passage) or draft_cry_line(passage)
        if colon is not None:
            found.append(colon)
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
    if source is not None and draft.subject is not None and source.overlaps(draft.subject):
        # « …, à en croire la CSX, qui dit avoir lu la note »: the cue belongs to the source.
        return False
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


def _overlaps(passage: Passage, draft: Draft) -> bool:
    return any(p.start < passage.end_char and passage.start_char < p.end for p in draft.content)


def _cut_passages(doc: Doc, text: str, language: str) -> Iterator[Passage]:
    """The sentences of the paragraphs in text order."""
    mentions = _index_mentions(doc, doc._.recoupe_mentions)
    moments = _index_moments(doc)
    for start, end in paragraphs_of(doc):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        sents = [(s.start, s.end) for s in span.sents]  # type: ignore[attr-defined]
        ends = tuple(doc[b - 1].idx + len(doc[b - 1].text) for _, b in sents)
        quotes: tuple[Quote, ...] = find_quotes(text, start, end, ends)
        for first, last in sents:
            a, b = max(first, span.start), min(last, span.end)
            while a < b and doc[a].is_space:
                a += 1
            while b > a and doc[b - 1].is_space:
                b -= 1
            for piece in range(a, b, SENTENCE_LIMIT_TOKENS):
                stop = min(piece + SENTENCE_LIMIT_TOKENS, b)
                yield Passage(
                    doc, text, piece, stop, (start, end), quotes, mentions, moments, language
                )


def _index_mentions(doc: Doc, mentions: Sequence[Mention]) -> dict[int, Mention]:
    index: dict[int, Mention] = {}
    for mention in mentions:
        span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        for at in range(span.start, span.end) if span is not None else ():
            index.setdefault(at, mention)
    return index


def _index_moments(doc: Doc) -> dict[int, int]:
    index: dict[int, int] = {}
    for moment in doc._.recoupe_moments:
        span = doc.char_span(moment.span.start, moment.span.end, alignment_mode="expand")
        if span is not None:
            index.update(dict.fromkeys(range(span.start, span.end), span.end))
    return index

"""Finds statements in a parsed document: who says what."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from recoupe.records import Span, Speaker, Statement, hash_text, make_id
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.mentions.resolve_speakers import resolve_speakers
from recoupe.rooms.annotate.statements.answers import part_answers
from recoupe.rooms.annotate.statements.brackets import clear_brackets
from recoupe.rooms.annotate.statements.cut_passages import cut_passages
from recoupe.rooms.annotate.statements.draft_passages import draft_passage
from recoupe.rooms.annotate.statements.headline_echoes import find_echo
from recoupe.rooms.annotate.statements.headlines import (
    draft_headline,
)
from recoupe.rooms.annotate.statements.interviews import draft_interview
from recoupe.rooms.annotate.statements.passage import Passage
from recoupe.rooms.annotate.statements.prune import prune_drafts
from recoupe.rooms.annotate.statements.stances import read_stance

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc


def find_statements(doc: Doc, language: str) -> tuple[Statement, ...]:
    """The statements of a document, in text order.

    Finds direct, indirect and mixed speech, « selon X », acts of speech and the hearsay
    conditional. Does not give a statement inside another's content one of its own, and does not
    tell irony.

    Args:
        doc: The parse; paragraphs, mentions and moments are read from its attributes.
        language: The pack whose verbs and phrases are used.
    """
    text = doc.text
    drafts = _find_drafts(doc, text, language)
    asked: list[Draft] = []
    for draft in drafts:
        asked.extend(replace(draft, subject=o, subject_head=None) for o in draft.other_subjects)
        asked.append(draft)
    speakers = iter(resolve_speakers(doc, doc.mentions, asked, language))
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
    passages = list(cut_passages(doc, text, language))
    for number, passage in enumerate(passages):
        beside = (
            passages[number - 1] if number else None,
            passages[number + 1] if number + 1 < len(passages) else None,
        )
        draft_passage(passage, beside, drafts)
    heads = [p for p in passages if _is_headline(p)]
    for passage in heads:
        if any(_overlaps(passage, draft) for draft in drafts):
            continue
        headline = draft_headline(passage, drafts)
        if headline is not None:
            drafts.append(headline)
    answers = draft_interview(doc, text, list(doc.paragraphs), doc.mentions, language)
    told = [
        find_echo(text, d, drafts) if any(_overlaps(p, d) for p in heads) else d
        for d in part_answers(text, drafts, answers, passages, language)
    ]
    kept = prune_drafts(text, [clear_brackets(text, draft) for draft in told])
    return tuple(replace(draft, stance=read_stance(text, draft, language)) for draft in kept)


def _is_headline(passage: Passage) -> bool:
    """Whether a sentence is a paragraph of its own without a full stop."""
    alone = passage.paragraph == (passage.start_char, passage.end_char)
    return alone and not passage.text[: passage.end_char].endswith((".", ".\xa0»", ". »"))


def _overlaps(passage: Passage, draft: Draft) -> bool:
    return any(p.start < passage.end_char and passage.start_char < p.end for p in draft.content)

"""Answers of an interview without what is not the guest's: notes in brackets, others' quoted words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from recoupe.records import Form, Span
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.mentions.word_tables import has_role
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.passage import Passage, make_span

Block = tuple[int, int]

# A note of the paper: « [La préfecture nous a écrit qu'elle contestait ce chiffre.] ».
_NOTE = re.compile(r"\[[^\]\n]*[.!?…]\s?\]")


def cut_notes(text: str, block: Block) -> list[Block]:
    """The parts of a paragraph outside the sentences that the paper has put in square brackets."""
    parts: list[Block] = []
    at = block[0]
    for note in _NOTE.finditer(text, *block):
        parts.append((at, note.start()))
        at = note.end()
    parts.append((at, block[1]))
    return [part for part in parts if text[slice(*part)].strip()]


def part_answers(
    text: str,
    drafts: Sequence[Draft],
    answers: Sequence[Draft],
    passages: Iterable[Passage],
    language: str,
) -> list[Draft]:
    """Drafts and answers that do not overlap.

    An answer is one statement, whatever it holds, but for the sentences in which the guest quotes
    somebody else: « « Un cachet ne doit tuer personne », a dit le ministre. » These keep their draft.
    """
    if not answers:
        return list(drafts)
    quoting = [d for d in drafts if _quotes_other(text, d, language)]
    cut = [
        Span(p.start_char, p.end_char)
        for p in passages
        if any(p.start_char <= d.anchor < p.end_char for d in quoting)
    ]
    parted = [replace(a, content=_cut(text, a.content, cut)) for a in answers]
    kept = [a for a in parted if a.content]
    pieces = [piece for answer in kept for piece in answer.content]
    outside = [d for d in drafts if not any(s.overlaps(p) for s in pieces for p in d.content)]
    return [*outside, *kept]


def _quotes_other(text: str, draft: Draft, language: str) -> bool:
    """Whether words in quotation marks are given to somebody known, not to « je » or « un collègue »."""
    if draft.form is not Form.DIRECT or draft.cue is None or draft.subject is None:
        return False
    quoted = text[: draft.content[0].start].rstrip().endswith(tuple(closed.OPENERS))
    lead = draft.subject.cut(text).split()[0].casefold()
    roles = ("indefinite", "possessive", "self", "us")
    vague = any(has_role(language, lead, role) for role in roles)
    return quoted and not vague and lead not in closed.SUBJECT_PRONOUNS


def _cut(text: str, content: Sequence[Span], cut: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces without the spans to cut."""
    pieces = list(content)
    for span in cut:
        left = [make_span(text, p.start, min(p.end, span.start)) for p in pieces]
        right = [make_span(text, max(p.start, span.end), p.end) for p in pieces]
        pairs = zip(left, right, strict=True)
        pieces = [part for pair in pairs for part in dict.fromkeys(pair) if part is not None]
    return tuple(pieces)

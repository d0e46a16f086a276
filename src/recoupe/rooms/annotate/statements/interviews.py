"""Interviews: lines that ask, and paragraphs without quotation marks that answer them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from recoupe.records import EntityKind, Form, Mention, Stance
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.statements.answers import cut_notes
from recoupe.rooms.annotate.statements.interview_guests import find_guest, is_announced
from recoupe.rooms.annotate.statements.passage import make_span

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc

# A page of fewer questions is no interview but an article with a rhetorical one.
QUESTIONS_MIN = 2
# A question line is no longer, an answer no shorter; set on own examples.
QUESTION_WORDS_MAX = 60
ANSWER_WORDS_MIN = 4
REMARK_WORDS_MAX = 25
# Share of the answers that speak as « je » or « nous »; explanations under questions do not.
FIRST_PERSON_RATIO = 0.5

_FIRST_PERSON = re.compile(r"\b(?:je|me|mon|ma|mes|moi|nous|notre|nos)\b|\b[jm]['’]", re.IGNORECASE)
_QUOTATION = re.compile(r"[«»“”\"]")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_SECOND_PERSON = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)
# « Irma Valjac : », « I. V. – », « R : » before an answer.
_LABEL = re.compile(r"[A-ZÀ-Ý][\w.’'-]{0,20}(?: [A-ZÀ-Ý][\w.’'-]{0,20}){0,3}\s?(?::|–|—)\s")

Block = tuple[int, int]


def draft_interview(
    doc: Doc,
    text: str,
    paragraphs: Sequence[Block],
    mentions: Sequence[Mention],
    language: str,
) -> list[Draft]:
    """One draft for each answer of an interview; none on any other page.

    The speaker is whom `find_guest` gives. Does not find interviews whose answers stand in
    quotation marks (other rules do), nor two persons who answer in turn.
    """
    # A question before anybody is named is a headline.
    named = min((m.span.end for m in mentions if m.kind is EntityKind.PERSON), default=len(text))
    asked = [
        i for i, block in enumerate(paragraphs) if block[0] >= named and _is_question(text, block)
    ]
    if len(asked) < QUESTIONS_MIN:
        return []
    asked = _add_remarks(text, paragraphs, asked)
    guest = find_guest(text, paragraphs, mentions, asked[0], language)
    if guest is None:
        return []
    answers = [
        _read_answer(text, paragraphs[one + 1 : other])
        for one, other in pairwise([*asked, min(len(paragraphs), asked[-1] + 2)])
    ]
    answers = [blocks for blocks in answers if blocks]
    around = (*paragraphs[: asked[0]], *paragraphs[asked[-1] :])
    announced = is_announced(text, around, language)
    personal = sum(1 for blocks in answers if any(_FIRST_PERSON.search(text, *b) for b in blocks))
    personal_enough = personal >= FIRST_PERSON_RATIO * len(answers)
    if len(answers) < QUESTIONS_MIN or not (personal_enough or announced):
        return []
    words = doc.char_span(guest.span.start, guest.span.end, alignment_mode="expand")
    drafts: list[Draft] = []
    for blocks in answers:
        content = tuple(s for b in blocks if (s := make_span(text, *b)) is not None)
        if content and words is not None:
            drafts.append(
                Draft(
                    content=content,
                    cue=None,
                    form=Form.DIRECT,
                    stance=Stance.ASSERTS,
                    subject=guest.span,
                    subject_head=words.root.i,
                    anchor=content[0].start,
                )
            )
    return drafts


def _add_remarks(text: str, paragraphs: Sequence[Block], asked: Sequence[int]) -> list[int]:
    """The questions with the remarks that stand for one: « Vous dites que la forêt meurt. ».

    A remark is one sentence without first person, behind one paragraph of answer and before
    another that is no quotation. It speaks to « vous », or the answer says « je » or « nous ».
    """
    found = [asked[0]]
    for at in range(asked[0] + 1, len(paragraphs)):
        behind_answer = at == found[-1] + 2 and at + 1 < len(paragraphs) and at + 1 not in asked
        if at in asked or (behind_answer and _is_remark(text, paragraphs[at], paragraphs[at + 1])):
            found.append(at)
    return found


def _is_remark(text: str, block: Block, answer: Block) -> bool:
    line = text[slice(*block)].strip()
    if len(line.split()) > REMARK_WORDS_MAX or not line.endswith((".", "…", ". »")):
        return False
    if re.search(r"[.!?…]\s+[A-ZÀ-Ý]", line) or _QUOTATION.match(text[slice(*answer)].strip()):
        return False
    own_words = _QUOTED.sub("", line)
    if _FIRST_PERSON.search(own_words):
        return False
    if _SECOND_PERSON.search(own_words):
        return True
    return not _QUOTATION.match(line) and _FIRST_PERSON.search(text, *answer) is not None


def _is_question(text: str, block: Block) -> bool:
    """Whether a paragraph is one question, no quotation."""
    line = text[block[0] : block[1]].strip()
    return (
        line.endswith("?")
        and not line.startswith(("«", "“", '"'))
        and len(line.split()) <= QUESTION_WORDS_MAX
    )


def _read_answer(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs of an answer without label and lines that are no sentence; none where quoted.

    An answer ends where the article goes on to quote others: marks of quotation, and no « je » or
    « nous » outside them.
    """
    found: list[Block] = []
    for start, end in (part for block in blocks for part in cut_notes(text, block)):
        line = text[start:end].strip()
        if len(line.split()) < ANSWER_WORDS_MIN or not line.endswith((".", "!", "…", "?")):
            continue
        if _QUOTATION.match(line):
            return found
        if found and _QUOTED.search(line) and not _FIRST_PERSON.search(_QUOTED.sub("", line)):
            return found
        label = _LABEL.match(text, start, end)
        found.append((label.end() if label is not None else start, end))
    return found

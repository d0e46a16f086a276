"""Speech that goes on: quotations without a cue, and sentences after direct speech without marks."""

from __future__ import annotations

from dataclasses import replace

from recoupe.records import Form, Span, Stance
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.cues import find_cues
from recoupe.rooms.annotate.statements.main_subjects import find_main_subject, find_named_subject
from recoupe.rooms.annotate.statements.passage import (
    Passage,
    is_finite,
    make_span,
    skip_dateline,
)
from recoupe.rooms.annotate.statements.quotes import Quote
from recoupe.rooms.annotate.statements.subject_words import Subject
from recoupe.rooms.annotate.statements.subjects import find_subject_after

# A quotation without a cue is speech from so many words on, if it holds a verb; shorter ones are
# titles and words held at arm's length (« le roi de la comédie »).
QUOTE_WORDS = 5
# The same behind the colon of a sentence that reports speech: « Il dément : « Rien n'est écrit. » »;
# one that closes with its own full stop needs no verb (« admet que son client a payé : « Une fois. » »).
ANNOUNCED_WORDS = 2
_FIRST_PERSON = frozenset(
    ["je", "j'", "j’", "nous", "notre", "nos", "mon", "ma", "mes", "me", "m'", "m’", "moi"]
)
# Marks around a quotation that are no words.
_AROUND = ' \t\xa0\u202f•–—-.!?…«»“”"'
_GOES_ON_WITH = frozenset(["c'", "c’", "ce", "cela", "ça"])


def draft_pointing_back(passage: Passage, quote: Quote | None) -> tuple[Draft, Subject] | None:
    """The statement that « C'est ce qu'a déclaré X » makes of a quotation, with its speaker."""
    for cue in find_cues(passage):
        before = (passage.low(cue.first - 2), passage.low(cue.first - 1))
        if before[0] != "ce" or before[1] not in closed.QUE:
            continue
        subject = find_subject_after(passage, cue)
        if subject is None or quote is None:
            return None
        content = make_span(passage.text, quote.inner_start, quote.inner_end)
        if content is None:
            return None
        start = passage.doc[passage.start].idx
        draft = Draft(
            content=(content,),
            cue=Span(start, passage.char_end(cue.last + 1)),
            form=Form.DIRECT,
            stance=cue.stance,
            subject=subject.span,
            subject_head=subject.head,
            anchor=passage.doc[cue.first].idx,
        )
        return draft, subject
    return None


def draft_loose_quote(passage: Passage, quote: Quote, *, follows: bool) -> Draft | None:
    """A quotation that no cue reports: it goes on with the speaker before it.

    Args:
        passage: The sentence where the quotation starts.
        quote: The quotation.
        follows: Whether the sentence before it, or the paragraph before, reports speech.
    """
    text, doc = passage.text, passage.doc
    inner = text[quote.inner_start : quote.inner_end]
    lead = text[skip_dateline(passage) : quote.start].strip(" \t\xa0\u202f•–—-")
    trail = text[quote.end : passage.end_char].strip(" .\xa0\u202f!?…")
    if lead or trail or not follows:
        announced = follows and lead.endswith(":") and not trail
        if len(inner.split()) < (ANNOUNCED_WORDS if announced else QUOTE_WORDS):
            return None
        first = passage.index_from(quote.inner_start)
        last = passage.index_at_or_after(quote.inner_end)
        whole = announced and inner.rstrip().endswith((".", "!", "?", "…"))
        if not whole and not any(is_finite(doc[i]) for i in range(first, last)):
            return None
    form = Form.DIRECT
    start, end = quote.inner_start, quote.inner_end
    if lead or (trail and quote.end < passage.end_char):
        if not follows and not (lead.endswith(":") and not trail):
            return None
        if lead and not lead.endswith((",", ":")):
            start, form = passage.start_char, Form.MIXED
        if trail and quote.end < passage.end_char and form is Form.MIXED:
            end = passage.end_char
    content = make_span(text, start, end)
    if content is None:
        return None
    return Draft(
        content=(content,),
        cue=None,
        form=form,
        stance=Stance.ASSERTS,
        anchor=content.start,
        continues=True,
    )


def give_to_neighbour(
    before: Passage | None, passage: Passage, follower: Passage | None, draft: Draft
) -> Draft:
    """A quotation that stands alone, with the person who is the subject of a sentence beside it.

    « Henri Roc en a vu d'autres. « C'est la vie. » », « « C'est fini. » La maire, Irma Roc, ne cache
    pas sa colère. » The sentence before counts first; only sentences of the same paragraph do.
    """
    text = passage.text
    lead = text[passage.start_char : draft.content[0].start].strip(_AROUND)
    trail = text[draft.content[-1].end : passage.end_char].strip(_AROUND)
    if lead or trail:
        return draft
    beside = [p for p in (before, follower) if p is not None and p.paragraph == passage.paragraph]
    narrated = [p for p in beside if p.doc[p.start].text not in closed.OPENERS]
    subject = next((s for p in narrated if (s := find_named_subject(p)) is not None), None)
    if subject is None and narrated[:1] == [before]:
        subject = find_main_subject(narrated[0], narrated[0].end)
        if subject is None or narrated[0].low(subject.head) not in closed.SUBJECT_PRONOUNS:
            return draft
    if subject is None:
        return draft
    return replace(draft, subject=subject.span, subject_head=subject.head, continues=False)


def draft_unmarked(passage: Passage, before: Draft | None) -> Draft | None:
    """A sentence that goes on with direct speech without marks (« C'est notre affaire »).

    Args:
        passage: The sentence, which holds no cue.
        before: The draft of the sentence right before, if it is speech without marks.
    """
    if before is None:
        return None
    words = [passage.low(i) for i in range(passage.start, passage.end)]
    first_person = any(word in _FIRST_PERSON for word in words)
    points_back = before.form is Form.DIRECT and bool(words) and words[0] in _GOES_ON_WITH
    if not (first_person or points_back) or any(
        passage.quote_at(passage.doc[i].idx) for i in (passage.start,)
    ):
        return None
    content = make_span(passage.text, passage.start_char, passage.end_char)
    if content is None:
        return None
    return Draft(
        content=(content,),
        cue=None,
        form=Form.DIRECT,
        stance=Stance.ASSERTS,
        anchor=content.start,
        continues=True,
    )

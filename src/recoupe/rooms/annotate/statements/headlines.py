"""Headlines and lines that name a speaker before a colon: « Roc : « … » », « OMS : … »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.records import EntityKind, Form, Span, Stance
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.mentions.word_tables import find_word, match_entry
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.main_subjects import find_main_subject
from recoupe.rooms.annotate.statements.noun_phrases import NounPhrase, read_noun_phrase
from recoupe.rooms.annotate.statements.objects import is_infinitive
from recoupe.rooms.annotate.statements.passage import (
    Passage,
    has_main_finite,
    is_finite,
    make_span,
)
from recoupe.rooms.annotate.statements.quotes import Quote
from recoupe.rooms.annotate.statements.subject_words import Subject, to_subject

# How many words a name before a colon may have (« Le maire de Brive, Luc Aubin : »).
NAME_REACH = 12
# Share of a headline's long words that another statement of the article must hold, so that
# « OMS : l'épidémie recule » is taken for the body's words and not for a topic. Set by hand on the
# seed articles and own examples; no larger data yet.
ECHO_RATIO = 0.5
# A shorter quotation beside a colon, without a full stop of its own, is a title or a name.
HEADLINE_QUOTE_WORDS = 3
LONG_WORD_CHARS = 5


def draft_colon_line(passage: Passage) -> Draft | None:
    """« Name : « … » », or « X est formel : « … » » with the subject of its verb."""
    doc = passage.doc
    stop = min(passage.end, passage.start + 40)
    at = next((i for i in range(passage.start, stop) if doc[i].text == ":"), None)
    if at is None or passage.quote_at(doc[at].idx) is not None or at == passage.start:
        return None
    if passage.start and match_entry(passage.language, "note_labels", doc, passage.start):
        # « PS : … » below a text is a postscript, above it the party.
        return None
    quote = passage.quote_from(passage.char_end(at + 1))
    if quote is None:
        return None
    content = make_span(passage.text, quote.inner_start, quote.inner_end)
    subject = (
        _read_name(passage, at) or _find_narrated(passage, at) or find_main_subject(passage, at)
    )
    if subject is None or not passage.can_speak(subject.head):
        subject = _find_answerer(passage, at) or _find_last_person(passage, at)
    if content is None or subject is None:
        return None
    ended = (
        passage.text[quote.inner_start : quote.inner_end].rstrip().endswith((".", "!", "?", "…"))
    )
    if not ended and len(content.cut(passage.text).split()) < HEADLINE_QUOTE_WORDS:
        return None
    return _draft_at_colon(content, doc[at].idx, subject)


def _find_narrated(passage: Passage, end: int) -> Subject | None:
    """Who goes on in the infinitive of a tale: « Et le maire d'enfoncer le clou : « … » »."""
    start = passage.start + (passage.doc[passage.start].pos_ == "CCONJ")
    noun = read_noun_phrase(passage, start, end)
    if noun is None or passage.low(noun.end) not in closed.DE or noun.end + 1 >= end:
        return None
    return to_subject(passage, noun) if is_infinitive(passage, noun.end + 1) else None


def _find_answerer(passage: Passage, end: int) -> Subject | None:
    """Whose word a line announces: « Réponse du ministre : « … » »."""
    noun = read_noun_phrase(passage, passage.start, end)
    if noun is None or find_word(passage.language, "outcries", passage.low(noun.head)) is None:
        return None
    return _find_owner(passage, noun.head + 1, end)


def _find_last_person(passage: Passage, end: int) -> Subject | None:
    """The person named last before a colon: « Un avis qui étonne Luc Aubin : « … » »."""
    for at in range(end - 1, passage.start - 1, -1):
        mention = passage.mention_at.get(at)
        if mention is not None and mention.kind is EntityKind.PERSON:
            first = passage.index_from(mention.span.start)
            called = passage.low(at + 1) == "," and at + 1 < end - 1
            bare = " " not in mention.name and not called
            if bare and passage.low(first - 1) in closed.DE | closed.TO:
                # « Explosion de Vaubrières : « … » » is a place, whatever the model says.
                return None
            return Subject(mention.span, first, at + 1)
    return None


def draft_cry_line(passage: Passage) -> Draft | None:
    """« … » : le cri du cœur de X », « … » : la phrase de X a choqué »: the speaker behind the quotation."""
    doc = passage.doc
    quote = passage.quote_from(passage.start_char)
    if quote is None or not quote.closed or not quote.inner_start < quote.inner_end:
        return None
    at = passage.index_from(quote.end)
    if at + 2 >= passage.end or doc[at].text != ":":
        return None
    noun = read_noun_phrase(passage, at + 1, passage.end)
    content = make_span(passage.text, quote.inner_start, quote.inner_end)
    if (
        noun is None
        or content is None
        or len(content.cut(passage.text).split()) < HEADLINE_QUOTE_WORDS
    ):
        return None
    cry = find_word(passage.language, "outcries", passage.low(noun.head))
    acts = next((i for i in range(at + 1, passage.end) if is_finite(doc[i])), passage.end)
    subject = _find_owner(passage, noun.head + 1, acts) if cry is not None else None
    if subject is None:
        subject = _find_commented(passage, quote, noun)
    if subject is None:
        return None
    return _draft_at_colon(content, doc[at].idx, subject)


def _find_commented(passage: Passage, quote: Quote, noun: NounPhrase) -> Subject | None:
    """Who acts behind a clause in quotation marks: « « On a gagné » : la maire raconte »."""
    first, last = passage.index_from(quote.inner_start), passage.index_from(quote.inner_end)
    clause = has_main_finite(passage.doc, first, last)
    acts = noun.end < passage.end and is_finite(passage.doc[noun.end])
    human = passage.names_person(noun.head) or _is_human(passage, noun.head)
    return to_subject(passage, noun) if clause and acts and human else None


def _is_human(passage: Passage, head: int) -> bool:
    """Whether a noun is a title or trade: « l'avocat », « la maire »."""
    return find_word(passage.language, "titles", passage.low(head)) is not None


def _draft_at_colon(content: Span, colon_char: int, subject: Subject) -> Draft:
    """A quotation that a colon gives to its speaker."""
    return Draft(
        content=(content,),
        cue=Span(colon_char, colon_char + 1),
        form=Form.DIRECT,
        stance=Stance.ASSERTS,
        subject=subject.span,
        subject_head=subject.head,
        anchor=colon_char,
    )


def _find_owner(passage: Passage, start: int, end: int) -> Subject | None:
    """The first one behind a « de » who can speak: « le cri du cœur de la mère d'Irma »."""
    for at in range(start, end - 1):
        if passage.low(at) in closed.DE:
            phrase = read_noun_phrase(passage, at + 1, end)
            if phrase is not None and passage.can_speak(phrase.head):
                return to_subject(passage, phrase)
    return None


def _read_name(passage: Passage, colon: int) -> Subject | None:
    if colon - passage.start > NAME_REACH:
        return None
    start = passage.start
    while start < colon and (
        passage.doc[start].text in {"•", "-", *closed.DASHES} or passage.doc[start].is_space
    ):
        start += 1
    phrase = read_noun_phrase(passage, start, colon)
    if phrase is None or phrase.end != colon or not passage.can_speak(phrase.head):
        return None
    return to_subject(passage, phrase)


def draft_headline(passage: Passage, drafts: Sequence[Draft]) -> Draft | None:
    """« OMS : l'épidémie recule », where the article goes on to report just that."""
    doc = passage.doc
    at = next(
        (
            i
            for i in range(passage.start, min(passage.end, passage.start + NAME_REACH))
            if doc[i].text == ":"
        ),
        None,
    )
    if (
        at is None
        or at + 2 >= passage.end
        or passage.quote_from(passage.char_end(at + 1)) is not None
    ):
        return None
    subject = _read_name(passage, at)
    if subject is None:
        return None
    mention = passage.mention_at.get(subject.head)
    if mention is None or mention.kind not in {EntityKind.PERSON, EntityKind.ORGANISATION}:
        return None
    content = make_span(passage.text, doc[at + 1].idx, passage.end_char)
    if content is None:
        return None
    wanted = set(_long_words(content.cut(passage.text)))
    said = (
        len(wanted & set(_long_words(" ".join(p.cut(passage.text) for p in draft.content))))
        for draft in drafts
    )
    if not wanted or max(said, default=0) < ECHO_RATIO * len(wanted):
        return None
    return Draft(
        content=(content,),
        cue=Span(doc[at].idx, doc[at].idx + 1),
        form=Form.INDIRECT,
        stance=Stance.ASSERTS,
        subject=subject.span,
        subject_head=subject.head,
        anchor=doc[at].idx,
    )


def _long_words(text: str) -> Iterator[str]:
    for word in text.casefold().replace("’", "'").replace("'", " ").split():
        bare = word.strip('.,;:!?()«»"“”')
        if len(bare) >= LONG_WORD_CHARS:
            yield bare

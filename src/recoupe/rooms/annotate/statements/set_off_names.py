"""Names that a comma sets off from their subject, right before its verb."""

from __future__ import annotations

from recoupe.records import Span
from recoupe.rooms.annotate.statements.cue import Cue
from recoupe.rooms.annotate.statements.noun_phrases import read_noun_phrase
from recoupe.rooms.annotate.statements.passage import Passage
from recoupe.rooms.annotate.statements.subject_words import Subject

# A subject and the comma before a name have at most so many words between them (« L'expert | incendie, »).
NAME_GAP = 3


def take_set_off_name(passage: Passage, subject: Subject | None, cue: Cue) -> Subject | None:
    """A subject with the name set off before its verb: « L'expert incendie, Luc Aubin, conclut … »."""
    closing = cue.first - 1
    if subject is None or passage.low(closing) != ",":
        return subject
    reach = min(closing, subject.end + NAME_GAP)
    opening = next((i for i in range(subject.end, reach) if passage.low(i) == ","), closing)
    name = read_noun_phrase(passage, opening + 1, closing) if opening + 1 < closing else None
    if name is None or name.end != closing:
        return subject
    if not any(i in passage.mention_at for i in range(name.start, closing)):
        return subject
    return Subject(Span(subject.span.start, passage.char_end(closing)), subject.head, closing)

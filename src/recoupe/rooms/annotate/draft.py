"""What is known of a statement before its speaker is resolved: the seam of two annotators."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.records import Form, Span, Stance


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement whose speaker is still words.

    Attributes:
        content: What is said, disjoint and in text order.
        cue: The words that report it, or None where a quotation goes on without any.
        form: How it is reported.
        stance: How the speaker stands to it.
        reserved: True for the hearsay conditional (« aurait tué »).
        subject: The words of the speaker's noun phrase or pronoun with its apposition
            (« Le maire de Brive, Luc Aubin », « il », « Son »); None where none is given.
        subject_head: Index in the document of the token that heads the subject.
        anchor: Offset in characters where the cue stands, else the content: from here a pronoun
            looks back.
        continues: Whether a quotation goes on with the speaker of the draft before it.
        other_subjects: The words of further speakers whom the same sentence gives the content to.
    """

    content: tuple[Span, ...]
    cue: Span | None
    form: Form
    stance: Stance
    reserved: bool = False
    subject: Span | None = None
    subject_head: int | None = None
    anchor: int = 0
    continues: bool = False
    other_subjects: tuple[Span, ...] = ()

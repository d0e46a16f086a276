"""What one article says that somebody said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.records.span import Span


class Form(StrEnum):
    """How speech is reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    ACCORDING_TO = "according_to"
    ACT = "act"


class Stance(StrEnum):
    """How the speaker stands to what is said, from the cue or the content."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    CANNOT_CONFIRM = "cannot_confirm"
    ALLEGES = "alleges"
    WARNS = "warns"
    ANNOUNCES = "announces"
    DEMANDS = "demands"
    ASKS = "asks"
    ESTIMATES = "estimates"


class FoundBy(StrEnum):
    """By what kind of words the speaker was known."""

    NAME = "name"
    TITLE = "title"
    PRONOUN = "pronoun"
    ORGANISATION = "organisation"
    INCISE_CHAIN = "incise_chain"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Speaker:
    """To whom an article gives the words.

    Attributes:
        name: Canonical name where one is known ("Mark Rutte"), else the words that describe
            the speaker ("un responsable ukrainien").
        id: Slug that joins one speaker across articles.
        mention: The words that name the speaker here, or None where a quotation goes on.
        found_by: How the speaker was known.
    """

    name: str
    id: str
    mention: Span | None
    found_by: FoundBy


@dataclass(frozen=True, slots=True)
class Statement:
    """Content, cue, speaker, form and stance of one act of speech.

    Attributes:
        id: Made from the article's text and the spans, unique in the article's set.
        form: How it is reported.
        content: What is said, in text order and disjoint; several pieces where an incise splits it.
        cue: « a déclaré que », « selon »; None where a quotation goes on without one.
        speaker: Who says it; None where the article names nobody.
        stance: How the speaker stands to it.
        reserved: True for the hearsay conditional (« aurait tué ») and the like.
        other_speakers: Further speakers whom the same words give the content to: a sentence
            that contradicts itself ("a révélé X, a ajouté Y"), or joint speakers.
    """

    id: str
    form: Form
    content: tuple[Span, ...]
    cue: Span | None
    speaker: Speaker | None
    stance: Stance
    reserved: bool = False
    other_speakers: tuple[Speaker, ...] = ()

    @property
    def start(self) -> int:
        """First code point of the content."""
        return self.content[0].start

    @property
    def whole(self) -> Span:
        """From the first piece of content to the last, incise included."""
        return Span(self.content[0].start, max(piece.end for piece in self.content))

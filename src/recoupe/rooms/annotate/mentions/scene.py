"""What the readers of one article's subjects share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recoupe.records import FoundBy, Mention, Span
from recoupe.rooms.annotate.mentions.coreference import Memory
from recoupe.rooms.annotate.mentions.people import Person
from recoupe.rooms.annotate.mentions.phrases import Phrase
from recoupe.rooms.annotate.mentions.referents import Referent
from recoupe.rooms.annotate.mentions.word_tables import has_role, match_entry

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc, TokenSpan


@dataclass(frozen=True, slots=True)
class Reading:
    """What a subject was read as.

    Attributes:
        referent: Who speaks.
        found_by: How it is known here.
        mention: The words that name the speaker here.
        token: The token that stands for it.
    """

    referent: Referent
    found_by: FoundBy
    mention: Span
    token: int


@dataclass(frozen=True, slots=True)
class Speech:
    """What the words of a statement tell of who says them.

    Attributes:
        is_quoted: Whether they are a quotation.
        says_i: Whether it says « je »: then a human being speaks.
        says_we: Whether it says « nous », as bodies do.
    """

    is_quoted: bool = False
    says_i: bool = False
    says_we: bool = False


@dataclass(slots=True)
class Scene:
    """One article while its subjects are read in text order.

    Attributes:
        doc: Its parse.
        mentions: What it names.
        people: Its people, by first naming.
        language: ISO 639-1 code.
        memory: Who has spoken and been named where.
        unnamed: Speakers called by their own words so far, oldest first.
        last_person: The person who spoke last, or None.
        protagonist: The one person whom a portrait is about, or None in any other article.
        speech: What the words tell whose speaker is being read.
    """

    doc: Doc
    mentions: tuple[Mention, ...]
    people: tuple[Person, ...]
    language: str
    memory: Memory
    unnamed: list[tuple[Phrase, Referent]] = field(default_factory=list)
    last_person: Referent | None = None
    protagonist: Referent | None = None
    speech: Speech = Speech()

    def span_of(self, start: int, end: int) -> Span:
        """The characters from the first token to the last, end excluded."""
        last = self.doc[end - 1]
        return Span(self.doc[start].idx, last.idx + len(last.text))


def mentions_inside(scene: Scene, start: int, end: int) -> list[Mention]:
    """The mentions that lie within these tokens, in text order."""
    span = scene.span_of(start, end)
    return [m for m in scene.mentions if span.start <= m.span.start and m.span.end <= span.end]


def cut_relative(scene: Scene, span: TokenSpan) -> tuple[int, int]:
    """The subject's tokens without a relative clause and closing marks."""
    end = span.end
    for token in span:
        if token.i > span.start and has_role(scene.language, token.lower_, "relative"):
            end = token.i
            break
    while end > span.start + 1 and (scene.doc[end - 1].is_punct or scene.doc[end - 1].is_space):
        end -= 1
    start = span.start
    while start < end - 1 and (scene.doc[start].is_space or scene.doc[start].is_punct):
        start += 1
    return start, end


def find_first_content(scene: Scene, start: int, end: int) -> int:
    """The first token that is no determiner, quantifier or adjective before the noun."""
    at = start
    address = match_entry(scene.language, "civilities", scene.doc, at) if at < end else None
    if (
        address is not None
        and address[1] < end
        and has_role(scene.language, scene.doc[address[1]].lower_, "article")
    ):
        # « Madame la ministre »
        at = address[1]
    while at < end:
        token = scene.doc[at]
        small = (
            token.is_punct
            or token.is_space
            or has_role(scene.language, token.lower_, "determiner")
            or has_role(scene.language, token.lower_, "indefinite")
            or has_role(scene.language, token.lower_, "possessive")
            or has_role(scene.language, token.lower_, "quantifier")
            or (token.pos_ in {"DET", "NUM", "ADV"} and not token.text[:1].isupper())
        )
        if small:
            at += 1
            continue
        headed = (
            match_entry(scene.language, "titles", scene.doc, at)
            or match_entry(scene.language, "body_nouns", scene.doc, at)
            or match_entry(scene.language, "person_words", scene.doc, at)
        )
        if (
            token.pos_ == "ADJ"
            and not token.text[:1].isupper()
            and headed is None
            and at + 1 < end
            and (scene.doc[at + 1].pos_ in {"NOUN", "ADJ"})
        ):
            at += 1
            continue
        break
    return at


def find_writer(scene: Scene, first: int, end: int) -> int | None:
    """Where the complement of a writing begins: after « analyse de », « chiffres publiés par »."""
    if match_entry(scene.language, "document_nouns", scene.doc, first) is None:
        return None
    for at in range(first + 1, end - 1):
        word = scene.doc[at].lower_
        if has_role(scene.language, word, "charged"):
            return None
        if has_role(scene.language, word, "complement") or has_role(scene.language, word, "agent"):
            return at + 1
    return None

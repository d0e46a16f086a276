"""One text as read from one source, and what each room found in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter

from recoupe.records.entry import Entry
from recoupe.records.figure import Figure
from recoupe.records.furniture import Furniture
from recoupe.records.identity import ID_CHARS, hash_text
from recoupe.records.mention import Mention
from recoupe.records.moment import Moment
from recoupe.records.sentence import Sentence
from recoupe.records.span import Span
from recoupe.records.statement import Statement

_START, _END = attrgetter("span.start"), attrgetter("span.end")


class PublishedFrom(StrEnum):
    """Where the publication date comes from."""

    GIVEN = "given"
    METADATA = "metadata"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of an HTML page: what the page says about a stretch of its text.

    Attributes:
        span: Where its text stands in the article's text.
        tag: Lower-case name of the nearest block element ("p", "h1", "li", "figcaption", ...).
        path: Names of the sectioning elements around it, outermost first
            ("body", "aside", "nav", "footer", "article", "figure", "form", ...).
        hints: Words of the `class`, `id` and `role` of the element and its ancestors, lower case.
        link_ratio: Share of its characters that stand inside links, 0 to 1.
        kept_by: The extraction engines that take it for part of the article
            ("trafilatura", "resiliparse").
    """

    span: Span
    tag: str
    path: tuple[str, ...] = ()
    hints: frozenset[str] = frozenset()
    link_ratio: float = 0.0
    kept_by: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency or outlet named as the source of the text (« avec AFP », « (Reuters) »).

    Attributes:
        name: Its canonical name.
        span: Where the words stand.
    """

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """One text as read from one source.

    Rooms do not change an article; each gives back a copy with more of it filled in
    (`dataclasses.replace`). The text never changes: every span of every record points into it.

    Attributes:
        source: Path or address as given.
        text: What was read, decoded and otherwise untouched; for HTML the visible text of the
            page in reading order.
        outlet: Who published it, or None.
        title: Its title, or None.
        byline: Its author line, or None.
        published: ISO 8601 date-time, a date alone where no time is known, or None.
        published_from: Where the date comes from, or None.
        language: ISO 639-1 code, or None where it cannot be told.
        also_at: Other sources of the same text, sorted.
        notes: What was noticed while reading, sorted; see `Remark`.
        blocks: For HTML, what the page says about its stretches of text, in text order.
        credits: Agencies and outlets named as the source of the text.
        furniture: What is not the article, disjoint and in text order.
        sentences: The parse, in text order; dropped furniture is not parsed.
        mentions: Who and what is named.
        statements: Who says what.
        figures: How many.
        moments: When.
        entries: The entries of a live page, in text order.
    """

    source: str
    text: str
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None
    also_at: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    credits: tuple[Credit, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    moments: tuple[Moment, ...] = ()
    entries: tuple[Entry, ...] = ()
    text_sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text_sha256", hash_text(self.text))

    @property
    def id(self) -> str:
        """Id made from the text alone: the same text twice is the same article."""
        return self.text_sha256[:ID_CHARS]

    @property
    def body(self) -> tuple[Span, ...]:
        """What is left of the text without dropped furniture, in text order."""
        pieces: list[Span] = []
        at = 0
        for furniture in self.furniture:
            if not furniture.is_dropped:
                continue
            if furniture.span.start > at:
                pieces.append(Span(at, furniture.span.start))
            at = max(at, furniture.span.end)
        if at < len(self.text):
            pieces.append(Span(at, len(self.text)))
        return tuple(pieces)

    def find_statement(self, statement_id: str) -> Statement | None:
        """The statement with this id, or None."""
        return next((s for s in self.statements if s.id == statement_id), None)

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that overlap a span, in text order.

        Cost:
            Logarithmic in the sentences: they are disjoint and in text order.
        """
        first = bisect_right(self.sentences, span.start, key=_END)
        return self.sentences[first : bisect_left(self.sentences, span.end, first, key=_START)]

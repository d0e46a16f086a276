"""A parsed text as plain Python objects, which the rules read instead of spaCy's.

Each question to spaCy makes an object and crosses into C, and rules ask millions. Here a token is made
once. Names and answers are those of spaCy's `Doc`, `Span` and `Token` as far as rules ask for them;
`read_parse.py` makes them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from recoupe.language import Entry, fold_letters
from recoupe.records import Figure, Mention, Moment, Statement
from recoupe.rooms.annotate.tokens import Token

__all__ = ["Doc", "Token", "TokenSpan"]


@dataclass(frozen=True, slots=True)
class TokenSpan:
    """Tokens in a row.

    Attributes:
        doc: The text they stand in.
        start: The first.
        end: One past the last.
        label_: The kind of name that the model takes them for; empty for other tokens.
    """

    doc: Doc
    start: int
    end: int
    label_: str = ""

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    def __getitem__(self, number: int) -> Token:
        return self.doc[self.start : self.end][number]

    @property
    def text(self) -> str:
        """As printed, without the blank behind the last token."""
        if self.start >= self.end:
            return ""
        return self.doc.text[self.doc.starts[self.start] : self.doc.ends[self.end - 1]]

    @property
    def root(self) -> Token:
        """The token highest in the tree, the first of equals."""
        tokens = self.doc[self.start : self.end]
        for token in tokens:
            if token.head is token:
                return token
        free = [token for token in tokens if not self.start <= token.head.i < self.end]
        return min(free, key=_rank_root, default=tokens[0])

    @property
    def sents(self) -> Iterator[TokenSpan]:
        """The sentences that hold any of the tokens."""
        ends = self.doc.sentence_ends
        start = self.start
        while start > 0 and not self.doc[start].is_sent_start:
            start -= 1
        while start < self.end:
            yield TokenSpan(self.doc, start, ends[start])
            start = ends[start]


def _rank_root(token: Token) -> int:
    """How many heads stand above a token; marks and white space that lead nothing come last."""
    if (token.is_space or token.is_punct) and not token.children:
        return len(token.doc)
    steps = 0
    while token.head is not token:
        token = token.head
        steps += 1
    return steps


class Doc(list[Token]):
    """A text as the list of its words, marks and white space, with what has been found in it so far.

    A slice is a list of tokens; `span` gives tokens that know where they stand.

    Attributes:
        text: The text as read, which the tokens together are.
        ents: What the model takes for names.
        paragraphs: Char offsets of the paragraphs that are article text, in text order.
        shared: For each paragraph what rules keep with its words alone, by their names for it; the
            same for a copy of the paragraph in another text.
        published: Publication date (ISO 8601), or None.
        title: The title, or None.
        mentions: What has been found, in the order in which it is looked for.
        moments: As before.
        figures: As before.
        statements: As before.
        entries: Table → token → the entry that begins there and where it ends, as far as asked.
        kept: What rules keep with the text, by their names for it.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.ents: list[TokenSpan] = []
        self.paragraphs: tuple[tuple[int, int], ...] = ()
        self.shared: tuple[dict[str, Any], ...] = ()
        self.published: str | None = None
        self.title: str | None = None
        self.mentions: tuple[Mention, ...] = ()
        self.moments: tuple[Moment, ...] = ()
        self.figures: tuple[Figure, ...] = ()
        self.statements: tuple[Statement, ...] = ()
        self.entries: defaultdict[str, dict[int, tuple[Entry, int] | None]] = defaultdict(dict)
        self.kept: dict[str, Any] = {}

    def span(self, start: int, end: int) -> TokenSpan:
        """The tokens from one number to another, the last excluded."""
        return TokenSpan(self, start, max(start, min(end, len(self))))

    @cached_property
    def folded(self) -> str:
        """The text in which openings of words are looked up; see `fold_letters`."""
        return fold_letters(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """The first character of each token."""
        return [token.idx for token in self]

    @cached_property
    def ends(self) -> list[int]:
        """One past the last character of each token."""
        return [token.idx + len(token.text) for token in self]

    @cached_property
    def after(self) -> dict[int, int]:
        """One past the last character of a token → the number of the next token."""
        return {end: number + 1 for number, end in enumerate(self.ends)}

    @cached_property
    def sentence_ends(self) -> list[int]:
        """One past the last token of each token's sentence."""
        ends = [len(self)] * len(self)
        for at in range(len(ends) - 2, -1, -1):
            ends[at] = at + 1 if self[at + 1].is_sent_start else ends[at + 1]
        return ends

    @cached_property
    def children(self) -> dict[int, list[Token]]:
        """Number of a token → what depends on it, in text order."""
        children: dict[int, list[Token]] = {}
        for token in self:
            if token.head is not token:
                children.setdefault(token.head.i, []).append(token)
        return children

    @property
    def sents(self) -> Iterator[TokenSpan]:
        """The sentences in text order."""
        return self.span(0, len(self)).sents

    @property
    def is_parsed(self) -> bool:
        """Whether any token has a relation to a head."""
        return any(token.dep_ for token in self)

    def char_span(
        self, start: int, end: int, *, alignment_mode: str = "strict"
    ) -> TokenSpan | None:
        """The tokens between two offsets; None where the text ends before.

        Args:
            start: First character.
            end: One past the last.
            alignment_mode: "strict" asks that tokens begin and end there; "expand" takes those that
                lie there in part.
        """
        if not (0 <= start < len(self.text) and 0 < end <= len(self.text)):
            return None
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1) - 1
        if alignment_mode == "strict":
            if start != self.starts[first] or end != self.ends[last]:
                return None
        elif start == self.ends[first]:
            first += 1
        return TokenSpan(self, first, last + 1)

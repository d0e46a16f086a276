"""The tokens of a parsed text as plain Python objects; see `parse_view.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc, TokenSpan


@dataclass(frozen=True, slots=True)
class Form:
    """What the vocabulary says of a printed word, wherever it stands; names as in spaCy."""

    text: str
    lower_: str
    is_space: bool
    is_punct: bool
    is_alpha: bool
    is_upper: bool
    is_lower: bool
    is_stop: bool
    like_num: bool


class Morph:
    """The features of a word, as « Number=Sing|Tense=Pres »."""

    __slots__ = ("_features", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        pairs = (feature.partition("=") for feature in text.split("|") if feature)
        self._features = {name: values for name, _, values in pairs}

    def __str__(self) -> str:
        return self._text

    def get(self, name: str, default: Sequence[str] = ()) -> Sequence[str]:
        """The values of a feature; the default where the word lacks it."""
        values = self._features.get(name)
        return default if values is None else values.split(",")

    def to_dict(self) -> dict[str, str]:
        """Each feature with its values as written."""
        return self._features


class Token:
    """A word, a mark or white space in its place.

    Attributes:
        doc: The text it stands in.
        i: Its number there.
        idx: Its first character.
        text: As printed.
        lower_: In lower case.
        whitespace_: The blank behind it, or nothing.
        lemma_: Its lemma; empty where there is none.
        pos_: Its part of speech.
        dep_: Its relation to the head.
        morph: Its features.
        head: The token it depends on; itself where it is a root.
        is_sent_start: Whether it begins a sentence; None where nothing tells.
        ent_type_: The kind of name that the model takes it for; empty for none.
        form: What is so of the word wherever it stands.
    """

    __slots__ = (
        "dep_",
        "doc",
        "ent_type_",
        "form",
        "head",
        "i",
        "idx",
        "is_punct",
        "is_sent_start",
        "is_space",
        "lemma_",
        "lower_",
        "morph",
        "pos_",
        "text",
        "whitespace_",
    )
    doc: Doc
    i: int
    idx: int
    text: str
    lower_: str
    whitespace_: str
    lemma_: str
    pos_: str
    dep_: str
    morph: Morph
    head: Token
    is_sent_start: bool | None
    ent_type_: str
    is_space: bool
    is_punct: bool
    form: Form

    def __len__(self) -> int:
        return len(self.text)

    @property
    def is_alpha(self) -> bool:
        """Whether it is letters only."""
        return self.form.is_alpha

    @property
    def is_upper(self) -> bool:
        """Whether it is in capitals."""
        return self.form.is_upper

    @property
    def is_lower(self) -> bool:
        """Whether it is in lower case."""
        return self.form.is_lower

    @property
    def is_stop(self) -> bool:
        """Whether spaCy counts it among the small words."""
        return self.form.is_stop

    @property
    def like_num(self) -> bool:
        """Whether it looks like a number."""
        return self.form.like_num

    @property
    def children(self) -> Sequence[Token]:
        """What depends on it, in text order."""
        return self.doc.children.get(self.i, ())

    @property
    def lefts(self) -> list[Token]:
        """What depends on it and stands before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def sent(self) -> TokenSpan:
        """Its sentence."""
        return next(self.doc.span(self.i, self.i + 1).sents)

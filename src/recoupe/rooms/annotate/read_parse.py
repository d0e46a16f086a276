"""What spaCy's parse says, read once and set out as plain objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING

import numpy as np

from recoupe.rooms.annotate.parse_view import Doc, TokenSpan
from recoupe.rooms.annotate.tokens import Form, Morph, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc as SpacyDoc
    from spacy.vocab import Vocab

# What spaCy writes for no features.
_NO_FEATURES = "_"
_COLUMNS = (
    "ORTH", "SPACY", "LEMMA", "POS", "DEP", "MORPH", "HEAD", "SENT_START", "ENT_TYPE",
)  # fmt: skip
_SENTENCE_STARTS = {1: True, 0: None}


@dataclass(frozen=True, slots=True)
class Parse:
    """The parse of a piece of text, a column for each question and a row for each token.

    Attributes:
        length_chars: Code points of the text.
        forms: The words.
        spaces: What stands behind each: a blank or nothing.
        lemmas: Their lemmas.
        poses: Their parts of speech.
        deps: Their relations to their heads.
        morphs: Their features.
        heads: How many tokens on the head of each stands.
        opens: Whether each begins a sentence.
        ent_types: What kind of name the model takes each for.
        ents: First token, one past the last and kind of the names.
    """

    length_chars: int
    forms: list[Form]
    spaces: list[str]
    lemmas: list[str]
    poses: list[str]
    deps: list[str]
    morphs: list[Morph]
    heads: list[int]
    opens: list[bool | None]
    ent_types: list[str]
    ents: list[tuple[int, int, str]]


class ParseReader:
    """Reads parses off spaCy; what it knows of words and features is shared between them."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self._forms: dict[int, Form] = {}
        self._morphs: dict[int, Morph] = {}
        self._names: dict[int, str] = {}

    def read(self, doc: SpacyDoc) -> Parse:
        """The parse of a spaCy document."""
        table = doc.to_array(list(_COLUMNS))
        orth, spaces, lemmas, poses, deps, morphs, heads, opens, kinds = table.T
        return Parse(
            length_chars=sum(map(len, doc)) + int(spaces.sum()),
            forms=[self._read_form(key) for key in orth.tolist()],
            spaces=[" " if space else "" for space in spaces.tolist()],
            lemmas=self._read_names(lemmas.tolist()),
            poses=self._read_names(poses.tolist()),
            deps=self._read_names(deps.tolist()),
            morphs=[self._read_morph(key) for key in morphs.tolist()],
            heads=heads.astype(np.int64).tolist(),
            opens=[_SENTENCE_STARTS.get(value, False) for value in opens.tolist()],
            ent_types=self._read_names(kinds.tolist()),
            ents=[(ent.start, ent.end, ent.label_) for ent in doc.ents],
        )

    def read_unparsed(self, text: str) -> Parse:
        """White space or furniture as one token and one sentence, so that offsets stay true."""
        form = self._read_form(self._vocab.strings.add(text))
        return Parse(
            length_chars=len(text),
            forms=[form],
            spaces=[""],
            lemmas=[""],
            poses=["SPACE"],
            deps=["ROOT"],
            morphs=[self._read_morph(0)],
            heads=[0],
            opens=[True],
            ent_types=[""],
            ents=[],
        )

    def _read_form(self, key: int) -> Form:
        form = self._forms.get(key)
        if form is None:
            word = self._vocab[key]
            form = self._forms[key] = Form(
                text=word.orth_,
                lower_=word.lower_,
                is_space=word.is_space,
                is_punct=word.is_punct,
                is_alpha=word.is_alpha,
                is_upper=word.is_upper,
                is_lower=word.is_lower,
                is_stop=word.is_stop,
                like_num=word.like_num,
            )
        return form

    def _read_morph(self, key: int) -> Morph:
        morph = self._morphs.get(key)
        if morph is None:
            text = self._vocab.strings[key]
            morph = self._morphs[key] = Morph("" if text == _NO_FEATURES else text)
        return morph

    def _read_names(self, keys: list[int]) -> list[str]:
        names = self._names
        names.update({key: intern(self._vocab.strings[key]) for key in {*keys} - names.keys()})
        return [names[key] for key in keys]


def read_doc(doc: SpacyDoc) -> Doc:
    """A spaCy document as the rules read it, each line a paragraph."""
    view = join_parses(doc.text, [ParseReader(doc.vocab).read(doc)])
    view.paragraphs = tuple(_find_lines(view.text))
    return view


def _find_lines(text: str) -> Iterator[tuple[int, int]]:
    """First character and one past the last of each line that is not empty, white space left out."""
    at = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped)
            yield start, start + len(stripped)
        at += len(line)


def join_parses(text: str, parses: Iterable[Parse]) -> Doc:
    """One document of the parses of the pieces of a text, in text order."""
    doc = Doc(text, [])
    offset = 0
    for parse in parses:
        _append(doc, parse, offset)
        offset += parse.length_chars
    return doc


def _append(doc: Doc, parse: Parse, offset: int) -> None:
    """Add the tokens of a piece that begins at a character."""
    first = len(doc.tokens)
    tokens = [Token() for _ in parse.forms]
    rows = zip(
        tokens, parse.forms, parse.spaces, parse.lemmas, parse.poses, parse.deps, parse.morphs,
        parse.heads, parse.opens, parse.ent_types, strict=True,
    )  # fmt: skip
    for number, (token, form, space, lemma, pos, dep, morph, head, opens, kind) in enumerate(rows):
        token.doc = doc
        token.i = first + number
        token.idx = offset
        token.form = form
        token.text = text = form.text
        token.lower_ = form.lower_
        token.is_space = form.is_space
        token.is_punct = form.is_punct
        token.whitespace_ = space
        token.lemma_ = lemma
        token.pos_ = pos
        token.dep_ = dep
        token.morph = morph
        token.head = tokens[number + head]
        token.is_sent_start = opens
        token.ent_type_ = kind
        offset += len(text) + len(space)
    doc.tokens.extend(tokens)
    doc.ents.extend(
        TokenSpan(doc, first + start, first + end, kind) for start, end, kind in parse.ents
    )

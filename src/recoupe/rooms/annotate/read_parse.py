"""What spaCy's parse says, read once and set out as plain objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from sys import intern
from typing import TYPE_CHECKING, Any

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
        shared: What rules keep with these words; see `Doc.shared`.
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
    shared: dict[str, Any] = field(default_factory=dict)


class _Forms(dict[int, Form]):
    """Key of a word in spaCy's vocabulary → what is so of it; looked up when first asked."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab

    def __missing__(self, key: int) -> Form:
        word = self._vocab[key]
        form = self[key] = Form(
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


class _Names(dict[int, str]):
    """Key of a string in spaCy's vocabulary → the string."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._strings = vocab.strings

    def __missing__(self, key: int) -> str:
        name = self[key] = intern(self._strings[key])
        return name


class _Morphs(dict[int, Morph]):
    """Key of features in spaCy's vocabulary → the features."""

    def __init__(self, names: _Names) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, key: int) -> Morph:
        text = self._names[key]
        morph = self[key] = Morph("" if text == _NO_FEATURES else text)
        return morph


class ParseReader:
    """Reads parses off spaCy; what it knows of words and features is shared between them."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self._forms = _Forms(vocab)
        self._names = _Names(vocab)
        self._morphs = _Morphs(self._names)

    def read(self, doc: SpacyDoc) -> Parse:
        """The parse of a spaCy document."""
        table = doc.to_array(list(_COLUMNS))
        heads = table[:, _COLUMNS.index("HEAD")].astype(np.int64).tolist()
        orth, spaces, lemmas, poses, deps, morphs, _, opens, kinds = table.T.tolist()
        forms = [self._forms[key] for key in orth]
        names = self._names
        return Parse(
            length_chars=sum(len(form.text) for form in forms) + sum(spaces),
            forms=forms,
            spaces=[" " if space else "" for space in spaces],
            lemmas=[names[key] for key in lemmas],
            poses=[names[key] for key in poses],
            deps=[names[key] for key in deps],
            morphs=[self._morphs[key] for key in morphs],
            heads=heads,
            opens=[_SENTENCE_STARTS.get(value, False) for value in opens],
            ent_types=[names[key] for key in kinds],
            ents=[(ent.start, ent.end, ent.label_) for ent in doc.ents] if any(kinds) else [],
        )

    def read_unparsed(self, text: str) -> Parse:
        """White space or furniture as one token and one sentence, so that offsets stay true."""
        form = self._forms[self._vocab.strings.add(text)]
        return Parse(
            length_chars=len(text),
            forms=[form],
            spaces=[""],
            lemmas=[""],
            poses=["SPACE"],
            deps=["ROOT"],
            morphs=[self._morphs[0]],
            heads=[0],
            opens=[True],
            ent_types=[""],
            ents=[],
        )


def read_doc(doc: SpacyDoc) -> Doc:
    """A spaCy document as the rules read it, each line a paragraph."""
    view = join_parses(doc.text, [ParseReader(doc.vocab).read(doc)])
    view.paragraphs = tuple(_find_lines(view.text))
    view.shared = tuple({} for _ in view.paragraphs)
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
    doc = Doc(text)
    offset = 0
    for parse in parses:
        _append(doc, parse, offset)
        offset += parse.length_chars
    return doc


def _append(doc: Doc, parse: Parse, offset: int) -> None:
    """Add the tokens of a piece that begins at a character."""
    first = len(doc)
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
    doc.extend(tokens)
    doc.ents.extend(
        TokenSpan(doc, first + start, first + end, kind) for start, end, kind in parse.ents
    )

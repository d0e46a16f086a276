"""From articles to parsed documents whose offsets are those of the text as read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from sys import intern
from typing import TYPE_CHECKING

import numpy as np
from spacy.tokens import Doc
from threadpoolctl import threadpool_limits

from recoupe.language import load_model
from recoupe.records import Article, Sentence, Span, Token
from recoupe.rooms.annotate.extensions import register_extensions, text_of
from recoupe.rooms.annotate.segments import cut_paragraphs, find_sentence_starts

if TYPE_CHECKING:
    from spacy.language import Language

# Articles parsed together: enough to fill the parser's batches, few enough that their parses stay
# under 200 MB.
CHUNK_ARTICLES = 64
# Text whose parses are kept for copies to come: some 500 articles, 100 MB.
KEPT_CHARS = 1_500_000
# A paragraph longer than this is cut before parsing; one line of 2 MB must not fill the memory.
PARAGRAPH_LIMIT_CHARS = 20_000
# What spaCy writes for no features.
NO_FEATURES = "_"
_COLUMNS = ("IDX", "LENGTH", "HEAD", "SENT_START", "ORTH", "LEMMA", "POS", "DEP", "MORPH")
_NOT_JOINED = ("tensor", "user_data")


def parse_articles(articles: Iterable[Article], language: str) -> Iterator[tuple[Article, Doc]]:
    """Parse articles in batches; a paragraph met again a little later is not parsed again.

    Yields:
        Each article with a document of exactly its text, in the order given. White space and
        dropped furniture are tokens without a parse.
    """
    nlp = load_model(language)
    register_extensions()
    parsed: dict[str, Doc] = {}
    stream = iter(articles)
    while chunk := list(islice(stream, CHUNK_ARTICLES)):
        paragraphs = [_limit(cut_paragraphs(article)) for article in chunk]
        texts = dict.fromkeys(
            span.cut(a.text) for a, spans in zip(chunk, paragraphs, strict=True) for span in spans
        )
        fresh = [text for text in texts if text not in parsed]
        # More threads than one make the small matrices of the parser slower, not faster.
        with threadpool_limits(limits=1, user_api="blas"):
            parsed.update(zip(fresh, _parse(nlp, fresh, language), strict=True))
        for article, spans in zip(chunk, paragraphs, strict=True):
            yield article, _assemble(nlp, article, spans, parsed)
        _forget_oldest(parsed, texts)


def _forget_oldest(parsed: dict[str, Doc], used: Iterable[str]) -> None:
    """Keep the parses used last, as many as `KEPT_CHARS` allows."""
    for text in used:
        parsed[text] = parsed.pop(text)
    surplus_chars = sum(map(len, parsed)) - KEPT_CHARS
    for text in list(parsed):
        if surplus_chars <= 0:
            break
        surplus_chars -= len(text)
        del parsed[text]


def _limit(spans: Sequence[Span]) -> list[Span]:
    """Cut spans that are longer than the limit into pieces."""
    return [
        Span(start, min(start + PARAGRAPH_LIMIT_CHARS, span.end))
        for span in spans
        for start in range(span.start, span.end, PARAGRAPH_LIMIT_CHARS)
    ]


def _parse(nlp: Language, texts: list[str], language: str) -> Iterator[Doc]:
    """Parse paragraphs with their sentence starts given, in the order of the texts."""

    def docs() -> Iterator[Doc]:
        for text in texts:
            doc = nlp.make_doc(text)
            starts = set(find_sentence_starts(text, language))
            for token in doc:
                token.is_sent_start = token.idx in starts
            yield doc

    for doc in nlp.pipe(docs(), batch_size=128):
        doc.tensor = np.zeros((0,), dtype="f")  # nothing asks for it; it is most of a parse
        yield doc


def _assemble(
    nlp: Language, article: Article, spans: Sequence[Span], parsed: dict[str, Doc]
) -> Doc:
    """One document of the whole text from the parsed paragraphs and the unparsed rest."""
    pieces: list[Doc] = []
    at = 0
    for span in spans:
        if span.start > at:
            pieces.append(_unparsed(nlp, article.text[at : span.start]))
        pieces.append(parsed[span.cut(article.text)])
        at = span.end
    if at < len(article.text):
        pieces.append(_unparsed(nlp, article.text[at:]))
    doc = (
        Doc.from_docs(pieces, ensure_whitespace=False, exclude=_NOT_JOINED)  # type: ignore[call-arg]
        or Doc(nlp.vocab)
    )
    doc.user_data["recoupe_text"] = article.text
    doc._.recoupe_published = article.published
    doc._.recoupe_paragraphs = tuple((span.start, span.end) for span in spans)
    doc._.recoupe_title = article.title
    return doc


def _unparsed(nlp: Language, text: str) -> Doc:
    """White space or furniture as one token and one sentence, so that offsets stay true."""
    return Doc(nlp.vocab, words=[text], spaces=[False], pos=["SPACE"], deps=["ROOT"], heads=[0])


def find_sentences(doc: Doc) -> tuple[Sentence, ...]:
    """The parsed sentences of a document as records, white space tokens left out."""
    text, table = text_of(doc), _Table(doc)
    return tuple(
        sentence
        for start, end in doc._.recoupe_paragraphs
        for sentence in _record_sentences(table, start, end, text[start:end])
    )


class _Table:
    """What the parse says of all tokens, read at once: asking spaCy word by word is slow.

    Attributes:
        places: First character of each token.
        lengths: Characters of each token.
        heads: Number of the head of each token.
        opens: Whether each token begins a sentence.
        texts: Each token as printed.
        lemmas: Its lemma, or the text where it has none.
        poses: Its part of speech.
        deps: Its relation to the head.
        morphs: Its features.
    """

    def __init__(self, doc: Doc) -> None:
        table = doc.to_array(list(_COLUMNS))
        names: dict[int, str] = {}

        def name(column: int) -> list[str]:
            keys = table[:, column].tolist()
            names.update({key: intern(doc.vocab.strings[key]) for key in {*keys} - names.keys()})
            return [names[key] for key in keys]

        self.places: list[int] = table[:, 0].tolist()
        self.lengths: list[int] = table[:, 1].tolist()
        steps = table[:, 2].astype(np.int64).tolist()
        self.heads = [number + step for number, step in enumerate(steps)]
        self.opens: list[bool] = (table[:, 3] == 1).tolist()
        self.texts = name(4)
        self.lemmas = [lemma or text for lemma, text in zip(name(5), self.texts, strict=True)]
        self.poses, self.deps = name(6), name(7)
        self.morphs = ["" if morph == NO_FEATURES else morph for morph in name(8)]


def _record_sentences(table: _Table, start: int, end: int, text: str) -> Iterator[Sentence]:
    """The sentences of a paragraph; a single one that no mark closes is a heading."""
    groups: list[list[int]] = [[]]
    for number in range(bisect_left(table.places, start), bisect_left(table.places, end)):
        if table.opens[number] and groups[-1]:
            groups.append([])
        if not table.texts[number].isspace():
            groups[-1].append(number)
    groups = [group for group in groups if group]
    heading = len(groups) == 1 and not text.rstrip(' »”"\u00a0\u202f)').endswith(
        (".", "!", "?", "…", ":", ";", ",")
    )
    for group in groups:
        index = {number: n for n, number in enumerate(group)}
        tokens = tuple(
            Token(
                start=table.places[number],
                end=table.places[number] + table.lengths[number],
                text=table.texts[number],
                lemma=table.lemmas[number],
                pos=table.poses[number],
                dep=table.deps[number],
                head=index.get(table.heads[number], n),
                morph=table.morphs[number],
            )
            for n, number in enumerate(group)
        )
        yield Sentence(Span(tokens[0].start, tokens[-1].end), tokens, is_heading=heading)

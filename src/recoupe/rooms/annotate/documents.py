"""From articles to parsed documents whose offsets are those of the text as read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from sys import intern
from typing import TYPE_CHECKING

import numpy as np
from spacy.tokens import Doc
from threadpoolctl import threadpool_limits

from recoupe.language import load_model
from recoupe.records import Article, Sentence, Span, Token
from recoupe.rooms.annotate.extensions import register_extensions
from recoupe.rooms.annotate.segments import cut_paragraphs, find_sentence_starts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token as SpacyToken

# Articles parsed together: enough to fill the parser's batches and to meet a copy's paragraphs,
# few enough that their parses stay under 200 MB.
CHUNK_ARTICLES = 64
# A paragraph longer than this is cut before parsing; one line of 2 MB must not fill the memory.
PARAGRAPH_LIMIT_CHARS = 20_000


def parse_articles(articles: Iterable[Article], language: str) -> Iterator[tuple[Article, Doc]]:
    """Parse articles in batches, each distinct paragraph once per batch.

    Yields:
        Each article with a document of exactly its text, in the order given. White space and
        dropped furniture are tokens without a parse.
    """
    nlp = load_model(language)
    register_extensions()
    stream = iter(articles)
    while chunk := list(islice(stream, CHUNK_ARTICLES)):
        paragraphs = [_limit(cut_paragraphs(article)) for article in chunk]
        texts = dict.fromkeys(
            span.cut(a.text) for a, spans in zip(chunk, paragraphs, strict=True) for span in spans
        )
        # More threads than one make the small matrices of the parser slower, not faster.
        with threadpool_limits(limits=1, user_api="blas"):
            parsed = dict(zip(texts, _parse(nlp, list(texts), language), strict=True))
        for article, spans in zip(chunk, paragraphs, strict=True):
            yield article, _assemble(nlp, article, spans, parsed)


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

    return nlp.pipe(docs(), batch_size=128)


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
    doc = Doc.from_docs(pieces, ensure_whitespace=False) or Doc(nlp.vocab)
    doc._.recoupe_published = article.published
    doc._.recoupe_paragraphs = tuple((span.start, span.end) for span in spans)
    doc._.recoupe_title = article.title
    return doc


def _unparsed(nlp: Language, text: str) -> Doc:
    """White space or furniture as one token and one sentence, so that offsets stay true."""
    doc = Doc(nlp.vocab, words=[text], spaces=[False], pos=["SPACE"], deps=["ROOT"], heads=[0])
    doc.tensor = np.zeros((1, _tensor_width(nlp)), dtype="f")
    return doc


@cache
def _tensor_width(nlp: Language) -> int:
    """Width of the vectors that the model leaves on a document; joined documents must agree."""
    return int(nlp("a").tensor.shape[-1])


def find_sentences(doc: Doc) -> tuple[Sentence, ...]:
    """The parsed sentences of a document as records, white space tokens left out."""
    sentences: list[Sentence] = []
    for start, end in doc._.recoupe_paragraphs:
        paragraph = doc.char_span(start, end, alignment_mode="expand")
        if paragraph is not None:
            sentences.extend(_record_sentences(paragraph, end))
    return tuple(sentences)


def _record_sentences(paragraph: SpacySpan, end: int) -> Iterator[Sentence]:
    """The sentences of a paragraph; a single one that no mark closes is a heading."""
    groups: list[list[SpacyToken]] = [[]]
    for token in paragraph:
        if token.is_sent_start and groups[-1]:
            groups.append([])
        if not token.is_space and token.idx < end:
            groups[-1].append(token)
    groups = [group for group in groups if group]
    heading = len(groups) == 1 and not paragraph.text.rstrip(' »”"\u00a0\u202f)').endswith(
        (".", "!", "?", "…", ":", ";", ",")
    )
    for words in groups:
        index = {token.i: n for n, token in enumerate(words)}
        tokens = tuple(
            Token(
                start=token.idx,
                end=token.idx + len(token),
                text=intern(token.text),
                lemma=intern(token.lemma_ or token.text),
                pos=intern(token.pos_),
                dep=intern(token.dep_),
                head=index.get(token.head.i, n),
                morph=intern(str(token.morph)),
            )
            for n, token in enumerate(words)
        )
        yield Sentence(Span(tokens[0].start, tokens[-1].end), tokens, is_heading=heading)

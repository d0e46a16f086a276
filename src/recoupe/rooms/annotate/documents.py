"""From articles to parsed documents whose offsets are those of the text as read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
from threadpoolctl import threadpool_limits

from recoupe.language import load_model
from recoupe.records import Article, Sentence, Span, Token
from recoupe.rooms.annotate.parse_view import Doc
from recoupe.rooms.annotate.read_parse import Parse, ParseReader, join_parses
from recoupe.rooms.annotate.segments import cut_paragraphs, find_sentence_starts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc

# Articles parsed together: enough to fill the parser's batches, few enough that their parses stay
# under 200 MB.
CHUNK_ARTICLES = 64
# Text whose parses are kept for copies to come: some 500 articles, 100 MB.
KEPT_CHARS = 1_500_000
# A paragraph longer than this is cut before parsing; one line of 2 MB must not fill the memory.
PARAGRAPH_LIMIT_CHARS = 20_000
# Spaces that bind or are set narrow (« Mme\u00a0Roc », « 8\u202f000 »), as the parser knows them: as one
# of their own each would be a word, and stand between a title and its name.
_PLAIN_SPACES = dict.fromkeys(map(ord, "\u00a0\u1680\u202f\u205f\u3000"), " ") | dict.fromkeys(
    range(0x2000, 0x200B), " "
)


def parse_articles(articles: Iterable[Article], language: str) -> Iterator[tuple[Article, Doc]]:
    """Parse articles in batches; a paragraph met again a little later is not parsed again.

    Yields:
        Each article with a document of exactly its text, in the order given. White space and
        dropped furniture are tokens without a parse.
    """
    nlp = load_model(language)
    reader = ParseReader(nlp.vocab)
    parsed: dict[str, Parse] = {}
    stream = iter(articles)
    while chunk := list(islice(stream, CHUNK_ARTICLES)):
        paragraphs = [_limit(cut_paragraphs(article)) for article in chunk]
        texts = dict.fromkeys(
            span.cut(a.text) for a, spans in zip(chunk, paragraphs, strict=True) for span in spans
        )
        fresh = [text for text in texts if text not in parsed]
        # More threads than one make the small matrices of the parser slower, not faster.
        with threadpool_limits(limits=1, user_api="blas"):
            parsed.update(zip(fresh, map(reader.read, _parse(nlp, fresh, language)), strict=True))
        for article, spans in zip(chunk, paragraphs, strict=True):
            yield article, _assemble(reader, article, spans, parsed)
        _forget_oldest(parsed, texts)


def _forget_oldest(parsed: dict[str, Parse], used: Iterable[str]) -> None:
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


def _parse(nlp: Language, texts: list[str], language: str) -> Iterator[SpacyDoc]:
    """Parse paragraphs with their sentence starts given, in the order of the texts."""

    def docs() -> Iterator[SpacyDoc]:
        for text in texts:
            doc = nlp.make_doc(text.translate(_PLAIN_SPACES))
            opens = np.isin(doc.to_array("IDX"), find_sentence_starts(text, language))
            starts: Any = np.where(opens, 1, -1).astype(np.uint64)
            yield doc.from_array(["SENT_START"], starts)

    yield from nlp.pipe(docs(), batch_size=128)


def _assemble(
    reader: ParseReader, article: Article, spans: Sequence[Span], parsed: dict[str, Parse]
) -> Doc:
    """One document of the whole text from the parsed paragraphs and the unparsed rest."""
    pieces: list[Parse] = []
    at = 0
    for span in spans:
        if span.start > at:
            pieces.append(reader.read_unparsed(article.text[at : span.start]))
        pieces.append(parsed[span.cut(article.text)])
        at = span.end
    if at < len(article.text):
        pieces.append(reader.read_unparsed(article.text[at:]))
    doc = join_parses(article.text, pieces)
    doc.published, doc.title = article.published, article.title
    doc.paragraphs = tuple((span.start, span.end) for span in spans)
    doc.shared = tuple(parsed[span.cut(article.text)].shared for span in spans)
    return doc


def find_sentences(doc: Doc) -> tuple[Sentence, ...]:
    """The parsed sentences of a document as records, white space tokens left out."""
    return tuple(
        sentence for start, end in doc.paragraphs for sentence in _record_sentences(doc, start, end)
    )


def _record_sentences(doc: Doc, start: int, end: int) -> Iterator[Sentence]:
    """The sentences of a paragraph; a single one that no mark closes is a heading."""
    groups: list[list[int]] = [[]]
    for number in range(bisect_left(doc.starts, start), bisect_left(doc.starts, end)):
        token = doc[number]
        if token.is_sent_start and groups[-1]:
            groups.append([])
        if not token.is_space:
            groups[-1].append(number)
    groups = [group for group in groups if group]
    text = doc.text[start:end]
    heading = len(groups) == 1 and not text.rstrip(' »”"\u00a0\u202f)').endswith(
        (".", "!", "?", "…", ":", ";", ",")
    )
    for group in groups:
        index = {number: n for n, number in enumerate(group)}
        tokens = tuple(
            Token(
                start=token.idx,
                end=token.idx + len(token.text),
                text=token.text,
                lemma=token.lemma_ or token.text,
                pos=token.pos_,
                dep=token.dep_,
                head=index.get(token.head.i, n),
                morph=str(token.morph),
            )
            for n, token in enumerate(doc[number] for number in group)
        )
        yield Sentence(Span(tokens[0].start, tokens[-1].end), tokens, is_heading=heading)

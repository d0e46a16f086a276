"""The paragraphs of an article, without the furniture of its page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.records import Article, Span, strip_span

_LINE = re.compile(r"[^\r\n]+")


def cut_paragraphs(article: Article) -> Iterator[Span]:
    """The lines of the article's body that hold more than white space, in text order."""
    for piece in article.body:
        for line in _LINE.finditer(article.text, piece.start, piece.end):
            span = strip_span(article.text, line.start(), line.end())
            if span is not None:
                yield span

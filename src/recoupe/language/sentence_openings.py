"""Whether words start within a sentence."""

from __future__ import annotations

import re
from bisect import bisect_right

from recoupe.records import Article, Span

# A capital after one of these opens a sentence of its own: a quotation, an item of a list.
_OPENERS = "«“\"„:•–—(‘'"


def starts_within(article: Article, span: Span) -> bool:
    """Whether words of its sentence stand before a span; False for an article without parse.

    A capital after a quotation mark, a colon or a bullet starts a sentence of its own.
    """
    at = bisect_right(article.sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    if at < 0 or article.sentences[at].span.end <= span.start:
        return False
    ahead = article.text[article.sentences[at].span.start : span.start]
    if not re.search(r"\w", ahead):
        return False
    opened = ahead.rstrip()[-1:] in _OPENERS
    first = re.search(r"\w", span.cut(article.text))
    return not (opened and first is not None and (first[0].isupper() or first[0].isdigit()))

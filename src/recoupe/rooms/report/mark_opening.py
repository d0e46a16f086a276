"""Whether words start within a sentence, and what is to be set before them if they do."""

from __future__ import annotations

import re
from bisect import bisect_right

from recoupe.records import Article, Claim, Evidence, Span
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.show_controls import flatten

ELLIPSIS = "…\u00a0"
# A capital after one of these opens a sentence of its own: a quotation, an item of a list.
_OPENERS = "«“\"„:•–—(‘'"


def find_wording(claim: Claim, index: DossierIndex) -> Evidence | None:
    """The evidence that a claim's text is taken from, or None where none has these words."""
    wanted = flatten(claim.text)
    for evidence in claim.evidence:
        if flatten(evidence.span.cut(index.article(evidence.article).text)) == wanted:
            return evidence
    return None


def mark_opening(claim: Claim, index: DossierIndex) -> str:
    """« … » and a space where the claim's wording starts within a sentence, else nothing."""
    evidence = find_wording(claim, index)
    if evidence is None or not starts_within(index.article(evidence.article), evidence.span):
        return ""
    return ELLIPSIS


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

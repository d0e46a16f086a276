"""One piece of evidence as a reader sees it: the words, their neighbours, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.records import Article, Evidence, Span, Stance, strip_span
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.show_controls import flatten

# A neighbouring sentence longer than this is cut: it gives context, it is not the evidence.
NEIGHBOUR_LIMIT_CHARS = 260
# Evidence longer than this is cut in lists; the article shows it whole.
QUOTE_LIMIT_CHARS = 900


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with all that stands beside it on the page.

    Attributes:
        article: Id of its article.
        href: Link to the words in the text of the article.
        quote: The words, letter for letter but for line ends and unseen characters.
        before: The sentence before, and what its own sentence says before it; ends with a space
            where the text has one.
        after: The same after it, the space at its start.
        where: Name of the article.
        number: Number of the article.
        language: Language of the article.
        date: Publication date for a reader.
        published: The same in ISO form, or None.
        speaker: Name of who says it, or None.
        stance: How the speaker stands to it, a word for a reader; empty without a statement.
        reserved: Whether it is in the hearsay conditional.
    """

    article: str
    href: str
    quote: str
    before: str
    after: str
    where: str
    number: int
    language: str | None
    date: str
    published: str | None
    speaker: str | None
    stance: str
    reserved: bool


def view_passage(evidence: Evidence, index: DossierIndex) -> Passage:
    """The passage of one piece of evidence, with two neighbouring sentences.

    A dossier of many articles goes without the neighbours: the link leads to them.

    Raises:
        EvidenceError: The span does not lie in its text.
    """
    article = index.article(evidence.article)
    words = evidence.span.cut(article.text)
    before, after = ("", "") if index.is_brief else cut_neighbours(article, evidence.span)
    statement = index.statement(evidence.article, evidence.statement)
    speaker = statement.speaker if statement else None
    return Passage(
        article=article.id,
        href=index.link(article.id, evidence.span.start),
        quote=_shorten(flatten(words), QUOTE_LIMIT_CHARS),
        before=before,
        after=after,
        where=index.name_article(article.id),
        number=index.number(article.id),
        language=article.language,
        date=index.date_article(article.id),
        published=article.published,
        speaker=index.name_speaker(speaker.id) if speaker else None,
        stance=index.labels.say(f"stance.{statement.stance}") if statement else "",
        reserved=bool(statement and (statement.reserved or statement.stance is Stance.ALLEGES)),
    )


def view_passages(evidence: Iterable[Evidence], index: DossierIndex) -> tuple[Passage, ...]:
    """The passages of several pieces of evidence, each place once, in the order given."""
    distinct = dict.fromkeys((piece.article, piece.span, piece.statement) for piece in evidence)
    return tuple(view_passage(Evidence(*key), index) for key in distinct)


def cut_neighbours(article: Article, span: Span) -> tuple[str, str]:
    """What stands before and after a passage: the rest of its sentence and one sentence more."""
    sentences = [s.span for s in article.sentences] or list(_cut_lines(article.text, span))
    inside = [n for n, s in enumerate(sentences) if s.overlaps(span)]
    if not inside:
        return "", ""
    text = article.text
    first, last = inside[0], inside[-1]
    before = [sentences[first - 1].cut(text)] if first > 0 else []
    if sentences[first].start < span.start:
        before.append(text[sentences[first].start : span.start])
    after = [text[span.end : sentences[last].end]] if span.end < sentences[last].end else []
    if last + 1 < len(sentences):
        after.append(sentences[last + 1].cut(text))
    head, tail = _keep_end(flatten(" ".join(before))), flatten(" ".join(after))
    # A space stands between only where the text has white space: « (Morlane) » stays whole.
    if head and (span.start <= sentences[first].start or text[span.start - 1].isspace()):
        head += " "
    if tail and (span.end >= sentences[last].end or text[span.end].isspace()):
        tail = " " + tail
    return head, _shorten(tail, NEIGHBOUR_LIMIT_CHARS)


def _cut_lines(text: str, span: Span, *, around_chars: int = 2000) -> Iterable[Span]:
    """Rough sentences around a span, for articles that were not parsed."""
    low, high = max(0, span.start - around_chars), min(len(text), span.end + around_chars)
    at = low
    for found in re.finditer(r"(?<=[.!?…»])\s+|\n+", text[low:high]):
        piece = strip_span(text, at, low + found.start())
        at = low + found.end()
        if piece is not None:
            yield piece
    piece = strip_span(text, at, high)
    if piece is not None:
        yield piece


def _shorten(words: str, limit_chars: int) -> str:
    return words if len(words) <= limit_chars else words[:limit_chars].rstrip() + "…"


def _keep_end(words: str) -> str:
    if len(words) <= NEIGHBOUR_LIMIT_CHARS:
        return words
    return "…" + words[-NEIGHBOUR_LIMIT_CHARS:].lstrip()


def shorten(words: str, limit_chars: int) -> str:
    """The start of some words, cut at a space where they are longer than the limit.

    Example:
        >>> shorten("Trois blessés dans un incendie", 20)
        'Trois blessés dans…'
    """
    if len(words) <= limit_chars:
        return words
    cut = words[:limit_chars].rsplit(None, 1)[0]
    return cut.rstrip(" ,;:.") + "…"

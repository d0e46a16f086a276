"""A name with the title before or behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recoupe.rooms.annotate.mentions.headed_phrases import find_title
from recoupe.rooms.annotate.mentions.named_span import NamedSpan
from recoupe.rooms.annotate.mentions.phrases import Phrase
from recoupe.rooms.annotate.mentions.word_tables import find_gender, has_role, match_entry

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc


# Tokens that may stand between a title and a name: a comma or a dash, « M. », one more mark.
GAP_TOKENS_MAX = 3


GAP_MARKS = frozenset({",", "-", "–", "—", "(", ":"})


# « le ministre délégué auprès du ministre de l'Économie, des Finances et de l'Industrie » has 14.
TITLE_TOKENS_MAX = 18


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where a person is named.

    Attributes:
        span: The name.
        title: The title phrase beside it, or None.
        start: First token of name and title together, determiner included.
        end: One past the last token of both.
        second_title: One more before it (« la cheffe des urgences, la professeure X »), or None.
    """

    span: NamedSpan
    title: Phrase | None
    start: int
    end: int
    second_title: Phrase | None = None


def find_naming(doc: Doc, span: NamedSpan, language: str) -> Naming:
    """A name with the title before or behind it.

    Catches « le secrétaire général de l'OTAN, Mark Rutte », « Mark Rutte, secrétaire général de
    l'OTAN, », « Mark Rutte (PS) » without a title.
    """
    before = _find_title_before(doc, span, language)
    if before is not None:
        start = _with_determiner(doc, before.start, language)
        second = (
            _find_title_ending(doc, start, language)
            if start > 0 and doc[start - 1].text == ","
            else None
        )
        if second is not None:
            start = _with_determiner(doc, second.start, language)
        return Naming(span, before, start, span.end, second)
    behind = _find_title_behind(doc, span, language)
    start = _with_address(doc, span.start, language)
    if behind is not None:
        return Naming(span, behind, start, behind.end)
    return Naming(span, None, start, span.end)


def _with_determiner(doc: Doc, start: int, language: str) -> int:
    at = start
    while (
        at > 0
        and start - at < 2
        and not doc[at - 1].is_space
        and (
            has_role(language, doc[at - 1].lower_, "determiner")
            or has_role(language, doc[at - 1].lower_, "possessive")
            or (doc[at - 1].pos_ == "ADJ" and at == start)
        )
    ):
        at -= 1
    return at


def _with_address(doc: Doc, start: int, language: str) -> int:
    for at in (start - 1, start - 2):
        if at >= 0 and match_entry(language, "civilities", doc, at) is not None:
            return at
    return start


def _find_title_before(doc: Doc, span: NamedSpan, language: str) -> Phrase | None:
    """The title that ends where the name begins, but for a comma or a form of address."""
    if _is_namesake(doc, span, language):
        return None
    return _find_title_ending(doc, _with_address(doc, span.start, language), language)


def _is_namesake(doc: Doc, span: NamedSpan, language: str) -> bool:
    """Whether hyphens tie a full name behind a common noun: « le collège Irma-Valjac » is a place."""
    words = doc.span(span.start, span.end).text
    before = doc[span.start - 1] if span.start > 1 else None
    return (
        "-" in words
        and " " not in words
        and before is not None
        and before.pos_ == "NOUN"
        and before.text.islower()
        and doc[span.start - 2].pos_ in {"DET", "ADP"}
        and find_gender(language, words.split("-")[0]) is not None
    )


def _find_title_ending(doc: Doc, end: int, language: str) -> Phrase | None:
    """The title that ends at a token; over a comma or a dash only a definite one, of one person."""
    gap_start = end
    while (
        gap_start > 0 and end - gap_start < GAP_TOKENS_MAX and doc[gap_start - 1].text in GAP_MARKS
    ):
        gap_start -= 1
    best: Phrase | None = None
    for at in range(gap_start - 1, max(-1, gap_start - TITLE_TOKENS_MAX), -1):
        token = doc[at]
        if token.is_space or (token.is_punct and token.text not in {"-", "'", "’"}):
            break
        phrase = find_title(doc, at, gap_start, language)
        if phrase is not None and phrase.end == gap_start:
            # « un allié du président Luc Aubin »: the name is the president's.
            listed = match_entry(language, "titles", doc, at) is not None
            best = phrase if best is None or listed else best
        if token.is_sent_start:
            break
    if best is None or best.number == "p":
        return None
    return best if gap_start == end or best.definite else None


def _find_title_behind(doc: Doc, span: NamedSpan, language: str) -> Phrase | None:
    """The title in apposition behind a name: after a comma, a dash or a bracket."""
    at = span.end
    if at + 1 >= len(doc) or doc[at].text not in {",", "-", "–", "—", "("}:
        return None
    at += 1
    with_article = has_role(language, doc[at].lower_, "determiner")
    if with_article:
        at += 1
    while (
        at < len(doc)
        and doc[at].pos_ in {"ADJ", "NUM"}
        and find_title(doc, at, at + 1, language) is None
        and at < span.end + 4
    ):
        at += 1
    if at >= len(doc):
        return None
    phrase = find_title(doc, at, min(len(doc), at + 16), language)
    if phrase is None:
        return None
    closed = (
        phrase.end >= len(doc)
        or doc[phrase.end].is_punct
        or doc[phrase.end].is_space
        or has_role(language, doc[phrase.end].lower_, "relative")
    )
    return phrase if closed or not with_article else None

"""Numbers that an article ties to others: « seize d'entre eux », « 16 des 19 drones », « neuf autres »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from recoupe.language import load_table
from recoupe.language.pack import Entry
from recoupe.records import Figure, Sentence, Span
from recoupe.rooms.compare.material import Material, Pages

_COUNTS = ("person", "count")


class Tie(StrEnum):
    """How a number is tied to the one before it."""

    PART = "part"  # « seize d'entre eux »
    MORE = "more"  # « neuf autres »
    STAGE = "stage"  # « trois ont été relâchés »


@dataclass(frozen=True)
class PartLink:
    """A number and another one that the article ties it to.

    Attributes:
        pages: The article.
        whole: The number that was there first: the whole, or those that others come on top of.
        part: The number that is tied to it.
        tie: How it is tied.
        others: More numbers that could be the first instead: « six d'entre eux » after two counts.
    """

    pages: Pages
    whole: Figure
    part: Figure
    tie: Tie = Tie.PART
    others: tuple[Figure, ...] = ()


def find_part_links(material: Material) -> tuple[PartLink, ...]:
    """The tied numbers of a story in the order of its articles and texts.

    A part without a noun of its own (« trois d'entre eux », « trois ont été relâchés ») belongs to a
    count before it in its sentence, else in the sentence before, of the gender of its pronoun.
    """
    return material.once(_read_links)


def map_wholes(pages: Pages, language: str) -> dict[Span, Figure]:
    """The whole of each number of an article that is a part, by the part's passage."""
    return {
        link.part.span: link.whole
        for link in pages.once(_read_article, language)
        if link.tie is Tie.PART and link.part.span != link.whole.span
    }


def is_base(pages: Pages, sentence: Sentence, figure: Figure, language: str) -> bool:
    """Whether a number is what another is counted by: « trois cas pour 10 000 malades »."""
    before = [
        f
        for f in _list_counts(pages, sentence)
        if f.span.end < figure.span.start and f.span != figure.span
    ]
    if not before:
        return False
    between = pages.text[before[-1].span.start : figure.span.start]
    return _is_linked(between, "base", language)


def _read_links(material: Material) -> tuple[PartLink, ...]:
    return tuple(
        link
        for pages in material.pages.values()
        for link in pages.once(_read_article, material.language)
    )


def _read_article(pages: Pages, language: str) -> tuple[PartLink, ...]:
    return tuple(
        link
        for sentence in pages.article.sentences
        for link in _read_sentence(pages, sentence, language)
    )


@cache
def _load(language: str, role: str) -> tuple[Entry, ...]:
    return tuple(e for e in load_table(language, "part_links") if e.data["role"] == role)


def _read_sentence(pages: Pages, sentence: Sentence, language: str) -> Iterator[PartLink]:
    figures = _list_counts(pages, sentence)
    for one, other in pairwise(figures):
        between = pages.text[one.span.end : other.span.start]
        lead = pages.text[sentence.span.start : one.span.start]
        if _is_linked(between, "of_whole", language):
            yield PartLink(pages, other, one)
        elif _is_linked(between, "with_part", language) or (
            _is_linked(lead, "on", language) and _is_linked(between, "then", language)
        ):
            yield PartLink(pages, one, other)
    for n, figure in enumerate(figures):
        after = pages.text[figure.span.end : sentence.span.end]
        before = figures[:n] or _list_before(pages, sentence)
        if _is_linked(after, "of_them", language):
            yield from _link_pronoun(pages, figure, before, after)
        elif before and not figure.counted.strip() and before[-1].counted.strip():
            if _is_linked(after, "others", language):
                yield PartLink(pages, before[-1], figure, Tie.MORE)
            elif figures[:n] and _is_linked(after, "verb", language):
                between = pages.text[before[-1].span.end : figure.span.start]
                if not _is_linked(between, "on", language):
                    yield PartLink(pages, before[-1], figure, Tie.STAGE)


def _link_pronoun(
    pages: Pages, part: Figure, before: Sequence[Figure], after: str
) -> Iterator[PartLink]:
    """The count that « d'entre eux » takes up: the last one of its gender that is large enough."""
    is_female = "elles" in after[: len(" d'entre elles")]
    agreeing = [f for f in before if _find_gender(pages, f) in (None, is_female)]
    if agreeing:
        large = [f for f in agreeing if (f.value or 0.0) >= (part.value or 0.0)]
        whole = (large or agreeing)[-1]
        yield PartLink(pages, whole, part, others=tuple(f for f in agreeing if f is not whole))


def _find_gender(pages: Pages, figure: Figure) -> bool | None:
    """Whether what is counted is feminine; None where the parse does not say."""
    sentence = pages.find_sentence(figure.span.start)
    for token in sentence.tokens if sentence else ():
        inside = figure.span.start <= token.start < figure.span.end
        if inside and token.pos == "NOUN" and "Gender=" in token.morph:
            return "Gender=Fem" in token.morph
    return None


def _list_counts(pages: Pages, sentence: Sentence) -> list[Figure]:
    return [
        f
        for f in pages.article.figures
        if sentence.span.contains(f.span) and f.value is not None and f.unit.startswith(_COUNTS)
    ]


def _list_before(pages: Pages, sentence: Sentence) -> list[Figure]:
    """The counts of the sentence before in running text."""
    number = pages.sentence_numbers[sentence.span]
    before = pages.article.sentences[number - 1] if number else None
    return _list_counts(pages, before) if before and not before.is_heading else []


def _is_linked(words: str, role: str, language: str) -> bool:
    plain = words.replace("\u00a0", " ").replace("\u202f", " ")
    return any(e.regex.search(plain) for e in _load(language, role))

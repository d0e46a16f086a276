"""« 900 manifestants selon les organisateurs, 600 selon la police »: two sources in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.language import load_table
from recoupe.language.why import give_why
from recoupe.records import (
    Difference,
    DifferenceKind,
    Evidence,
    Figure,
    Sentence,
    Span,
    Verdict,
)
from recoupe.rooms.compare.counted_words import classify_counted, find_head_lemma
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.figure_bounds import can_both_hold
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.matters import name_counted
from recoupe.rooms.compare.speaker_identity import find_known_id

_LEFT_OUT = ("date", "ordinal", "duration", "age")
# A source is named in a few words.
SOURCE_CHARS = 60
_MARKS = ",;:.()«»—–\n"


@dataclass(frozen=True, order=True)
class Source:
    """« selon la police »: the phrase, and the name in it."""

    span: Span
    name: Span


def find_sourced_counts(material: Material) -> Iterator[Difference]:
    """Disputes in which one sentence gives one count twice, each to a source of its own.

    Two figures and two sources that stand by turns; the second figure has no noun or that of the
    first. Not where the two can both hold, nor with a third figure between.
    """
    for pages in material.pages.values():
        for sentence in pages.article.sentences:
            sources = _find_sources(pages, sentence, material.language)
            figures = [
                f
                for f in pages.article.figures
                if sentence.span.contains(f.span)
                and f.value is not None
                and not f.unit.startswith(_LEFT_OUT)
                and not any(s.span.overlaps(f.span) for s in sources)
            ]
            if len(sources) != 2 or len(figures) != 2 or not _alternate(figures, sources):
                continue
            one, other = figures
            if _count_the_same(sentence, one, other, material.language):
                yield _make(material, pages, (one, other), sources)


def _find_sources(pages: Pages, sentence: Sentence, language: str) -> list[Source]:
    """The phrases that name a source, from « selon » to the next mark."""
    words = sentence.span.cut(pages.text)
    found: list[Source] = []
    for entry in load_table(language, "count_sources"):
        for match in entry.regex.finditer(words):
            end = match.end()
            while (
                end < len(words) and words[end] not in _MARKS and end - match.start() < SOURCE_CHARS
            ):
                end += 1
            # The pattern ends with the first letter of the name.
            starts = (match.start(), match.end() - 1)
            whole, name = (
                Span(sentence.span.start + start, sentence.span.start + end) for start in starts
            )
            found.append(Source(whole, name))
    return sorted(found)


def _alternate(figures: list[Figure], sources: list[Source]) -> bool:
    """Whether each figure has its source after it, or each before it."""
    order = [(f.span.start, "f") for f in figures] + [(s.span.start, "s") for s in sources]
    return "".join(kind for _, kind in sorted(order)) in ("fsfs", "sfsf")


def _count_the_same(sentence: Sentence, one: Figure, other: Figure, language: str) -> bool:
    if can_both_hold(one, other):
        return False
    if not other.counted.strip() and other.unit == "count":
        return one.unit.startswith(("person", "count"))
    if one.unit != other.unit:
        return False
    kinds = [classify_counted(" ".join(f.counted.split()), language)[:2] for f in (one, other)]
    heads = [find_head_lemma(sentence, f) for f in (one, other)]
    return kinds[0] == kinds[1] and (kinds[0][0] is not None or heads[0] == heads[1])


def _make(
    material: Material, pages: Pages, figures: tuple[Figure, Figure], sources: list[Source]
) -> Difference:
    article = pages.article.id
    words = [material.cut(article, f.span) for f in figures]
    names = [material.cut(article, source.name) for source in sources]
    sides = [
        make_side(
            f"{value} {material.cut(article, source.span)}",
            [Evidence(article, figure.span, figure.statement)],
            _find_speaker(material, pages, source),
            pages.find_time(figure.span),
        )
        for value, figure, source in zip(words, figures, sources, strict=True)
    ]
    return make_difference(
        DifferenceKind.FIGURE,
        Verdict.DISPUTE,
        name_counted([(pages, figure) for figure in figures]),
        sides,
        give_why("two_values", one=names[0], first=words[0], other=names[1], second=words[1]),
    )


def _find_speaker(material: Material, pages: Pages, source: Source) -> str | None:
    """Who is named, where a statement of the article or of another one knows the name."""
    named = [
        s.speaker.id
        for s in pages.article.statements
        if s.speaker and s.speaker.mention and source.span.overlaps(s.speaker.mention)
    ]
    return named[0] if named else find_known_id(material, source.name.cut(pages.text))

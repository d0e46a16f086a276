"""« 900 manifestants selon les organisateurs, 600 selon la police »: two sources in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

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
    make_slug,
)
from recoupe.rooms.compare.counted_words import classify_counted, find_head_lemma
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.figure_bounds import can_both_hold
from recoupe.rooms.compare.material import Material, Pages

_LEFT_OUT = ("date", "ordinal", "duration", "age")
# A source is named in a few words.
SOURCE_CHARS = 60
_MARKS = ",;:.()«»—–\n"


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
                and not any(s.overlaps(f.span) for s in sources)
            ]
            if len(sources) != 2 or len(figures) != 2 or not _alternate(figures, sources):
                continue
            one, other = figures
            if _count_the_same(sentence, one, other, material.language):
                yield _make(material, pages, (one, other), sources)


def _find_sources(pages: Pages, sentence: Sentence, language: str) -> list[Span]:
    """The phrases that name a source, from « selon » to the next mark."""
    words = sentence.span.cut(pages.text)
    found: list[Span] = []
    for entry in load_table(language, "count_sources"):
        for match in entry.regex.finditer(words):
            end = match.end()
            while (
                end < len(words) and words[end] not in _MARKS and end - match.start() < SOURCE_CHARS
            ):
                end += 1
            found.append(Span(sentence.span.start + match.start(), sentence.span.start + end))
    return sorted(found)


def _alternate(figures: list[Figure], sources: list[Span]) -> bool:
    """Whether each figure has its source after it, or each before it."""
    order = [(f.span.start, "f") for f in figures] + [(s.start, "s") for s in sources]
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
    material: Material, pages: Pages, figures: tuple[Figure, Figure], sources: list[Span]
) -> Difference:
    article = pages.article.id
    words = [material.cut(article, f.span) for f in figures]
    names = [material.cut(article, s) for s in sources]
    sides = [
        make_side(
            f"{value} {name}",
            [Evidence(article, figure.span, figure.statement)],
            make_slug(name),
            pages.find_time(figure.span),
        )
        for value, name, figure in zip(words, names, figures, strict=True)
    ]
    return make_difference(
        DifferenceKind.FIGURE,
        Verdict.DISPUTE,
        figures[0].counted,
        sides,
        give_why("two_values", one=names[0], first=words[0], other=names[1], second=words[1]),
    )

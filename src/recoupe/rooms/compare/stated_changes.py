"""« 140 pompiers, contre 85 ce matin »: a sentence that gives a count and the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from recoupe.language import load_table
from recoupe.language.pack import Entry
from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Evidence, Figure, Sentence, Verdict
from recoupe.rooms.compare.counted_words import classify_counted
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.matters import name_counted

Given = tuple[str, Figure]
_LEFT_OUT = ("date", "ordinal", "duration", "age")
# « à » between the two of « de 20 à 30 ».
_TO = "to"


def find_stated_changes(material: Material) -> Iterator[Difference]:
    """Updates that an article states itself: « contre 85 ce matin », « revu de 20 à 35 ».

    The figures of other articles with the same two numbers of one thing are evidence too. Not
    « 38 voix contre 31 », which has no word of time after it.
    """
    for pages in material.pages.values():
        for sentence in pages.article.sentences:
            figures = [
                f
                for f in pages.article.figures
                if sentence.span.contains(f.span)
                and f.value is not None
                and not f.unit.startswith(_LEFT_OUT)
            ]
            for one, other in pairwise(figures):
                change = _read_change(pages, sentence, one, other, material.language)
                if change is not None:
                    yield _make(material, pages, sentence, change)


@cache
def _load(language: str, role: str) -> tuple[Entry, ...]:
    return tuple(e for e in load_table(language, "stated_changes") if e.data["role"] == role)


def _read_change(
    pages: Pages, sentence: Sentence, one: Figure, other: Figure, language: str
) -> tuple[Figure, Figure] | None:
    """The earlier and the later figure, or None."""
    if one.value == other.value or not _is_one_kind(one, other):
        return None
    between = pages.text[one.span.end : other.span.start]
    after = pages.text[other.span.end : sentence.span.end]
    if any(e.regex.search(between) for e in _load(language, "than")):
        later = any(e.regex.search(after) for e in _load(language, "before"))
        return (other, one) if later else None
    lead = pages.text[sentence.span.start : one.span.start]
    revised = any(e.regex.search(lead) for e in _load(language, "revise"))
    if revised and any(e.regex.match(between) for e in _load(language, _TO)):
        return (one, other)
    return None


def _is_one_kind(one: Figure, other: Figure) -> bool:
    """Whether the units are one, or one of two counts has no noun."""
    if one.unit == other.unit:
        return True
    counts = one.unit.startswith(("person", "count")) and other.unit.startswith(("person", "count"))
    return counts and not (one.counted.strip() and other.counted.strip())


def _make(
    material: Material, pages: Pages, sentence: Sentence, change: tuple[Figure, Figure]
) -> Difference:
    own = pages.article.id
    counted = max((f.counted for f in change), key=len)
    family = classify_counted(counted, material.language)[0]
    sides = []
    for figure in change:
        named = "" if counted.strip() else sentence.span.cut(pages.text).lower()
        group = [(own, figure), *_find_same(material, own, figure, (counted, family, named))]
        sides.append(
            make_side(
                material.cut(own, figure.span),
                [Evidence(article, f.span, f.statement) for article, f in group],
                None,
                min(material.pages[article].article.published or "9" for article, _ in group),
            )
        )
    words = [side.value for side in sides]
    return make_difference(
        DifferenceKind.FIGURE,
        Verdict.UPDATE,
        name_counted([(pages, figure) for figure in change]),
        sides,
        give_why("stated_change", one=words[0], other=words[1]),
    )


def _find_same(
    material: Material, own: str, figure: Figure, thing: tuple[str, str | None, str]
) -> Sequence[Given]:
    """Figures of other articles with the number, of the same thing.

    Args:
        material: The story.
        own: The article that states the change.
        figure: The number.
        thing: What it counts, its family and, where no noun follows the number, the words of the
            sentence, which name it elsewhere (« de 140 à 95 le nombre de postes »).
    """
    counted, family, named = thing
    return [
        (article, f)
        for article, pages in material.pages.items()
        if article != own
        for f in pages.article.figures
        if f.value == figure.value
        and f.unit.startswith(("person", "count", "money", "percent"))
        and (
            f.counted == counted
            or (family is not None and classify_counted(f.counted, material.language)[0] == family)
            or bool(f.counted.strip() and f.counted.lower() in named)
        )
    ]

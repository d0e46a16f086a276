"""Numbers of one sentence that cannot be: a part above its whole, a rise from 40 to 30."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from recoupe.language import load_table
from recoupe.language.pack import Entry
from recoupe.language.why import Why, give_why
from recoupe.records import Difference, DifferenceKind, Evidence, Figure, Sentence, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.figure_bounds import find_range
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.matters import name_counted
from recoupe.rooms.compare.part_links import PartLink, Tie, find_part_links

_LEFT_OUT = ("date", "ordinal", "duration", "age")
# « de 40 à 30 »: what stands between the two numbers of a change.
_TO = "to"
Given = tuple[Pages, Figure]


def find_impossible_counts(material: Material) -> Iterator[Difference]:
    """Garbled pairs of numbers that an article itself ties together, and that cannot both be right.

    « Douze blessés, dont quatorze enfants », « a progressé de 1 100 à 920 ». Does not reckon sums.
    """
    links = [link for link in find_part_links(material) if link.tie is Tie.PART]
    wrong: dict[tuple[object, object], list[PartLink]] = {}
    for link in links:
        most = max(find_range(f)[1] for f in (link.whole, *link.others))
        if find_range(link.part)[0] > most:
            wrong.setdefault((link.part.value, link.whole.value), []).append(link)
    for (part, whole), group in wrong.items():
        turned = [k for k in links if (k.whole.value, k.part.value) == (part, whole)]
        yield _make_part(material, group, turned)
    for pages in material.pages.values():
        for sentence in pages.article.sentences:
            yield from _find_turned_changes(material, pages, sentence)


def _make_part(material: Material, group: list[PartLink], turned: list[PartLink]) -> Difference:
    """A part above its whole, with the articles that give the two numbers the other way round."""
    first = group[0]
    words = [material.cut(first.pages.article.id, f.span) for f in (first.whole, first.part)]
    given = (
        [(k.pages, k.whole) for k in group] + [(k.pages, k.part) for k in turned],
        [(k.pages, k.part) for k in group] + [(k.pages, k.whole) for k in turned],
    )
    return _make(
        words,
        given,
        give_why("part_above_whole", part=words[1], whole=words[0]),
    )


def _find_turned_changes(
    material: Material, pages: Pages, sentence: Sentence
) -> Iterator[Difference]:
    """Changes that a sentence says go up while its numbers go down, or the other way."""
    figures = [
        f
        for f in pages.article.figures
        if sentence.span.contains(f.span)
        and f.value is not None
        and not f.unit.startswith(_LEFT_OUT)
    ]
    for one, other in pairwise(figures):
        side = _read_direction(pages, sentence, one, other, material.language)
        low, high = one.value or 0.0, other.value or 0.0
        if (side == "up" and high < low) or (side == "down" and high > low):
            words = [material.cut(pages.article.id, f.span) for f in (one, other)]
            yield _make(
                words,
                ([(pages, one)], [(pages, other)]),
                give_why("turned_change", one=words[0], other=words[1]),
            )


@cache
def _load(language: str, role: str) -> tuple[Entry, ...]:
    return tuple(e for e in load_table(language, "change_directions") if e.data["role"] == role)


def _read_direction(
    pages: Pages, sentence: Sentence, one: Figure, other: Figure, language: str
) -> str | None:
    """« up » or « down » for « de X à Y » as the words around tell it, or None."""
    if one.unit != other.unit and (one.counted.strip() and other.counted.strip()):
        return None
    between = _make_plain(pages.text[one.span.end : other.span.start])
    changes = [e for e in load_table(language, "stated_changes") if e.data["role"] == _TO]
    if not any(e.regex.match(between) for e in changes):
        return None
    before = _make_plain(pages.text[sentence.span.start : one.span.start])
    after = _make_plain(pages.text[other.span.end : sentence.span.end])
    sides = [e.data["side"] for e in _load(language, "before") if e.regex.search(before)]
    told = [e.data["side"] for e in _load(language, "after") if e.regex.search(after)]
    if sides == ["told"]:
        return told[0] if len(told) == 1 else None
    return sides[0] if len(sides) == 1 else None


def _make_plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def _make(
    words: Sequence[str],
    given: tuple[list[Given], list[Given]],
    why: Why,
) -> Difference:
    sides = [
        make_side(
            value,
            [Evidence(pages.article.id, f.span, f.statement) for pages, f in group],
            None,
            group[0][0].article.published,
        )
        for value, group in zip(words, given, strict=True)
    ]
    counted = name_counted([each for group in given for each in group])
    return make_difference(DifferenceKind.FIGURE, Verdict.GARBLED, counted, sides, why)

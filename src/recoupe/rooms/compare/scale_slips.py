"""« 312 millions », « 312 milliards »: one number with the scale of another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Evidence, Figure, Span, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material
from recoupe.rooms.compare.matters import name_counted

# Fewer digits may agree by chance: « 20 millions », « 20 milliards ».
LEAST_DIGITS = 3
SCALES = (1_000.0, 1_000_000.0)
_NUMBER = re.compile(r"\d[\d.,\u00a0\u202f ]*\d|\d")
Given = tuple[str, Figure]


def find_scale_slips(material: Material) -> Iterator[Difference]:
    """Figures of one unit with the same digits, one a thousand or a million times the other.

    Inside one article the text contradicts itself, else two articles do. Needs three digits
    other than closing zeros, written as digits: « 312 », « 4,15 ».
    """
    given: list[Given] = [
        (pages.article.id, figure)
        for pages in material.pages.values()
        for figure in pages.article.figures
        if figure.value and figure.unit.startswith(("money", "count", "person"))
    ]
    told: set[tuple[str, float]] = set()
    for digits, one, other in _pair_by_digits(material, given):
        small, large = sorted((one, other), key=lambda g: g[1].value or 0.0)
        key = (digits, small[1].value or 0.0)
        if key in told or not _is_slip(small[1], large[1]):
            continue
        told.add(key)
        sides = [
            [g for g in given if g[1].value == f.value and g[1].unit == f.unit]
            for f in (small[1], large[1])
        ]
        yield _make(material, sides[0], sides[1])


def _pair_by_digits(
    material: Material, given: Sequence[Given]
) -> Iterator[tuple[str, Given, Given]]:
    """Pairs of figures of one unit with the same digits, in the order of the figures."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    digits_of = [_find_digits(material, each) for each in given]
    for number, ((_, figure), digits) in enumerate(zip(given, digits_of, strict=True)):
        if digits is not None:
            groups[figure.unit, digits].append(number)
    for number, ((_, figure), digits) in enumerate(zip(given, digits_of, strict=True)):
        if digits is not None:
            for partner in groups[figure.unit, digits]:
                if partner > number:
                    yield digits, given[number], given[partner]


def _find_digits(material: Material, given: Given) -> str | None:
    """The digits of a figure as written, without closing zeros; None where they are few."""
    match = _NUMBER.search(material.cut(given[0], given[1].span))
    digits = re.sub(r"\D", "", match[0]).rstrip("0") if match else ""
    return digits if len(digits) >= LEAST_DIGITS else None


def _is_slip(small: Figure, large: Figure) -> bool:
    low, high = small.value or 0.0, large.value or 0.0
    return any(abs(high - low * scale) <= 1e-9 * high for scale in SCALES)


def _make(material: Material, small: list[Given], large: list[Given]) -> Difference:
    shared = {article for article, _ in small} & {article for article, _ in large}
    groups = (small, large)
    words = [material.cut(*_first(group)) for group in groups]
    sides = [
        make_side(
            value,
            [Evidence(article, f.span, f.statement) for article, f in group],
            None,
            material.pages[group[0][0]].article.published,
        )
        for value, group in zip(words, groups, strict=True)
    ]
    code = "two_scales_here" if shared else "two_scales"
    return make_difference(
        DifferenceKind.FIGURE,
        Verdict.GARBLED if shared else Verdict.CONTRADICTION,
        name_counted([(material.pages[article], f) for article, f in (*small, *large)]),
        sides,
        give_why(code, one=words[0], other=words[1]),
    )


def _first(group: list[Given]) -> tuple[str, Span]:
    article, figure = group[0]
    return article, figure.span

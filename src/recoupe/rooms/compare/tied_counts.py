"""Numbers that look alike and that one article keeps apart: a whole and its part, some and others."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Evidence, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.figure_bounds import find_range
from recoupe.rooms.compare.material import Material
from recoupe.rooms.compare.matters import name_apart
from recoupe.rooms.compare.part_links import PartLink, Tie, find_part_links

# So many are shown in one story, those of the largest numbers first: with more, the list of what is no
# conflict hides the conflicts.
TIED_LIMIT = 4
# « l'un d'eux » tells nobody anything.
LEAST_PART = 2

_WHY = {Tie.PART: "part_of_whole", Tie.MORE: "on_top", Tie.STAGE: "other_stage"}


def find_tied_counts(material: Material) -> Iterator[Difference]:
    """Different measures that an article ties together: « 96 postes sur les 1 140 », « neuf autres ».

    At most `TIED_LIMIT` a story. The same two numbers in copies or other articles are one.
    """
    groups: dict[tuple[object, ...], list[PartLink]] = {}
    for link in find_part_links(material):
        if (link.part.value or 0.0) < LEAST_PART:
            continue
        if link.tie is not Tie.PART or find_range(link.part)[0] <= find_range(link.whole)[1]:
            key = (link.whole.value, link.part.value, link.tie)
            groups.setdefault(key, []).append(link)
    ranked = sorted(groups.values(), key=lambda g: (-len(g), -(g[0].part.value or 0.0)))
    for group in ranked[:TIED_LIMIT]:
        yield _make(material, group)


def _make(material: Material, group: list[PartLink]) -> Difference:
    first = group[0]
    words = [material.cut(first.pages.article.id, f.span) for f in (first.whole, first.part)]
    sides = [
        make_side(value, [Evidence(k.pages.article.id, f.span, f.statement) for k, f in given])
        for value, given in zip(
            words,
            ([(k, k.whole) for k in group], [(k, k.part) for k in group]),
            strict=True,
        )
    ]
    return make_difference(
        DifferenceKind.FIGURE,
        Verdict.DIFFERENT_MEASURE,
        name_apart([[(first.pages, first.whole)], [(first.pages, first.part)]]),
        sides,
        give_why(_WHY[first.tie], values=tuple(words)),
    )

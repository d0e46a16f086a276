"""Figures that look alike and measure something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Evidence, Side, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material
from recoupe.rooms.compare.matters import name_apart
from recoupe.rooms.compare.measures import Measure

# Each of the three reasons is shown so often at most in one story, those with the most evidence
# first: with more, the list of what is no conflict hides the conflicts.
REASON_LIMIT = 3

Cell = tuple[str, str, tuple[str, ...], str | None, tuple[str, ...]]
Groups = list[list[Measure]]


def find_other_measures(
    material: Material, cells: Mapping[Cell, Sequence[Measure]]
) -> Iterator[Difference]:
    """Differences between figures of one noun that count other people, stages or parts.

    One for all peoples of a noun, one for each two stages of a people, one for a whole and its
    part. Only what is counted: of money, shares and lengths the noun is seldom known.
    """
    families: dict[tuple[str, str], dict[Cell, Sequence[Measure]]] = defaultdict(dict)
    for cell, measures in cells.items():
        if cell[0].startswith(("person", "count")):
            families[cell[:2]][cell] = measures
    found: list[tuple[int, Difference]] = []
    for family in families.values():
        for reason, groups in (
            (0, _split_people(family)),
            (1, _split_stages(family)),
            (2, _split_parts(family)),
        ):
            found.extend(
                (reason, _make(material, pair, reason)) for pair in groups if _do_part(pair)
            )
    for reason in range(3):
        ranked = [d for r, d in found if r == reason]
        ranked.sort(key=lambda d: (-sum(len(s.evidence) for s in d.sides), d.id))
        yield from ranked[:REASON_LIMIT]


def _split_people(family: Mapping[Cell, Sequence[Measure]]) -> list[Groups]:
    """All figures of each people, where there are two peoples or more."""
    peoples: dict[tuple[str, ...], list[Measure]] = defaultdict(list)
    for cell, measures in family.items():
        if cell[2]:
            peoples[cell[2]].extend(measures)
    return [[peoples[key] for key in sorted(peoples)]] if len(peoples) > 1 else []


def _split_stages(family: Mapping[Cell, Sequence[Measure]]) -> list[Groups]:
    """Two stages of one people."""
    stages: dict[tuple[tuple[str, ...], str], list[Measure]] = defaultdict(list)
    for cell, measures in family.items():
        if cell[3] is not None:
            stages[cell[2], cell[3]].extend(measures)
    return [
        [stages[one], stages[other]]
        for one, other in combinations(sorted(stages), 2)
        if one[0] == other[0]
    ]


def _split_parts(family: Mapping[Cell, Sequence[Measure]]) -> list[Groups]:
    """A whole and a part of it, of one people and stage."""
    wholes = {cell[:4]: measures for cell, measures in family.items() if not cell[4]}
    return [
        [list(wholes[cell[:4]]), list(measures)]
        for cell, measures in family.items()
        if cell[4] and cell[:4] in wholes
    ]


def _do_part(groups: Groups) -> bool:
    """Whether no group gives only numbers that another one gives too: nobody takes 140 for 140."""
    values = [{m.figure.value for m in group} for group in groups]
    return not any(a <= b for n, a in enumerate(values) for k, b in enumerate(values) if n != k)


_WHY = ("other_people", "other_stage", "part_of_whole")


def _make(material: Material, groups: Groups, reason: int) -> Difference:
    sides = [_side(material, group) for group in groups]
    counted = name_apart([[(material.pages[m.article], m.figure) for m in g] for g in groups])
    return make_difference(
        DifferenceKind.FIGURE,
        Verdict.DIFFERENT_MEASURE,
        counted,
        sides,
        give_why(_WHY[reason], values=tuple(side.value for side in sides)),
    )


def _side(material: Material, group: Sequence[Measure]) -> Side:
    """One measure in the words that tell it most fully."""
    words = max((material.cut(m.article, m.figure.span) for m in group), key=len)
    evidence = [Evidence(m.article, m.figure.span, m.figure.statement) for m in group]
    return make_side(words, evidence)

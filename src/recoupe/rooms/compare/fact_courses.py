"""Values of one count that follow each other in time, as one update."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Side, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.fact import Fact
from recoupe.rooms.compare.fact_pairs import Pair
from recoupe.rooms.compare.material import Material


@dataclass
class Found:
    """Pairs of values with one verdict."""

    verdict: Verdict
    pairs: list[Pair]


def join_updates(found: Iterable[Found]) -> list[Found]:
    """The updates that share a value as one: 43, 61 and 87 are one course, not three updates.

    Others stay as they are and come first, in their order.
    """
    joined: list[Found] = []
    others: list[Found] = []
    for item in found:
        if item.verdict is not Verdict.UPDATE:
            others.append(item)
            continue
        own = _list_keys(item)
        touched = [each for each in joined if own & _list_keys(each)]
        pairs = [pair for each in touched for pair in each.pairs] + item.pairs
        joined = [each for each in joined if each not in touched]
        joined.append(Found(Verdict.UPDATE, pairs))
    return others + joined


def _list_keys(found: Found) -> set[tuple[str, str]]:
    return {
        (fact.pages.article.id, fact.figure.id)
        for pair in found.pairs
        for fact in (pair.one, pair.other)
    }


def make_course(material: Material, pairs: Sequence[Pair], matter: str) -> Difference:
    """One update with a side for each value, the earliest first."""
    facts = [fact for pair in pairs for fact in (pair.one, pair.other)]
    groups: dict[str, list[Fact]] = {}
    for fact in sorted(facts, key=lambda f: (f.on, _order(f))):
        groups.setdefault(str(fact.value), []).append(fact)
    sides = [make_value_side(material, group[0], group) for group in groups.values()]
    return make_difference(
        DifferenceKind.FIGURE,
        Verdict.UPDATE,
        matter,
        sides,
        give_why("course", steps=tuple((side.value, side.on) for side in sides)),
    )


def _order(fact: Fact) -> tuple[str, int]:
    return fact.pages.article.id, fact.figure.span.start


def make_value_side(material: Material, first: Fact, group: Sequence[Fact]) -> Side:
    """The side of one value, in the words of its first passage."""
    speakers = {fact.speaker for fact in group}
    return make_side(
        material.cut(first.pages.article.id, first.figure.span),
        (fact.evidence for fact in group),
        speakers.pop() if len(speakers) == 1 else None,
        first.on or None,
    )

"""One place put in two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from recoupe.language import load_table
from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Verdict, make_slug
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material
from recoupe.rooms.compare.place_relations import Placing, find_placings


@cache
def _homonyms(language: str) -> frozenset[str]:
    return frozenset(
        make_slug(name) for e in load_table(language, "homonym_places") for name in e.data["names"]
    )


@cache
def _regions(language: str) -> dict[str, str]:
    return {
        make_slug(e.data["name"]): make_slug(e.data["region"])
        for e in load_table(language, "departments")
    }


def find_place_differences(material: Material) -> Iterator[Difference]:
    """Contradictions in which one place lies in two countries, départements or regions.

    A département and its region are no contradiction; a name that several places bear
    (Saint-Denis, Brest) is none either, since nothing shows that one place is meant.
    """
    by_place: dict[tuple[str, str], dict[str, list[Placing]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for placing in find_placings(material):
        by_place[placing.inner, placing.level][
            placing.outer if placing.level != "country" else placing.name
        ].append(placing)
    for (inner, _), outers in sorted(by_place.items()):
        if len(outers) < 2 or _holds_the_other(list(outers), material.language):
            continue
        groups = sorted(outers.values(), key=lambda g: (-len(g), g[0].name))[:2]
        names = [group[0].name for group in groups]
        sides = [make_side(g[0].name, (p.evidence for p in g)) for g in groups]
        homonym = inner in _homonyms(material.language)
        articles = [{p.evidence.article for p in g} for g in groups]
        one_article = articles[0] == articles[1] and len(articles[0]) == 1
        if homonym:
            verdict = Verdict.DIFFERENT_MEASURE
            code = "place_homonym"
        else:
            verdict = Verdict.GARBLED if one_article else Verdict.CONTRADICTION
            code = "place_put_twice"
        yield make_difference(
            DifferenceKind.PLACE,
            verdict,
            _name_place(material, groups[0][0]),
            sides,
            give_why(code, names=tuple(names)),
        )


def _name_place(material: Material, placing: Placing) -> str:
    """The place itself, without what is said to hold it."""
    pages = material.pages[placing.evidence.article]
    inner = (
        m.span for m in pages.find_mentions(placing.evidence.span) if m.entity == placing.inner
    )
    return material.cut(pages.article.id, next(inner, placing.evidence.span))


def _holds_the_other(outers: list[str], language: str) -> bool:
    """Whether one of the outer places is the region of another."""
    regions = _regions(language)
    return any(regions.get(make_slug(a)) == make_slug(b) for a in outers for b in outers)

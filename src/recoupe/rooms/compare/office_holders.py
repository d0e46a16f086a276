"""One office held by two names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from recoupe.language import load_table
from recoupe.language.names import last_name, same_last_name
from recoupe.records import (
    Difference,
    DifferenceKind,
    EntityKind,
    Evidence,
    Mention,
    Verdict,
    make_slug,
)
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material

Holder = tuple[str, Mention]


@cache
def _offices(language: str) -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    return tuple(
        (e.regex, e.data["office"], bool(e.data.get("alone")))
        for e in load_table(language, "unique_offices")
    )


def find_office_key(title: str, language: str) -> str | None:
    """One key for the office that a title names, the body it belongs to included; None if many hold it.

    « secrétaire général de l'OTAN » has a key, « ministre » and « vice-président » have none.

    Example:
        >>> find_office_key("maire de Vaubrières", "fr")
        'maire-vaubrieres'
        >>> find_office_key("ancien maire de Vaubrières", "fr") is None
        True
    """
    for entry in load_table(language, "former_offices"):
        if entry.regex.search(title):
            return None
    for regex, office, alone in _offices(language):
        match = regex.match(title)
        if match is None:
            continue
        slug = make_slug(title[match.end() :]) if title[match.end() :].strip() else ""
        words = [w for w in slug.split("-") if w not in _small_words(language)]
        if words:
            return "-".join([make_slug(office), *words])
        return make_slug(office) if alone else None
    return None


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(
        word
        for e in load_table(language, "former_offices")
        for word in e.data.get("small_words", ())
    )


def find_office_holders(material: Material) -> Iterator[Difference]:
    """Contradictions in which articles give one office to two people, and spellings of one name.

    Only titles that one person holds at a time, with the body they belong to. An article that
    names both people with the office tells of a succession and raises nothing.
    """
    holders: dict[str, dict[str, list[Holder]]] = defaultdict(lambda: defaultdict(list))
    names: dict[str, str] = {}
    for pages in material.pages.values():
        for mention in pages.article.mentions:
            if (
                mention.kind is not EntityKind.PERSON
                or not mention.title
                or " " not in mention.name
            ):
                continue
            if last_name(mention.span.cut(pages.text)) != last_name(mention.name):
                continue
            key = find_office_key(mention.title, material.language)
            if key is not None:
                holders[key][mention.entity].append((pages.article.id, mention))
                names.setdefault(mention.entity, mention.name)
    told: set[frozenset[str]] = set()
    for key in sorted(holders):
        for one, other in combinations(sorted(holders[key]), 2):
            if frozenset((one, other)) in told:
                continue
            difference = _compare_holders(
                material, names[one], names[other], holders[key][one], holders[key][other]
            )
            if difference is not None:
                told.add(frozenset((one, other)))
                yield difference


def _compare_holders(
    material: Material, one: str, other: str, first: list[Holder], second: list[Holder]
) -> Difference | None:
    if {article for article, _ in first} & {article for article, _ in second}:
        return None
    title = first[0][1].title or ""
    if same_last_name(one, other):
        return None
    sides = [
        make_side(name, _all_evidence(material, held), make_slug(name))
        for name, held in ((one, first), (other, second))
    ]
    speaks = any(
        s.speaker is not None and s.speaker.id in (first[0][1].entity, second[0][1].entity)
        for a in material.articles
        for s in a.statements
    )
    return make_difference(
        DifferenceKind.SPEAKER if speaks else DifferenceKind.NAME,
        Verdict.CONTRADICTION,
        title,
        sides,
        f"Une seule fonction, « {title} », et deux noms : {one} et {other}.",
        f"One office, « {title} », and two names: {one} and {other}.",
    )


def _all_evidence(material: Material, held: list[Holder]) -> list[Evidence]:
    """Every naming of the holder, those with the title first in each article."""
    entity = held[0][1].entity
    found = [Evidence(article, mention.span) for article, mention in held]
    for pages in material.pages.values():
        for mention in pages.article.mentions:
            name = last_name(mention.span.cut(pages.text))
            if mention.entity == entity and name == last_name(mention.name):
                found.append(Evidence(pages.article.id, mention.span))
    return found

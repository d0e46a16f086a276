"""Which place an article puts in which other one."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recoupe.language import load_table
from recoupe.records import EntityKind, Evidence, Mention, Span, make_slug
from recoupe.rooms.compare.material import Material, Pages

# Words between a place and what holds it: « Koursk, en Ukraine », « Brive (Corrèze) ».
_BETWEEN_CHARS = 40


@dataclass(frozen=True, slots=True)
class Placing:
    """One place put in another.

    Attributes:
        inner: Entity of the place.
        outer: Entity of what holds it.
        name: Name of what holds it.
        level: "country", or the word that names the level ("département"), or "parenthesis".
        evidence: The words that say so.
    """

    inner: str
    outer: str
    name: str
    level: str
    evidence: Evidence


@cache
def load_countries(language: str) -> tuple[frozenset[str], dict[str, str]]:
    """Names of the countries, and their adjectives in lower case with the country."""
    names: set[str] = set()
    adjectives: dict[str, str] = {}
    for entry in load_table(language, "places"):
        if entry.data.get("role") == "country":
            names.add(entry.data["name"])
            adjectives.update(
                (a.lower(), entry.data["name"]) for a in entry.data.get("adjectives", ())
            )
    return frozenset(names), adjectives


@cache
def _classes(language: str) -> dict[str, re.Pattern[str]]:
    return {e.data["role"]: e.regex for e in load_table(language, "place_links")}


def find_placings(material: Material) -> Iterator[Placing]:
    """Placings of all articles, in their order.

    « la région de Koursk en Ukraine », « la région russe de Koursk », « Brive (Corrèze) »,
    « Brive, dans le département de la Corrèze », « Koursk est située en Russie ». Not « de Kiev
    en Pologne », which is a way, nor « à l'ouest de la Russie », which may lie outside.
    """
    for pages in material.pages.values():
        places = [m for m in pages.article.mentions if m.kind is EntityKind.PLACE]
        places.sort(key=lambda m: m.span)
        for one, other in itertools.pairwise(places):
            placing = _read_pair(pages, one, other, material.language)
            if placing is not None:
                yield placing
        for place in places:
            yield from _read_adjective(pages, place, material.language)
            yield from _read_division(pages, place, material.language)


def _read_pair(pages: Pages, one: Mention, other: Mention, language: str) -> Placing | None:
    """The second place as what holds the first, where the words between say so."""
    countries, _ = load_countries(language)
    between = pages.text[one.span.end : other.span.start]
    if len(between) > _BETWEEN_CHARS or "\n" in between or one.entity == other.entity:
        return None
    links = _classes(language)
    level = None
    if (
        other.name in countries
        and one.name not in countries
        and links["in_country"].fullmatch(between)
    ) or (
        other.name in countries
        and one.name not in countries
        and links["lies_in"].fullmatch(between)
    ):
        level = "country"
    if level is None:
        return None
    if level == "country" and _is_way(pages, one, language):
        return None
    start = _class_start(pages, one, language)
    return Placing(
        one.entity,
        other.entity,
        other.name,
        level,
        Evidence(pages.article.id, Span(start, other.span.end)),
    )


def _is_way(pages: Pages, place: Mention, language: str) -> bool:
    """Whether the place is where somebody comes from or goes to: « de Kiev en Pologne »."""
    before = pages.text[max(0, place.span.start - 40) : place.span.start]
    links = _classes(language)
    return bool(links["from"].search(before)) and not links["class_before"].search(before)


def _class_start(pages: Pages, place: Mention, language: str) -> int:
    """Where the phrase begins: « la région de » before the name included."""
    before = pages.text[max(0, place.span.start - 40) : place.span.start]
    match = _classes(language)["class_before"].search(before)
    return place.span.start - len(before) + match.start() if match else place.span.start


def _read_division(pages: Pages, place: Mention, language: str) -> Iterator[Placing]:
    """« Brive (Corrèze) », « Brive, dans la Corrèze », « Brive, dans le département de la Corrèze »."""
    match = _classes(language)["division"].match(pages.text[place.span.end : place.span.end + 80])
    if match is None:
        return
    name = next(group for group in match.groups()[1:] if group)
    end = place.span.end + match.end()
    span = Span(place.span.start, end)
    others = (EntityKind.PERSON, EntityKind.ORGANISATION)
    if any(m.span.start > place.span.end and m.kind in others for m in pages.find_mentions(span)):
        return
    countries, _ = load_countries(language)
    if place.name in countries or name == place.name:
        return
    word = (match.group(1) or "").lower()
    level = "country" if name in countries else word or "département"
    yield Placing(place.entity, make_slug(name), name, level, Evidence(pages.article.id, span))


def _read_adjective(pages: Pages, place: Mention, language: str) -> Iterator[Placing]:
    """« la région russe de Koursk »: the country as an adjective of the class word."""
    _, adjectives = load_countries(language)
    before = pages.text[max(0, place.span.start - 60) : place.span.start]
    match = _classes(language)["class_adjective"].search(before)
    if match is not None:
        country = adjectives.get(match.group(1).lower())
        if country and country != place.name:
            start = place.span.start - len(before) + match.start()
            yield Placing(
                place.entity,
                country,
                country,
                "country",
                Evidence(pages.article.id, Span(start, place.span.end)),
            )
    after = pages.text[place.span.end : place.span.end + 60]
    match = _classes(language)["lies_on_ground"].match(after)
    if match is not None:
        country = adjectives.get(match.group(1).lower())
        if country and country != place.name:
            end = place.span.end + match.end()
            yield Placing(
                place.entity,
                country,
                country,
                "country",
                Evidence(pages.article.id, Span(place.span.start, end)),
            )

"""One office held by two names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from recoupe.language import load_table
from recoupe.language.names import last_name, same_last_name
from recoupe.language.why import give_why
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
from recoupe.rooms.compare.material import Material, Pages

Holder = tuple[str, Mention]
Named = tuple[str, list[Holder]]
# The longest title that is looked for before a name.
TITLE_CHARS = 90


@cache
def _offices(language: str) -> tuple[tuple[re.Pattern[str], str, bool, bool, bool], ...]:
    return tuple(
        (
            e.regex,
            e.data["office"],
            bool(e.data.get("alone")),
            e.data.get("needs") == "country",
            bool(e.data.get("common")),
        )
        for e in load_table(language, "unique_offices")
    )


@cache
def _country_words(language: str) -> frozenset[str]:
    places = [e for e in load_table(language, "places") if e.data.get("role") == "country"]
    names = {make_slug(e.data["name"]) for e in places}
    return frozenset(names | {make_slug(a) for e in places for a in e.data.get("adjectives", ())})


def find_office_key(title: str, language: str) -> str | None:
    """One key for the office that a title names with its body; None if many people hold it.

    « secrétaire général de l'OTAN » has a key; « ministre », « président de l'association » and
    « vice-président » have none, and a minister has one only with his country.

    Example:
        >>> find_office_key("maire de Vaubrières", "fr")
        'maire-vaubrieres'
        >>> find_office_key("ancien maire de Vaubrières", "fr") is None
        True
        >>> find_office_key("maire", "fr") is None
        True
    """
    if any(entry.regex.search(title) for entry in load_table(language, "former_offices")):
        return None
    for regex, office, alone, needs_country, common in _offices(language):
        match = regex.match(title)
        if match is None:
            continue
        rest = title[match.end() :]
        words = [w for w in make_slug(rest).split("-") if w not in _small_words(language)]
        if not rest.strip():
            return make_slug(office) if alone else None
        has_country = any(w in _country_words(language) for w in words)
        if needs_country and not has_country:
            return None
        if not has_country and not any(ch.isupper() for ch in rest) and not common:
            return None
        return "-".join([make_slug(office), *words])
    return None


def find_title(pages: Pages, mention: Mention, language: str) -> str | None:
    """The title of a mention, else the office that stands before it: « le maire de Brive, Luc Aubin ».

    Returns:
        None too where a word before the title makes it a former or coming one.
    """
    sentence = pages.find_sentence(mention.span.start)
    if sentence is None:
        return None
    before = pages.text[
        max(sentence.span.start, mention.span.start - TITLE_CHARS) : mention.span.start
    ]
    lead = re.split(r"[;:.(«»\n]", before)[-1]
    if any(entry.regex.search(lead) for entry in load_table(language, "former_offices")):
        return None
    if mention.title:
        return mention.title
    for regex, _, _, _, _ in _offices(language):
        match = regex.search(lead)
        if match and re.fullmatch(r"[^,]*,\s*", lead[match.end() :]):
            return match.group(0) + lead[match.end() :].rstrip(", \u00a0")
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
    titles: dict[str, str] = {}
    for pages in material.pages.values():
        for mention in pages.article.mentions:
            if mention.kind is not EntityKind.PERSON or " " not in mention.name:
                continue
            if last_name(mention.span.cut(pages.text)) != last_name(mention.name):
                continue
            title = find_title(pages, mention, material.language)
            key = find_office_key(title, material.language) if title else None
            if key is not None:
                holders[key][mention.entity].append((pages.article.id, mention))
                names.setdefault(mention.entity, mention.name)
                titles.setdefault(mention.entity, title or "")
    told: set[frozenset[str]] = set()
    for key in sorted(holders):
        for one, other in combinations(sorted(holders[key]), 2):
            if frozenset((one, other)) in told:
                continue
            difference = _compare_holders(
                material,
                titles[one],
                (names[one], holders[key][one]),
                (names[other], holders[key][other]),
            )
            if difference is not None:
                told.add(frozenset((one, other)))
                yield difference


def _compare_holders(
    material: Material, title: str, one_held: Named, other_held: Named
) -> Difference | None:
    (one, first), (other, second) = one_held, other_held
    if {article for article, _ in first} & {article for article, _ in second}:
        return None
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
    if not speaks and " " not in title.strip():
        return None
    return make_difference(
        DifferenceKind.SPEAKER if speaks else DifferenceKind.NAME,
        Verdict.CONTRADICTION,
        title,
        sides,
        give_why("two_holders", title=title, names=(one, other)),
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

"""One person, two ages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from recoupe.language import load_table
from recoupe.records import (
    Difference,
    DifferenceKind,
    EntityKind,
    Evidence,
    Figure,
    Modifier,
    Verdict,
)
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.measures import is_of_another_time

# A person and the age that follows stand this close: « Luc Brévin, un homme âgé de 34 ans ».
LINK_CHARS = 40
# A birthday may lie between two articles of different days.
BIRTHDAY_YEARS = 1
Found = tuple[Pages, Figure, str]


def find_age_conflicts(material: Material) -> Iterator[Difference]:
    """Contradictions in which two articles give one person, or the one accused, different ages.

    A role (« l'accusé ») is one person only where no article has several of them. Silent where
    one article gives both ages, where a birthday may lie between, and in tales of an earlier time.
    """
    ages: dict[str, list[Found]] = defaultdict(list)
    for pages in material.pages.values():
        for figure in pages.article.figures:
            if not figure.unit.startswith("age") or figure.modifier is not Modifier.EXACT:
                continue
            for key, name in _find_bearers(material, pages, figure):
                ages[key].append((pages, figure, name))
    for found in ages.values():
        of_one: dict[str, set[float | None]] = defaultdict(set)
        for pages, figure, _ in found:
            of_one[pages.article.id].add(figure.value)
        if any(len(values) > 1 for values in of_one.values()):
            continue
        told: set[frozenset[float | None]] = set()
        for one, other in combinations(found, 2):
            key_values = frozenset({one[1].value, other[1].value})
            if key_values not in told and _differ(one, other):
                told.add(key_values)
                yield _make(material, one, other, found)


def _find_bearers(material: Material, pages: Pages, figure: Figure) -> Iterator[tuple[str, str]]:
    """Key and name of whose age it is: a person named just before, else a role."""
    sentence = pages.find_sentence(figure.span.start)
    if sentence is None or is_of_another_time(pages, sentence):
        return
    start = max(sentence.span.start, figure.span.start - LINK_CHARS)
    links = [entry.regex for entry in load_table(material.language, "age_links")]
    for mention in pages.article.mentions:
        if mention.kind is not EntityKind.PERSON or " " not in mention.name:
            continue
        if start <= mention.span.end <= figure.span.start:
            between = pages.text[mention.span.end : figure.span.start]
            if any(link.search(between) for link in links):
                yield mention.entity, mention.name
                return
    before = pages.text[sentence.span.start : figure.span.start]
    for entry in load_table(material.language, "age_roles"):
        several = re.compile(entry.data["several"], re.IGNORECASE)
        if any(several.search(other.text) for other in material.articles):
            continue
        for at in range(max(0, len(before) - LINK_CHARS), len(before) + 1):
            role = entry.regex.search(before[:at])
            if role and any(link.search(before[at:]) for link in links):
                yield f"role:{entry.data['role']}", role.group()
                return


def _differ(one: Found, other: Found) -> bool:
    gap = abs((one[1].value or 0) - (other[1].value or 0))
    days = [found[0].article.published for found in (one, other)]
    same_day = days[0] is not None and days[1] is not None and days[0][:10] == days[1][:10]
    return one[0] is not other[0] and gap > (0 if same_day else BIRTHDAY_YEARS)


def _make(material: Material, one: Found, other: Found, found: list[Found]) -> Difference:
    words = [material.cut(pages.article.id, figure.span) for pages, figure, _ in (one, other)]
    sides = [
        make_side(
            text,
            [Evidence(p.article.id, f.span, f.statement) for p, f, _ in found if f.value == value],
            None,
            None,
        )
        for text, value in zip(words, (one[1].value, other[1].value), strict=True)
    ]
    return make_difference(
        DifferenceKind.FIGURE,
        Verdict.CONTRADICTION,
        one[2],
        sides,
        f"{one[2]} a « {words[0]} » ou « {words[1]} ».",
        f"{one[2]} is « {words[0]} » or « {words[1]} ».",
    )

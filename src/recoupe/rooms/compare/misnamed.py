"""One last name and one title, two first names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from recoupe.language.names import last_name
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

# The title stands right before a name, or before a comma.
TITLE_TOKENS = 2


def find_misnamed(material: Material) -> Iterator[Difference]:
    """Contradictions in which two articles give one person, by last name and title, two first names.

    « la maire, Odile Brizeux » and « la maire Claire Brizeux ». Not without a common title (two of
    one family), not where an article has both names, nor for initials and short forms.
    """
    named: dict[str, dict[str, list[tuple[str, Mention, frozenset[str]]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for pages in material.pages.values():
        for mention in pages.article.mentions:
            words = mention.span.cut(pages.text).split()
            if mention.kind is not EntityKind.PERSON or len(words) < 2:
                continue
            first = make_slug(words[0])
            titles = _find_titles(pages, mention)
            if titles and len(first) > 2:
                named[make_slug(last_name(mention.name))][first].append(
                    (pages.article.id, mention, titles)
                )
    for last in sorted(named):
        for one, other in combinations(sorted(named[last]), 2):
            difference = _compare(material, named[last][one], named[last][other], (one, other))
            if difference is not None:
                yield difference


def _find_titles(pages: Pages, mention: Mention) -> frozenset[str]:
    """Words of the title given with a name, and the noun right before it: « la maire, Odile »."""
    words = set(make_slug(mention.title).split("-")) if mention.title else set()
    sentence = pages.find_sentence(mention.span.start)
    before = [t for t in sentence.tokens if t.start < mention.span.start] if sentence else []
    words |= {t.lemma.lower() for t in before[-TITLE_TOKENS:] if t.pos == "NOUN"}
    return frozenset(word for word in words if len(word) > 3)


def _compare(
    material: Material,
    first: list[tuple[str, Mention, frozenset[str]]],
    second: list[tuple[str, Mention, frozenset[str]]],
    first_names: tuple[str, str],
) -> Difference | None:
    if {article for article, _, _ in first} & {article for article, _, _ in second}:
        return None
    if not any(a & b for _, _, a in first for _, _, b in second):
        return None
    if first_names[0].startswith(first_names[1]) or first_names[1].startswith(first_names[0]):
        return None
    names = [group[0][1].span.cut(material.pages[group[0][0]].text) for group in (first, second)]
    sides = [
        make_side(name, (Evidence(article, m.span) for article, m, _ in group))
        for name, group in zip(names, (first, second), strict=True)
    ]
    return make_difference(
        DifferenceKind.NAME,
        Verdict.CONTRADICTION,
        names[0],
        sides,
        give_why("two_first_names", names=tuple(names)),
    )

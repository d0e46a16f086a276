"""Which value of one article answers which value of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.language.word_keys import find_key
from recoupe.rooms.compare.age_bearers import Bearer
from recoupe.rooms.compare.fact import Fact
from recoupe.rooms.compare.figure_bounds import can_both_hold
from recoupe.rooms.compare.matter_signs import Crowd, read_signs, weigh_signs
from recoupe.rooms.compare.matter_tests import find_explanation

# Below this two values are about different things: with weights fitted on the other stories, 131 of
# 204 pairs above it are of one matter.
LEAST_LIKENESS = 0.3
# Of more numbers of « salariés » than these, two with no other word in common may be any two.
FEW_NUMBERS = 2
# Values that can both hold are each other's first: what is left over is held against the rest.
MEETING_BONUS = 0.5
# « L'accusé » of two articles is one person, unless one of them has several ages for him.
SAME_ROLE_LIKENESS = 0.6
# Two named speakers of one article answer each other at this distance.
ANSWER_CHARS = 600


@dataclass(frozen=True)
class Pair:
    """Two values of one dimension, and how like what they are about is, 0 to 1."""

    one: Fact
    other: Fact
    likeness: float


def find_pairs(facts: Sequence[Fact], without: frozenset[str] = frozenset()) -> Iterator[Pair]:
    """Pairs of values of two articles, each value at most once for each other article.

    Values that can both hold find each other first, then the most alike; so « 3 % » of one
    article is not held against « 12 % » of another that has « 3 % » too.

    Args:
        facts: The values of a story.
        without: Innocent explanations to do without.
    """
    crowd = Crowd(facts)
    groups: dict[tuple[str, str], list[Pair]] = {}
    for one, other in find_all_pairs(facts):
        articles = (one.pages.id, other.pages.id)
        pair = rate_pair(one, other, crowd, without)
        groups.setdefault(articles, []).append(pair)
    for group in groups.values():
        yield from _match(group)


def find_all_pairs(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of values of one dimension: of two articles, or of two speakers who answer each other."""
    by_dimension: dict[str, list[Fact]] = {}
    for fact in facts:
        by_dimension.setdefault(fact.dimension, []).append(fact)
    for alike in by_dimension.values():
        for one, other in combinations(alike, 2):
            if one.pages is not other.pages or _do_answer(one, other):
                yield one, other


def _do_answer(one: Fact, other: Fact) -> bool:
    """Whether two named speakers of one article give the two values, one soon after the other."""
    near = abs(one.figure.span.start - other.figure.span.start) <= ANSWER_CHARS
    named = None not in (one.speaker, other.speaker) and one.speaker != other.speaker
    return near and named and not _has_value_between(one, other)


def rate_pair(one: Fact, other: Fact, crowd: Crowd, without: frozenset[str] = frozenset()) -> Pair:
    """The pair with its likeness: 0 where an innocent explanation keeps the two apart.

    Args:
        one: A value.
        other: Another of the same dimension.
        crowd: The numbers of the story.
        without: Innocent explanations to do without.
    """
    if find_explanation(one, other, without) is not None:
        return Pair(one, other, 0.0)
    if one.dimension == "age":
        if one.bearer is None or other.bearer is None:
            return Pair(one, other, 0.0)
        return Pair(one, other, _liken_bearers(one, other, one.bearer, other.bearer))
    if one.pages is other.pages and _is_bare_answer(one, other):
        return Pair(one, other, SAME_ROLE_LIKENESS)
    signs = read_signs(one, other, crowd, without)
    lost = signs["bare_head"] and crowd.count_in_story(one, other) > FEW_NUMBERS
    if lost and not signs["same_stage"] + signs["answer"] + signs["same_digits"]:
        return Pair(one, other, 0.0)
    return Pair(one, other, weigh_signs(signs))


def _is_bare_answer(one: Fact, other: Fact) -> bool:
    """Whether one says nothing but a number of the other's unit: « La ville, elle, parle de 650 »."""
    numbers = [fact.pages.sentence_numbers[fact.sentence.span] for fact in (one, other)]
    bare = not one.words.own or not other.words.own
    return bare and abs(numbers[0] - numbers[1]) <= 1


def _has_value_between(one: Fact, other: Fact) -> bool:
    """Whether a third value of the dimension stands between: an answer takes up the last one."""
    start, end = sorted((one.figure.span.start, other.figure.span.start))
    return any(
        start < f.span.start < end and f.unit == other.figure.unit
        for f in one.pages.article.figures
    )


def _liken_bearers(one: Fact, other: Fact, first: Bearer, second: Bearer) -> float:
    """Likeness of two ages: one person, one role that each article gives once, or like words."""
    if first.entity is not None and second.entity is not None:
        return 1.0 if first.entity == second.entity else 0.0
    likeness = one.words.find_likeness(other.words)
    roles = {find_key(b.role, one.language) for b in (first, second) if b.role}
    if not (one.words.near & other.words.near) - roles:
        likeness = 0.0
    if first.role is not None and first.role == second.role and first.alone and second.alone:
        return max(likeness, SAME_ROLE_LIKENESS)
    return likeness


def _match(pairs: Sequence[Pair]) -> Iterator[Pair]:
    ranked = sorted(
        (p for p in pairs if p.likeness >= LEAST_LIKENESS),
        key=lambda p: (
            -p.likeness - MEETING_BONUS * can_both_hold(p.one.figure, p.other.figure),
            p.one.figure.span,
            p.other.figure.span,
        ),
    )
    used: set[tuple[str, str]] = set()
    for pair in ranked:
        keys = {(f.pages.id, f.figure.id) for f in (pair.one, pair.other)}
        if not keys & used:
            used |= keys
            yield pair

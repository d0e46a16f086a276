"""Which value of one article answers which value of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.language.word_keys import find_key
from recoupe.rooms.compare.age_bearers import Bearer
from recoupe.rooms.compare.fact import Fact
from recoupe.rooms.compare.figure_bounds import can_both_hold
from recoupe.rooms.compare.matter_tests import find_explanation

# Below this two values are about different things. On the invented stories of quality/differences
# that were in sight, see docs/decisions/0007-verdicts.md.
LEAST_LIKENESS = 0.2
# One thing counted, by one noun, or one stage of a sum (asked, risked, paid) says itself that two
# values may be of one matter.
HEAD_BONUS = 0.15
# Two named speakers who answer each other speak of one matter.
ANSWER_BONUS = 0.1
# Values that can both hold are each other's first: what is left over is held against the rest.
MEETING_BONUS = 0.5
# « L'accusé » of two articles is one person, unless one of them has several ages for him.
SAME_ROLE_LIKENESS = 0.6
# Two named speakers of one article answer each other at this distance.
ANSWER_CHARS = 600
# Nouns that count anybody, so that they neither join nor part two counts.
_ANYBODY = frozenset({"personne", "habitant", "victime", None})
# Nouns of those who act, whom « neuf personnes » does not mean.
_AGENTS = frozenset({"policier", "pompier", "soldat", "salarié"})


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
    by_article: dict[str, list[Fact]] = {}
    for fact in facts:
        by_article.setdefault(fact.pages.article.id, []).append(fact)
    by_dimension = {article: _group_by_dimension(own) for article, own in by_article.items()}
    for one, other in combinations(by_article, 2):
        yield from _match(
            rate_pair(a, b, without)
            for a in by_article[one]
            for b in by_dimension[other].get(a.dimension, ())
        )
    for own in by_article.values():
        answers = ((a, b) for a, b in combinations(own, 2) if _do_answer(a, b))
        yield from _match(rate_pair(a, b, without) for a, b in answers)


def _group_by_dimension(facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.dimension, []).append(fact)
    return found


def _do_answer(one: Fact, other: Fact) -> bool:
    """Whether two named speakers of one article give the two values, one soon after the other."""
    near = abs(one.figure.span.start - other.figure.span.start) <= ANSWER_CHARS
    named = None not in (one.speaker, other.speaker) and one.speaker != other.speaker
    return near and named and not _has_value_between(one, other)


def rate_pair(one: Fact, other: Fact, without: frozenset[str] = frozenset()) -> Pair:
    """The pair with its likeness: 0 where an innocent explanation keeps the two apart."""
    if one.dimension != other.dimension or not _count_one_thing(one, other):
        return Pair(one, other, 0.0)
    if find_explanation(one, other, without) is not None:
        return Pair(one, other, 0.0)
    if one.bearer is not None and other.bearer is not None:
        return Pair(one, other, _liken_bearers(one, other, one.bearer, other.bearer))
    likeness = one.words.find_likeness(other.words)
    if one.pages is other.pages:
        likeness += ANSWER_BONUS
        if _is_bare_answer(one, other):
            return Pair(one, other, SAME_ROLE_LIKENESS)
    if (one.dimension == "percent" and one.head is not None and one.head == other.head) or any(
        word[0] == "§" for word in one.words.near & other.words.near
    ):
        likeness += HEAD_BONUS
    elif one.dimension == "count":
        same_stage = one.stage is not None and one.stage == other.stage
        if not same_stage and not _share_another_word(one, other):
            return Pair(one, other, 0.0)
        if one.head == other.head and one.head not in _ANYBODY:
            likeness += HEAD_BONUS
    elif one.stage is not None and one.stage == other.stage:
        likeness += HEAD_BONUS
    return Pair(one, other, likeness)


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


def _share_another_word(one: Fact, other: Fact) -> bool:
    """Whether more than the noun is common: « 230 salariés » and « onze salariés » may be any two."""
    heads = {one.head_word, other.head_word}
    near = (one.words.near & other.words.own) | (other.words.near & one.words.own)
    return bool(near - heads)


def _count_one_thing(one: Fact, other: Fact) -> bool:
    """Whether the nouns let the two counts be one; other dimensions have no such noun."""
    if one.dimension == "age":
        return one.bearer is not None and other.bearer is not None
    if one.dimension != "count":
        return True
    if one.head == other.head:
        return one.head is not None
    heads = {one.head, other.head}
    persons = one.figure.unit == other.figure.unit == "person"
    return persons and bool(heads & _ANYBODY) and not heads & _AGENTS


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


def _match(pairs: Iterator[Pair]) -> Iterator[Pair]:
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
        keys = {(f.pages.article.id, f.figure.id) for f in (pair.one, pair.other)}
        if not keys & used:
            used |= keys
            yield pair

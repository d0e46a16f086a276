"""Two values on one matter: update, dispute, contradiction, or both can hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from recoupe.language import load_table
from recoupe.language.why import Why, give_why
from recoupe.records import Difference, DifferenceKind, Side, Verdict
from recoupe.rooms.compare.bare_heads import PEOPLE
from recoupe.rooms.compare.differences import make_difference
from recoupe.rooms.compare.done_verbs import find_done_verb
from recoupe.rooms.compare.fact import Fact
from recoupe.rooms.compare.fact_courses import Found, join_updates, make_course, make_value_side
from recoupe.rooms.compare.fact_pairs import LEAST_LIKENESS, Pair, find_pairs, rate_pair
from recoupe.rooms.compare.fact_words import Rarity
from recoupe.rooms.compare.facts import find_facts
from recoupe.rooms.compare.figure_bounds import can_both_hold
from recoupe.rooms.compare.material import Material
from recoupe.rooms.compare.matter_signs import Crowd
from recoupe.rooms.compare.matter_tests import (
    count_days_between,
    have_other_hours,
    have_other_times,
)
from recoupe.rooms.compare.matters import name_counted

# Probability of one matter at which two values that exclude each other are a conflict, and at which
# one of another day still is: of 0.5 to 0.7, those that find most without more false alarms on the
# stories in sight of quality/differences and on the second story.
CONFLICT_LIKENESS = 0.5
OTHER_DAY_LIKENESS = 0.55
# « 1,2 milliard » may stand for 1,18, half a step of its last digit away, but not for a number
# farther than this: « 1 000 » is no 1 400. Judgement.
CLOSE_RATIO = 0.1
# Numbers with fewer digits are given as they are: 20 is no 23.
ROUNDED_DIGITS = 4
# A birthday may lie between two articles of different days.
BIRTHDAY_YEARS = 1
# Quantities that an event changes from day to day, as prices, shares and ages do not.
_MOVING = ("count", "mass", "volume", "area", "length")
COMPATIBLE_LIMIT = 5
_PEOPLE = "person"
_CONFLICTS = frozenset({Verdict.CONTRADICTION, Verdict.DISPUTE})


def find_fact_differences(material: Material) -> Iterator[Difference]:
    """Differences between values that tell of one matter in like words.

    Sums, shares, ages, durations, lengths and counts. Silent where one article gives both values
    of a conflict, and below `CONFLICT_LIKENESS`.
    """
    facts = find_facts(material, material.once(Rarity))
    by_value: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        by_value[fact.pages.article.id, fact.dimension, fact.figure.value].append(fact)
    found: dict[tuple[object, ...], Found] = {}
    crowd = Crowd(facts)
    for pair in find_pairs(facts, material.without):
        verdict = _judge(pair, material.without)
        excused = "known" not in material.without and _is_known(pair, by_value, crowd)
        if verdict is None or (verdict in _CONFLICTS and excused):
            continue
        key = (pair.one.dimension, verdict, *sorted(map(str, (pair.one.value, pair.other.value))))
        found.setdefault(key, Found(verdict, [])).pairs.append(pair)
    compatible = 0
    for item in join_updates(found.values()):
        compatible += item.verdict is Verdict.COMPATIBLE
        if item.verdict is not Verdict.COMPATIBLE or compatible <= COMPATIBLE_LIMIT:
            yield _make(material, item)


def _is_known(
    pair: Pair, by_value: Mapping[tuple[object, ...], Sequence[Fact]], crowd: Crowd
) -> bool:
    """Whether one of two articles gives the other's number for the same: it tells the two apart.

    Args:
        pair: The two values.
        by_value: The values of the story by article, dimension and number.
        crowd: The numbers of the story.
    """
    one, other = pair.one, pair.other
    if one.pages is other.pages:
        return False
    return any(
        _tells_of_it(fact, a, b, crowd)
        for a, b in ((one, other), (other, one))
        for fact in by_value.get((a.pages.article.id, b.dimension, b.figure.value), ())
    )


def _tells_of_it(fact: Fact, own: Fact, other: Fact, crowd: Crowd) -> bool:
    """Whether a value with the other's number is the other's: beside its own, at its stage, or like."""
    if _are_side_by_side(fact, own) or (fact.stage is not None and fact.stage == other.stage):
        return True
    return rate_pair(fact, other, crowd).likeness >= LEAST_LIKENESS


def _are_side_by_side(one: Fact, other: Fact) -> bool:
    """Whether one sentence gives two values: « 96 postes, et 40 créations »."""
    return one.sentence is other.sentence and one.figure is not other.figure


def _judge(pair: Pair, without: frozenset[str]) -> Verdict | None:
    """The verdict on two values of one matter, innocent explanations first."""
    one, other = pair.one, pair.other
    if one.value == other.value or pair.likeness < CONFLICT_LIKENESS:
        return None
    days = count_days_between(one, other)
    moving = one.dimension.startswith(_MOVING)
    meeting = can_both_hold(one.figure, other.figure) or _are_close(one, other)
    if meeting and "bounds" not in without:
        return Verdict.COMPATIBLE if one.figure.value != other.figure.value else None
    if days and _is_changed(one, other) and "later" not in without:
        return Verdict.UPDATE
    changes = moving and (one.growing or other.growing or (one.is_state and other.is_state))
    changes = changes and not (one.earlier and other.earlier) and "later" not in without
    apart = have_other_times(one, other)
    if changes and (apart or days or have_other_hours(one, other) or one.spoken != other.spoken):
        return Verdict.UPDATE
    if apart and "time" not in without:
        return None
    if days and "later" not in without and _have_more_come(one, other):
        return Verdict.UPDATE
    if (days and pair.likeness < OTHER_DAY_LIKENESS) or not _count_the_same(one, other):
        return None
    named = None not in (one.speaker, other.speaker) and one.speaker != other.speaker
    return Verdict.DISPUTE if named else Verdict.CONTRADICTION


def _have_more_come(one: Fact, other: Fact) -> bool:
    """Whether a later day gives more people of one kind: the ill, the evacuated, the arrested add up.

    So do things to which the same is done (« ont été déviés »). A crowd is counted once: two numbers of those who march, vote or watch do not add up.
    """
    if one.dimension != "count" or one.head is None or one.head != other.head:
        return False
    if one.figure.unit != _PEOPLE or other.figure.unit != _PEOPLE:
        verbs = [find_done_verb(f.sentence, f.figure.span, f.language) for f in (one, other)]
        if verbs[0] is None or verbs[0] != verbs[1]:
            return False
    early, late = sorted((one, other), key=lambda f: f.pages.article.published or "")
    crowds = load_table(one.language, "crowds")
    if any(e.regex.search(f.figure.counted.lower()) for f in (one, other) for e in crowds):
        return False
    return (late.figure.value or 0.0) > (early.figure.value or 0.0)


def _count_the_same(one: Fact, other: Fact) -> bool:
    """Whether two counts have one noun, or one of them counts people whoever they are.

    « Les deux usines » are those told of before, and need not be all of « cinq usines ».
    """
    if one.dimension != "count":
        return True
    if one.is_told_before != other.is_told_before:
        return False
    people = one.figure.unit == other.figure.unit == _PEOPLE and PEOPLE in (one.head, other.head)
    return people or (one.head is not None and one.head == other.head)


def _is_changed(one: Fact, other: Fact) -> bool:
    """Whether the later article says that the value was another before: « est montée à 57 % »."""
    late = max(one, other, key=lambda f: f.pages.article.published or "")
    before = late.pages.text[late.sentence.span.start : late.figure.span.start]
    return any(e.regex.search(before) for e in load_table(late.language, "changed_to"))


def _are_close(one: Fact, other: Fact) -> bool:
    """Whether two numbers are one, rounded, or an age before and after a birthday."""
    a, b = one.figure.value or 0.0, other.figure.value or 0.0
    if one.dimension == "age":
        return abs(a - b) <= (BIRTHDAY_YEARS if count_days_between(one, other) else 0)
    if one.dimension == "count":
        return False
    place = max(find_place(a), find_place(b))
    return abs(a - b) <= min(place / 2, CLOSE_RATIO * max(abs(a), abs(b))) * (1 + 1e-9)


def find_place(value: float) -> float:
    """The place to which a number may have been rounded: that of its last digit other than zero.

    Example:
        >>> find_place(1_200_000_000.0), find_place(51.8), find_place(20.0)
        (100000000.0, 0.1, 1.0)
    """
    digits = f"{abs(value):.2f}"
    whole, decimals = digits.split(".")
    if decimals.rstrip("0"):
        return float(10 ** -len(decimals.rstrip("0")))
    if len(whole) < ROUNDED_DIGITS:
        return 1.0
    return float(10 ** (len(whole) - len(whole.rstrip("0"))))


def _make(material: Material, found: Found) -> Difference:
    pair = max(found.pairs, key=lambda p: p.likeness)
    if found.verdict is Verdict.UPDATE:
        return make_course(material, found.pairs, _name_matter(_list_facts(found)))
    one, other = pair.one, pair.other
    if material.cut(one.pages.article.id, one.figure.span) > material.cut(
        other.pages.article.id, other.figure.span
    ):
        one, other = other, one
    facts = _list_facts(found)
    groups = [[f for f in facts if f.value == value] for value in (one.value, other.value)]
    sides = [
        make_value_side(material, first, group)
        for first, group in zip((one, other), groups, strict=True)
    ]
    matter = _name_matter([*groups[0], *groups[1]])
    why = _explain(found.verdict, sides, (one, other))
    return make_difference(DifferenceKind.FIGURE, found.verdict, matter, sides, why)


def _list_facts(found: Found) -> list[Fact]:
    """The facts of the pairs, those of the pair that is most surely of one matter first."""
    pairs = sorted(found.pairs, key=lambda p: -p.likeness)
    return [fact for pair in pairs for fact in (pair.one, pair.other)]


def _name_matter(facts: Sequence[Fact]) -> str:
    """Whose age it is, else what is counted."""
    if facts[0].bearer is not None:
        return facts[0].bearer.name
    return name_counted([(f.pages, f.figure) for f in facts])


def _explain(verdict: Verdict, sides: Sequence[Side], facts: tuple[Fact, Fact]) -> Why:
    one, other = (side.value for side in sides)
    if verdict is Verdict.COMPATIBLE:
        return give_why("can_both_hold", one=one, other=other)
    if verdict is Verdict.DISPUTE:
        names = [f.holder.speaker.name if f.holder and f.holder.speaker else None for f in facts]
        return give_why("two_values", one=names[0], first=one, other=names[1], second=other)
    return give_why("figure_contradiction", one=one, other=other)

"""How two measures stand to each other: the innocent explanations first."""

from __future__ import annotations

from enum import StrEnum

from recoupe.rooms.compare.figure_bounds import can_both_hold, is_far_above
from recoupe.rooms.compare.measures import Measure

# A verdict between two counts needs to know that they count the same: a family from the table or
# one noun, and for counts of people a stage as well.
_PEOPLE_UNIT = "person"


class Relation(StrEnum):
    """How two measures stand to each other."""

    UNRELATED = "unrelated"
    OTHER_PEOPLE = "other_people"
    OTHER_STAGE = "other_stage"
    OTHER_PART = "other_part"
    SAME_VALUE = "same_value"
    MEETING = "meeting"
    LATER = "later"
    EXCLUDED = "excluded"


def relate(one: Measure, other: Measure) -> Relation:
    """Tell how two measures stand to each other, innocent explanations first.

    Another population, stage or part; the same number; bounds that meet; a later time. What is
    left is `EXCLUDED`: one time, one measure, two numbers.
    """
    if not same_unit(one, other) or one.family != other.family:
        return Relation.UNRELATED
    if one.people and other.people and one.people != other.people:
        return Relation.OTHER_PEOPLE
    if one.stage != other.stage:
        return Relation.OTHER_STAGE
    if one.part != other.part:
        return Relation.OTHER_PART
    if (
        one.figure.unit == _PEOPLE_UNIT
        and one.stage is None
        and not (one.growing and other.growing)
    ):
        return Relation.MEETING if are_close(one, other) else Relation.UNRELATED
    if one.figure.value == other.figure.value and one.figure.modifier == other.figure.modifier:
        return Relation.SAME_VALUE
    if one.figure.value == other.figure.value:
        return Relation.MEETING
    if has_grown(one, other):
        return Relation.LATER
    if can_both_hold(one.figure, other.figure):
        return Relation.MEETING
    if is_later(one, other):
        return Relation.LATER
    return Relation.EXCLUDED


def are_close(one: Measure, other: Measure) -> bool:
    """Whether two counts of people at no known stage are one number, rounded or bounded.

    Without a stage « 11 salariés » and « 38 salariés » may be any two groups: only a number that
    both wordings can mean, and that is no farther than an open bound reaches, shows one count.
    """
    return (
        one.figure.modifier != other.figure.modifier
        and can_both_hold(one.figure, other.figure)
        and not is_far_above(one.figure, other.figure)
    )


def has_grown(one: Measure, other: Measure) -> bool:
    """Whether a moving count is clearly higher at the later time, so that an open bound explains nothing.

    « au moins 1 500 » and ten days later « 10 000 »: both can hold, but time has passed.
    """
    if not (one.growing and other.growing) or not is_later(one, other):
        return False
    early, late = sorted((one, other), key=lambda m: m.time or "")
    low, high = early.figure.value or 0.0, late.figure.value or 0.0
    return high > low and is_far_above(early.figure, late.figure)


def same_unit(one: Measure, other: Measure) -> bool:
    """Whether the units are one, « count:poste » and « person » told apart."""
    return one.figure.unit == other.figure.unit


def is_later(one: Measure, other: Measure) -> bool:
    """Whether the two hold for different times, so that both can have been right.

    A count that moves (the dead, the evacuated) holds for the time of its article; another one
    (a capacity, a price) only for a time that stands in its own sentence.
    """
    if one.time is None or other.time is None:
        return False
    if not (one.growing and other.growing) and not (one.own_time and other.own_time):
        return False
    if one.time[:10] != other.time[:10]:
        return True
    both_have_hours = len(one.time) > len("2024-10-29") and len(other.time) > len("2024-10-29")
    return both_have_hours and one.time[:16] != other.time[:16]

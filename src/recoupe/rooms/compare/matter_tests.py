"""Whether two values can be of one matter: the innocent explanations that need no likeness."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from recoupe.language import load_table
from recoupe.language.word_keys import find_key
from recoupe.rooms.compare.clause_negation import has_role
from recoupe.rooms.compare.fact import Fact

# Steps of a sum or a sentence: a value at one of them is none of another, nor one without a step.
_FIRM_STAGES = frozenset({"asked", "offered", "risked", "sought", "sentenced"})
# Steps that say no more than that a sum was paid, or is to be.
_SUM_STAGES = _FIRM_STAGES | {"spent", "paid", "planned"}
# Word families that say of any number that it grew or fell.
_CHANGES = frozenset({"augmenter", "baisser"})
# « le risque augmente de 20 % » risks nothing, « une hausse de 3 % prévue » is a step of its own.
_SHARE_STAGES = frozenset({"asked", "offered"})
# Two numbers of one matter seldom lie farther apart than this; beyond, all are as far.
WIDEST_RATIO = 20.0
# Units of counts whose noun names a thing.
_THINGS = "count:"
# « par » and its noun stand right after the sum.
PER_UNIT_CHARS = 20
# Reports of one matter name days this far apart: of the deal, of its announcement, of the vote.
SAME_MATTER_TIME = timedelta(days=7)
# A time named that lies so far back is another event's, not the day of the one reported. Judgement.
LONG_PAST = timedelta(days=60)


def find_explanation(one: Fact, other: Fact, without: frozenset[str] = frozenset()) -> str | None:
    """The innocent explanation that keeps two values apart before any likeness counts, or None.

    Another people or kind of thing, a time long past, another step of a sum or sentence, names that
    the other article does not know, ordinals that differ (« premier tour », « second tour »),
    complements that differ (« risque de diabète », « de cancer »).
    """
    if one.dimension == "age":
        return "earlier" if one.earlier != other.earlier else None
    return next((n for n in FIRM if n not in without and _TESTS[n](one, other)), None)


def find_doubts(one: Fact, other: Fact, without: frozenset[str] = frozenset()) -> dict[str, float]:
    """1 for each explanation that only makes one matter less likely and that fits, else 0."""
    return {sign: name not in without and _TESTS[name](one, other) for name, sign in DOUBTS.items()}


def _have_other_people(one: Fact, other: Fact) -> bool:
    return bool(one.people and other.people and one.people != other.people)


def _count_other_kinds(one: Fact, other: Fact) -> bool:
    """Whether the two count things of two names, or one counts people: « écoles », « enfants »."""
    if one.head is None or other.head is None or one.head == other.head:
        return False
    return one.dimension == "percent" or any(
        fact.figure.unit.startswith(_THINGS) for fact in (one, other)
    )


def _are_other_sizes(one: Fact, other: Fact) -> bool:
    """Whether one number is so many times the other that no report errs by it, digits apart."""
    low, high = sorted(abs(f.figure.value or f.figure.low or 0.0) for f in (one, other))
    return low > 0 and high / low >= WIDEST_RATIO and not have_same_digits(one, other)


def have_same_digits(one: Fact, other: Fact) -> bool:
    """Whether the digits are the same in another order: « 42 », « 24 »."""
    return len(one.digits) > 1 and one.digits == other.digits


def _are_other_parts(one: Fact, other: Fact) -> bool:
    return one.part != other.part


def _is_one_earlier(one: Fact, other: Fact) -> bool:
    if one.earlier and other.earlier and one.times and set(one.times) == set(other.times):
        return False
    return one.earlier != other.earlier or one.looks_back != other.looks_back


def _is_one_long_past(one: Fact, other: Fact) -> bool:
    """Whether one is told as earlier, and of a time long before its article: « En 2016, … avait ».

    A sum told in the pluperfect is another one: « avait investi 400 millions ».
    """
    if one.dimension.startswith("money") and one.looks_back != other.looks_back:
        return True
    return _is_one_earlier(one, other) and _is_long_past(one) != _is_long_past(other)


def _is_long_past(fact: Fact) -> bool:
    published = fact.pages.article.published
    if not published or not fact.times:
        return False
    limit = date.fromisoformat(published[:10]) - LONG_PAST
    return all(date.fromisoformat(until[:10]) < limit for _, until in fact.times)


def _stages_exclude(one: Fact, other: Fact) -> bool:
    """Whether two stages are two; where one is not told, only those that change the number are."""
    stages = [fact.stage for fact in (one, other)]
    if one.dimension != "count":
        kept = _SHARE_STAGES if one.dimension == "percent" else _SUM_STAGES
        stages = [stage if stage in kept else None for stage in stages]
    if stages[0] == stages[1]:
        return False
    unit = _find_unit_priced(one) if None in stages else None
    if unit is not None and unit == _find_unit_priced(other):
        return False
    return None not in stages or bool(_FIRM_STAGES & set(stages))


def _are_other_steps(one: Fact, other: Fact) -> bool:
    """Whether both stand at a firm step, and not the same: risked, sought, sentenced."""
    steps = {one.stage, other.stage}
    return len(steps) == 2 and steps <= _FIRM_STAGES


def _tell_of_others(one: Fact, other: Fact) -> bool:
    """Whether each names another near, and no stage tells that one thing is counted."""
    same_stage = one.stage is not None and one.stage == other.stage
    return not same_stage and _name_others(one, other)


def _find_unit_priced(fact: Fact) -> str | None:
    """Key of the noun for each of which a sum is given, no time: « 47 euros par action »."""
    end = fact.figure.span.end
    after = [t for t in fact.sentence.tokens if end <= t.start < end + PER_UNIT_CHARS]
    if not fact.dimension.startswith("money") or len(after) < 2 or after[1].pos != "NOUN":
        return None
    is_time = any(e.regex.match(after[1].text) for e in load_table(fact.language, "time_units"))
    if is_time or not has_role(after[0].text, "per", fact.language):
        return None
    return find_key(after[1].lemma, fact.language)


def have_other_times(one: Fact, other: Fact) -> bool:
    """Whether two times of reference are two, and not near enough for a matter that does not move."""
    if not one.times or not other.times:
        return False
    slack = timedelta(0) if one.dimension == "count" else SAME_MATTER_TIME
    return not any(
        (
            date.fromisoformat(a[0][:10]) < date.fromisoformat(b[1][:10]) + slack
            and date.fromisoformat(b[0][:10]) < date.fromisoformat(a[1][:10]) + slack
        )
        or (a[0] < b[1] and b[0] < a[1])
        for a in one.times
        for b in other.times
    )


def _name_others(one: Fact, other: Fact) -> bool:
    """Whether each names somebody or something near that the other's article does not know."""
    return _has_unknown_name(one, other) and _has_unknown_name(other, one)


def _has_unknown_name(one: Fact, other: Fact) -> bool:
    return any(name not in other.known for name in one.words.names)


def _have_other_complements(one: Fact, other: Fact) -> bool:
    """Whether a noun near both shares has another complement: « risque de diabète, de cancer ».

    Not where the two share a word besides: « un risque d'infarctus chez les buveurs de soda ».
    """
    if one.dimension != "percent":
        return False
    first, second = one.complements, other.complements
    parted = {n for n in first.keys() & second.keys() if first[n].isdisjoint(second[n])}
    shared = set(one.words.find_shared(other.words)) - parted - _CHANGES
    return bool(parted) and not shared


def _have_other_ordinals(one: Fact, other: Fact) -> bool:
    """Whether both count the same noun by another ordinal, or on another day only one does.

    « en tête du premier tour avec 41 % », and a week later « élu avec 51 % ».
    """
    first, second = one.ordinals, other.ordinals
    if one.dimension == "percent" and bool(first) != bool(second):
        return count_days_between(one, other) > 0
    return any(
        noun in second and ordinals.isdisjoint(second[noun]) for noun, ordinals in first.items()
    )


def count_days_between(one: Fact, other: Fact) -> int:
    """Days between the publications of two values; 0 where one is unknown."""
    if one.day is None or other.day is None:
        return 0
    return abs((one.day - other.day).days)


def have_other_hours(one: Fact, other: Fact) -> bool:
    """Whether both publications have a time of day, and not the same."""
    times = [fact.pages.article.published or "" for fact in (one, other)]
    return all(len(t) > len("2024-10-29") for t in times) and times[0][:16] != times[1][:16]


_TESTS: dict[str, Callable[[Fact, Fact], bool]] = {
    "people": _have_other_people,
    "kind": _count_other_kinds,
    "size": _are_other_sizes,
    "stage": _stages_exclude,
    "part": _are_other_parts,
    "earlier": _is_one_earlier,
    "past": _is_one_long_past,
    "time": have_other_times,
    "names": _name_others,
    "step": _are_other_steps,
    "foreign": _tell_of_others,
    "complement": _have_other_complements,
    "ordinal": _have_other_ordinals,
}
# Those that part two values whatever else is alike; the others make one matter less likely.
FIRM = ("people", "kind", "size", "past", "complement", "ordinal", "step", "foreign")
# An article may word a stage its own way, name a part that is the whole, or tell of another hour.
DOUBTS = {name: f"other_{name}" for name in ("stage", "part", "earlier", "names", "time")}
# All that keeps two values from being a conflict; « bounds », « later » and « known » are asked
# for pairs of one matter.
EXPLANATIONS = (*_TESTS, "bounds", "later", "known")

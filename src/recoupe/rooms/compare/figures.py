"""Figures on one matter that part, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Side, Verdict
from recoupe.rooms.compare.compare_measures import Relation, relate
from recoupe.rooms.compare.counted_words import is_told_before
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.done_verbs import have_more_come
from recoupe.rooms.compare.material import Material, find_lemmas
from recoupe.rooms.compare.matter_tests import WIDEST_RATIO
from recoupe.rooms.compare.matters import name_counted
from recoupe.rooms.compare.measures import Measure, find_measures
from recoupe.rooms.compare.other_measures import find_other_measures

# Two passages must share this much of the shorter one's words before one number against another is
# a conflict: judgement, the only value tried; it raises no false alarm on the two gold stories.
SAME_SENTENCE_RATIO = 0.25
# Two named speakers whose figures stand this close answer each other.
ANSWER_CHARS = 600

Cell = tuple[str, str, tuple[str, ...], str | None, tuple[str, ...]]


def find_figure_differences(material: Material) -> Iterator[Difference]:
    """Differences between figures: one for each matter, with all its values as sides.

    Counts alone; sums, shares, ages, lengths and durations are for `fact_differences`. Does not
    compare figures whose noun and stage differ in name only (« vies perdues », « bilan »).
    """
    cells = _group(find_measures(material))
    for measures in cells.values():
        yield from _compare_cell(material, measures)
    yield from find_other_measures(material, cells)


def _group(measures: Iterable[Measure]) -> dict[Cell, list[Measure]]:
    """Measures of one unit, family, people, stage and part; unknown people join the only known."""
    bare: dict[tuple[str, str, str | None, tuple[str, ...]], list[Measure]] = defaultdict(list)
    for measure in measures:
        bare[
            measure.figure.unit, measure.family, measure.stage, tuple(sorted(measure.part))
        ].append(measure)
    cells: dict[Cell, list[Measure]] = defaultdict(list)
    for (unit, family, stage, part), members in bare.items():
        known = {m.people for m in members if m.people}
        only = next(iter(known)) if len(known) == 1 else None
        for measure in members:
            people = measure.people or only or frozenset()
            cells[unit, family, tuple(sorted(people)), stage, part].append(measure)
    return cells


def _compare_cell(material: Material, measures: Sequence[Measure]) -> Iterator[Difference]:
    """Differences among figures of one measure: an update, then conflicts, then what can both hold."""
    values = _group_values(measures)
    if len(values) < 2:
        return
    pairs = {
        (a, b): _relate_groups(material, values[a], values[b])
        for a, b in combinations(range(len(values)), 2)
    }
    updated = {n for pair, how in pairs.items() if how is Relation.LATER for n in pair}
    if updated:
        yield _make_update(material, [values[n] for n in sorted(updated)])
    for (a, b), how in pairs.items():
        if how is Relation.EXCLUDED:
            yield _make_conflict(material, values[a], values[b])
        elif how is Relation.MEETING and not {a, b} <= updated:
            yield _make_compatible(material, values[a], values[b])


def _group_values(measures: Sequence[Measure]) -> list[list[Measure]]:
    """Measures by value and modifier, in the order of their times."""
    groups: dict[tuple[float, str], list[Measure]] = defaultdict(list)
    for m in measures:
        groups[m.figure.value or 0.0, m.figure.modifier.value if m.figure.modifier else ""].append(
            m
        )
    return sorted(
        groups.values(), key=lambda g: (min(m.time or "9" for m in g), g[0].figure.value or 0)
    )


def _relate_groups(
    material: Material, one: Sequence[Measure], other: Sequence[Measure]
) -> Relation:
    """The relation that holds for two values: the most innocent of their pairs."""
    relations = [(relate(a, b), a, b) for a in one for b in other]
    if any(how is Relation.MEETING for how, a, b in relations):
        return Relation.MEETING
    if any(how is Relation.LATER for how, a, b in relations):
        return Relation.LATER
    provable = [
        (a, b)
        for how, a, b in relations
        if how is Relation.EXCLUDED and _is_provable(material, a, b)
    ]
    if provable and _are_told_apart(one, other, provable):
        return Relation.LATER if _are_days_apart(material, one, other) else Relation.UNRELATED
    if provable and all(have_more_come(material, a, b) for a, b in provable):
        return Relation.LATER
    return Relation.EXCLUDED if provable else Relation.UNRELATED


def _are_told_apart(
    one: Sequence[Measure], other: Sequence[Measure], provable: Sequence[tuple[Measure, Measure]]
) -> bool:
    """Whether an article gives both numbers and is in no dispute about them: it knows why."""
    both = {m.article for m in one} & {m.article for m in other}
    return bool(both) and all(a.article != b.article for a, b in provable)


def _are_days_apart(material: Material, one: Sequence[Measure], other: Sequence[Measure]) -> bool:
    """Whether one number was printed on an earlier day than the other."""
    first = [
        min((material.pages[m.article].article.published or "")[:10] for m in group)
        for group in (one, other)
    ]
    return "" not in first and first[0] != first[1]


def _is_provable(material: Material, one: Measure, other: Measure) -> bool:
    """Whether two numbers surely measure one thing, and no passing of time inside one article.

    Inside one article only two named speakers who answer each other part: an article that gives
    two numbers by itself tells of two times or two parts.
    """
    named = one.speaker is not None and other.speaker is not None and one.speaker != other.speaker
    if one.article == other.article:
        near = abs(one.figure.span.start - other.figure.span.start) <= ANSWER_CHARS
        known = one.stage is not None or one.figure.unit != "person"
        low, high = sorted((one.figure.value or 0.0, other.figure.value or 0.0))
        return named and near and known and high < WIDEST_RATIO * low
    if one.part or _are_known(material, one) != _are_known(material, other):
        return False
    ratio = (
        SAME_SENTENCE_RATIO if one.stage is not None and one.growing else 2 * SAME_SENTENCE_RATIO
    )
    return _share_words(material, one, other) >= ratio


def _are_known(material: Material, measure: Measure) -> bool:
    sentence = material.pages[measure.article].find_sentence(measure.figure.span.start)
    return sentence is not None and is_told_before(sentence, measure.figure)


def _share_words(material: Material, one: Measure, other: Measure) -> float:
    """Share of the shorter sentence's content words that the other has too."""
    bags = []
    for m in (one, other):
        pages = material.pages[m.article]
        sentence = pages.find_sentence(m.figure.span.start)
        span = sentence.span if sentence else m.figure.span
        bags.append({w for w in find_lemmas(pages, span) if not w.replace(" ", "").isdigit()})
    shorter = min(len(bags[0]), len(bags[1]))
    return len(bags[0] & bags[1]) / shorter if shorter else 0.0


def _side(material: Material, group: Sequence[Measure]) -> Side:
    first = group[0]
    speakers = {m.speaker for m in group}
    words = material.cut(first.article, first.figure.span)
    time = min((m.time for m in group if m.time), default=None)
    return make_side(
        words, (m.evidence for m in group), speakers.pop() if len(speakers) == 1 else None, time
    )


def _name_matter(material: Material, measures: Sequence[Measure]) -> str:
    return name_counted([(material.pages[m.article], m.figure) for m in measures])


def _name_speaker(material: Material, measure: Measure) -> str:
    if measure.holder and measure.holder.speaker:
        return measure.holder.speaker.name
    article = material.pages[measure.article].article
    return article.outlet or "l'article"


def _make_update(material: Material, groups: Sequence[Sequence[Measure]]) -> Difference:
    sides = [_side(material, group) for group in groups]
    members = [m for group in groups for m in group]
    return make_difference(
        DifferenceKind.FIGURE,
        Verdict.UPDATE,
        _name_matter(material, members),
        sides,
        give_why("course", steps=tuple((side.value, side.on) for side in sides)),
    )


def _make_conflict(
    material: Material, one: Sequence[Measure], other: Sequence[Measure]
) -> Difference:
    a, b = one[0], other[0]
    sides = [_side(material, one), _side(material, other)]
    speakers = {m.speaker for m in one} | {m.speaker for m in other}
    named = None not in speakers and not ({m.speaker for m in one} & {m.speaker for m in other})
    names = [_name_speaker(material, a), _name_speaker(material, b)]
    if named:
        verdict = Verdict.DISPUTE
        why = give_why(
            "two_values",
            one=names[0],
            first=sides[0].value,
            other=names[1],
            second=sides[1].value,
        )
    elif a.article == b.article and {m.article for m in one} == {m.article for m in other}:
        verdict = Verdict.GARBLED
        why = give_why("figure_garbled", one=sides[0].value, other=sides[1].value)
    else:
        verdict = Verdict.CONTRADICTION
        why = give_why("figure_contradiction", one=sides[0].value, other=sides[1].value)
    return make_difference(
        DifferenceKind.FIGURE, verdict, _name_matter(material, [*one, *other]), sides, why
    )


def _make_compatible(
    material: Material, one: Sequence[Measure], other: Sequence[Measure]
) -> Difference:
    sides = [_side(material, one), _side(material, other)]
    return make_difference(
        DifferenceKind.FIGURE,
        Verdict.COMPATIBLE,
        _name_matter(material, [*one, *other]),
        sides,
        give_why("can_both_hold", one=sides[0].value, other=sides[1].value),
    )

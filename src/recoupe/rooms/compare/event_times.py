"""One event, two days, hours or years, in two articles: put off, wrong, or told twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from recoupe.language.why import give_why
from recoupe.language.word_keys import find_key
from recoupe.records import Difference, DifferenceKind, Evidence, Token, Verdict
from recoupe.rooms.compare.dates import is_start
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material
from recoupe.rooms.compare.matters import name_event
from recoupe.rooms.compare.moved_days import is_moved
from recoupe.rooms.compare.timed import MAIN_EVENT, Timed, find_timed

# Likeness above which two times are of one event whose kind no table names. Chosen on the stories in
# sight of quality/differences.
EVENT_LIKENESS = 0.35
# Two witnesses give one hour up to this far apart.
HOUR_TOLERANCE = timedelta(minutes=30)


def find_event_time_conflicts(material: Material) -> Iterator[Difference]:
    """Differences in which two articles give one event two times that exclude each other.

    Of one grain (hours, days, years). An update where the event was to come and a later article
    says that it is put off, or sets a new day once the first has come; else a contradiction. Silent where one article gives
    both times, where the verbs differ in tense, and for times of speech. « L'accident », « le drame »
    stand for what the title tells.
    """
    timed = find_timed(material)
    told: set[frozenset[object]] = set()
    for one, other in combinations(timed, 2):
        key = frozenset((one.since, other.since))
        if key in told or not _exclude_each_other(one, other) or not _are_one_event(one, other):
            continue
        verdict = _judge(one, other)
        if verdict is None:
            continue
        if verdict is Verdict.CONTRADICTION and _is_known(one, other, timed):
            continue
        told.add(key)
        sides = [_find_same(a, b, timed) for a, b in ((one, other), (other, one))]
        yield _make(material, sides[0], sides[1], verdict)


def _exclude_each_other(one: Timed, other: Timed) -> bool:
    """Whether two articles give two times that cannot be one: of one grain, or an hour and a day.

    What was so at one hour may be so at another. Not where the words are the same: one « jeudi » read as two days is no difference of theirs.
    """
    if one.pages is other.pages or one.is_denied != other.is_denied:
        return False
    if "state" in (one.tense, other.tense):
        return False
    grains = {one.grain, other.grain}
    if len(grains) > 1 and grains != {"hour", "day"}:
        return False
    if (
        one.moment.span.cut(one.pages.text).lower()
        == other.moment.span.cut(other.pages.text).lower()
    ):
        return False
    if _find_gap(one, other) < (HOUR_TOLERANCE if grains == {"hour"} else timedelta(0)):
        return False
    return not (_goes_on(one, other) or _goes_on(other, one))


def _find_gap(one: Timed, other: Timed) -> timedelta:
    """Time between the end of the earlier and the start of the later; negative where they overlap."""
    return max(one.since, other.since) - min(one.until, other.until)


def _goes_on(one: Timed, other: Timed) -> bool:
    """Whether one is only the start, and the other lies after it: « depuis lundi », « vendredi »."""
    return other.since >= one.since and is_start(one.pages, one.moment)


def _are_one_event(one: Timed, other: Timed) -> bool:
    """Whether two times are of one event: of one kind and about one thing, or in like words."""
    if one.kinds.excludes(other.kinds) or _name_others(one, other):
        return False
    if one.kinds.meets(other.kinds) and _share_thing(one, other):
        return True
    if not one.words.near & other.words.near or not _share_event(one, other):
        return False
    return one.words.find_likeness(other.words) >= EVENT_LIKENESS


def _share_thing(one: Timed, other: Timed) -> bool:
    """Whether each is about a thing that the other knows.

    One that names no thing (« il s'est déclaré à 5 h 10 ») may be about the other's.
    """
    known = [bool(a.things.keys() & b.known) for a, b in ((one, other), (other, one))]
    if (one.things and not known[0]) or (other.things and not known[1]):
        return False
    return any(known)


def _name_others(one: Timed, other: Timed) -> bool:
    """Whether each thing that both name has another adjective: « conseil municipal », « régional »."""
    shared = sorted(one.things.keys() & other.things.keys())
    return bool(shared) and all(
        one.things[key] and other.things[key] and one.things[key].isdisjoint(other.things[key])
        for key in shared
    )


def _share_event(one: Timed, other: Timed) -> bool:
    """Whether more than a verb is common: two that « ont perdu » something did so on two days."""
    near = one.words.near & other.words.near
    if MAIN_EVENT in near or len(one.words.own & other.words.own) > 2:
        return True
    return any(
        t.pos == "NOUN" and _find_key(side, t) in near for side in (one, other) for t in side.tokens
    )


def _find_key(side: Timed, token: Token) -> str:
    return find_key(token.lemma, side.pages.article.language or "fr")


def _judge(one: Timed, other: Timed) -> Verdict | None:
    """Update for what is put off, contradiction for what is not, None where tenses keep them apart."""
    if is_moved((one.pages, one.moment), (other.pages, other.moment)):
        return Verdict.UPDATE
    if "future" in (one.tense, other.tense) and one.tense != other.tense:
        return Verdict.CONTRADICTION if one.is_ahead and other.is_ahead else None
    return Verdict.CONTRADICTION


def _is_known(one: Timed, other: Timed, timed: Sequence[Timed]) -> bool:
    """Whether one of the two articles gives the other's time too: beside its own, or for the same."""
    return any(
        t.pages is a.pages
        and t.grain == b.grain
        and t.since < b.until
        and b.since < t.until
        and (t.sentence is a.sentence or t.grain == "year" or _are_one_event(t, b))
        for a, b in ((one, other), (other, one))
        for t in timed
    )


def _find_same(one: Timed, other: Timed, timed: Sequence[Timed]) -> list[Timed]:
    """A time first, then those of the same words' day or hour that other articles give for the event."""
    return [
        one,
        *(
            t
            for t in timed
            if t is not one
            and t.grain == one.grain
            and _find_gap(t, one) < (HOUR_TOLERANCE if one.grain == "hour" else timedelta(0))
            and t.pages is not other.pages
            and _are_one_event(t, other)
        ),
    ]


def _make(
    material: Material, one: Sequence[Timed], other: Sequence[Timed], verdict: Verdict
) -> Difference:
    groups = [one, other]
    if verdict is Verdict.UPDATE:
        groups.sort(key=lambda g: g[0].published)
    words = [material.cut(g[0].pages.article.id, g[0].moment.span) for g in groups]
    speakers = [_find_speaker(g[0]) for g in groups]
    if verdict is Verdict.CONTRADICTION and None not in speakers and speakers[0] != speakers[1]:
        verdict = Verdict.DISPUTE
    sides = [
        make_side(
            value,
            [Evidence(t.pages.article.id, t.moment.span) for t in group],
            speaker,
            (group[0].published or None) if verdict is Verdict.UPDATE else group[0].moment.since,
        )
        for value, speaker, group in zip(words, speakers, groups, strict=True)
    ]
    first, second = groups[0][0], groups[1][0]
    keys = first.words.find_shared(second.words)
    matter = name_event((first.pages, first.sentence), (second.pages, second.sentence), keys)
    code = "day_changed" if verdict is Verdict.UPDATE else "times_exclude"
    why = give_why(code, one=words[0], other=words[1])
    return make_difference(DifferenceKind.DATE, verdict, matter, sides, why)


def _find_speaker(timed: Timed) -> str | None:
    """Id of who says so; None in the article's own voice."""
    holder = timed.pages.find_holder(timed.moment.span)
    return holder.speaker.id if holder and holder.speaker else None

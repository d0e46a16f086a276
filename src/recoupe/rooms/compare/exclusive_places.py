"""One event put at two places, or one blow dealt to two things, that exclude each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Evidence, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material
from recoupe.rooms.compare.placed_events import Placed, list_placed

# Where no day is named, one name and publication so soon make it one event. Judgement.
LONGEST_GAP_DAYS = 3


def find_exclusive_places(material: Material) -> Iterator[Difference]:
    """Contradictions, and disputes between two speakers, over where one event took place.

    « une attaque contre la gare routière d'Osmarra », « la frappe qui a soufflé le marché
    couvert d'Osmarra »; « la séance de mercredi, à la mairie », « mercredi, à la préfecture, les
    discussions ». Both sentences name the event, and a day or a place in common; neither article
    may put the event at the other's kind of place. One for each event and pair of kinds.
    """
    by_event: dict[str, list[Placed]] = defaultdict(list)
    for placed in list_placed(material):
        by_event[placed.event].append(placed)
    for event in sorted(by_event):
        met: set[frozenset[str]] = set()
        for one, other in combinations(by_event[event], 2):
            key = frozenset({one.kind, other.kind})
            if key not in met and _do_exclude(one, other) and _is_one_event(one, other):
                if _knows_both(one, other, by_event[event]):
                    continue
                met.add(key)
                yield _make(material, one, other)


def _do_exclude(one: Placed, other: Placed) -> bool:
    """Whether the two places are two of one family, and no part of each other."""
    if one.family != other.family or one.kind == other.kind:
        return False
    return one.kind not in other.inside and other.kind not in one.inside


def _is_one_event(one: Placed, other: Placed) -> bool:
    """Whether two articles, or two speakers of one, tell of one event: by its day or a name."""
    if one.pages is other.pages:
        speakers = (one.speaker, other.speaker)
        return one.family == "stand" and None not in speakers and speakers[0] != speakers[1]
    first, second = one.days, other.days
    if first and second:
        return any(a[0] < b[1] and b[0] < a[1] for a in first for b in second)
    published = [
        date.fromisoformat(p.pages.article.published[:10])
        for p in (one, other)
        if p.pages.article.published
    ]
    soon = len(published) < 2 or abs((published[0] - published[1]).days) <= LONGEST_GAP_DAYS
    return soon and bool(one.names & other.names)


def _knows_both(one: Placed, other: Placed, placed: Sequence[Placed]) -> bool:
    """Whether one of the articles puts such an event, or anything, at the other's kind too."""
    if one.pages is other.pages:
        return False
    kinds = {
        pages.article.id: {p.kind for p in placed if p.pages is pages}
        for pages in (one.pages, other.pages)
    }
    return other.kind in kinds[one.pages.article.id] or one.kind in kinds[other.pages.article.id]


def _make(material: Material, one: Placed, other: Placed) -> Difference:
    pair = (one, other)
    words = [material.cut(p.pages.article.id, p.span) for p in pair]
    speakers = [p.speaker for p in pair]
    named = None not in speakers and speakers[0] != speakers[1]
    return make_difference(
        DifferenceKind.PLACE,
        Verdict.DISPUTE if named else Verdict.CONTRADICTION,
        " / ".join(words),
        [
            make_side(
                w,
                [Evidence(p.pages.article.id, p.span, p.holder.id if p.holder else None)],
                p.speaker,
                p.pages.article.published,
            )
            for w, p in zip(words, pair, strict=True)
        ],
        give_why("times_exclude", one=words[0], other=words[1]),
    )

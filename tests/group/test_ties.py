"""What ties of origin do to stories."""

from __future__ import annotations

from math import sqrt

import pytest

from recoupe.records import Link, Origin, OriginKind
from recoupe.rooms.group.clusters import SAME_STORY, TIED_STORY, join_events
from recoupe.rooms.group.features import EventFeatures
from recoupe.rooms.group.likeness import EventVectors
from recoupe.rooms.group.ties import keep_inside, list_ties

NONE: frozenset[str] = frozenset()


def make_event(name: str, shared: float) -> EventVectors:
    """An event whose names have so much in common with any other made here."""
    event = EventFeatures(name, "2031-03-04", {}, {}, NONE, NONE, {}, frozenset())
    names = {"all": sqrt(shared), name: sqrt(1 - shared)}
    keys = {f"key {n}": 0.0 for n in range(2)}
    return EventVectors(event, {**names, **keys}, {}, {})


def make_link(source: str, target: str, ratio: float) -> Link:
    return Link(source, target, OriginKind.COPY, ratio, "copie")


@pytest.mark.parametrize(
    ("likeness", "tied", "stories"),
    [
        (SAME_STORY + 0.02, False, 1),
        ((SAME_STORY + TIED_STORY) / 2, False, 2),
        ((SAME_STORY + TIED_STORY) / 2, True, 1),
        (TIED_STORY / 2, True, 2),
    ],
)
def test_a_tie_joins_what_is_not_quite_unlike(likeness: float, tied: bool, stories: int) -> None:
    events = [make_event(name, 2 * likeness) for name in "ab"]
    assert len(join_events(events, [("a", "b")] if tied else [])) == stories


def test_an_article_made_of_two_dispatches_is_tied_to_the_larger_part() -> None:
    links = (make_link("a", "m", 0.6), make_link("b", "m", 0.3), make_link("a", "c", 0.9))
    origin = Origin("o", ("a", "b", "m", "c"), OriginKind.COPY, None, links)
    assert list_ties([origin]) == (("a", "c"), ("a", "m"))


def test_an_origin_of_two_stories_is_cut_at_their_border() -> None:
    links = (make_link("a", "m", 0.6), make_link("b", "m", 0.3))
    whole = Origin("o", ("a", "b", "m"), OriginKind.COPY, None, links)
    (first,) = keep_inside([whole], {"a", "m", "x"})
    (second,) = keep_inside([whole], {"b"})
    assert (first.articles, first.kind, first.links) == (("a", "m"), OriginKind.COPY, links[:1])
    assert (second.articles, second.kind, second.root) == (("b",), OriginKind.OWN, "b")
    assert len({whole.id, first.id, second.id}) == 3


def test_an_origin_inside_another_stays_inside_it() -> None:
    outer = Origin(
        "outer", ("a", "b", "m"), OriginKind.SAME_EVENT, None, (make_link("a", "b", 0.4),)
    )
    inner = Origin("inner", ("a", "b"), OriginKind.COPY, "a", outer.links, within="outer")
    kept = keep_inside([outer, inner], {"a", "b"})
    assert kept[1].within == kept[0].id
    assert keep_inside([outer, inner], {"a", "b", "m"}) == (outer, inner)

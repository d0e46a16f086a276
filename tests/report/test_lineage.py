"""Ties between articles: within an origin, and between two that are counted apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.records import Link, Origin, OriginKind, Story
from recoupe.rooms.report.draw_lineage import draw_lineage
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.list_ties import list_links
from recoupe.rooms.report.load_labels import load_labels
from recoupe.rooms.report.view_claims import view_origins
from tests.report.invented import make_dossier

DOSSIER = make_dossier()
STORY = DOSSIER.stories[0]
COUNTED = STORY.counted_origins
# An article of one origin and an article of another.
ONE, OTHER = (origin.articles[0] for origin in COUNTED[:2])
HEARD = Link(ONE, OTHER, OriginKind.SAME_EVENT, 0.08, "une parole en commun", "one statement")


def _add(link: Link) -> Story:
    within = Origin("o-heard", (link.source, link.target), link.kind, None, (link,), COUNTED[0].id)
    return replace(STORY, origins=(*STORY.origins, within))


@pytest.mark.parametrize(("story", "crosses"), [(STORY, False), (_add(HEARD), True)])
def test_a_tie_between_two_origins_is_drawn_and_listed(story: Story, crosses: bool) -> None:
    index = DossierIndex(replace(DOSSIER, stories=(story,)), load_labels("fr"))
    lineage = draw_lineage(story, view_origins(story, index), index)
    assert lineage.crosses is crosses
    assert [edge.style for edge in lineage.edges].count("dotted") == int(crosses)
    assert [len(row.origins) for row in lineage.rows].count(2) == int(crosses)
    assert len({node.origin for node in lineage.nodes}) == len(COUNTED)


def test_a_tie_that_a_wider_origin_also_holds_is_listed_once() -> None:
    known = next(link for origin in COUNTED for link in origin.links)
    assert list(list_links(_add(known))) == list(list_links(STORY))

"""What is to be changed in a page so that it reads in another language."""

from __future__ import annotations

import json
import re

import pytest

from recoupe.records import Dossier
from recoupe.rooms.report import report
from recoupe.rooms.report.list_swaps import list_swaps
from tests.report.invented import make_dossier, make_single


@pytest.mark.parametrize(
    ("here", "there", "names", "pairs", "places"),
    [
        ("<p>un</p>", "<p>un</p>", [""], [], []),
        ("<p>un</p>", "<p>one</p>", [""], [("un", "one")], [0, -1, 0]),
        ("<p></p>", "<p>one</p>", [""], [("", "one")], [0, -1, 0]),
        ("<p>l&amp;a</p>", "<p>t&lt;b</p>", [""], [("l&a", "t<b")], [0, -1, 0]),
        ("<p> <b>x</b> un</p>", "<p> <b>x</b> one</p>", [""], [(" un", " one")], [0, 0, 0]),
        ("<p>à <br>un</p>", "<p>à <br>one</p>", [""], [("un", "one")], [0, 1, 0]),
        ('<p title="un">x</p>', '<p title="one">x</p>', ["", "title"], [("un", "one")], [0, -2, 0]),
        ("<p>x</p>", '<p lang="fr">x</p>', ["", "lang"], [(None, "fr")], [0, -2, 0]),
        ("<i>a</i><p><b>a</b></p>", "<i>b</i><p><b>b</b></p>", [""], [("a", "b")],
         [0, -1, 0, 2, -1, 0]),
        ("<!-- size --><p>un</p>", "<!-- size --><p>one</p>", [""], [("un", "one")], [0, -1, 0]),
    ],
)  # fmt: skip
def test_swaps(
    here: str,
    there: str,
    names: list[str],
    pairs: list[tuple[str | None, str | None]],
    places: list[int],
) -> None:
    swaps = list_swaps(here, there)
    assert swaps is not None
    assert (swaps.names, swaps.pairs, swaps.places) == (names, pairs, places)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("<p>un</p>", "<p>one<br></p>"),
        ("<p>un</p>", "<b>one</b>"),
        ("<p><b>x</b> un</p>", "<p><b>x</b> </p>"),
    ],
)
def test_no_swaps_where_the_elements_are_not_the_same(here: str, there: str) -> None:
    assert list_swaps(here, there) is None


@pytest.mark.parametrize("dossier", [make_dossier(), make_single("Un texte."), Dossier((), ())])
def test_every_page_has_its_swaps_both_ways(dossier: Dossier) -> None:
    found = []
    for language in ("fr", "en"):
        html = report(dossier, "html", language=language)
        block = re.search(r'<script type="application/json" id="swaps">(.*?)</script>', html)
        assert block is not None
        found.append(json.loads(block[1]))
    one, other = found
    assert one["count"] == other["count"]
    assert one["places"] == other["places"]
    assert one["pairs"] == [list(reversed(pair)) for pair in other["pairs"]]
    assert ["Lignée", "Lineage"] in one["pairs"] or not dossier.stories

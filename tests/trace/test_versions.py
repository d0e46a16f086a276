"""Versions of one article: one address, another text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.records import Dossier, OriginKind, Story
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.load_labels import load_labels
from recoupe.rooms.report.view_summary import count_story
from recoupe.rooms.trace import trace
from recoupe.rooms.trace.versions import find_versions
from tests.trace.articles import make_article

FIRST = (
    "Un entrepôt de laine a brûlé mardi matin dans la zone des Vernes, à Montalbin. "
    "Deux pompiers ont été légèrement blessés et conduits à la clinique du Parc. "
    "La route de Servigny reste fermée dans les deux sens jusqu'à nouvel ordre."
)
LATER = FIRST.replace("Deux pompiers", "Quatre pompiers") + (
    " Le propriétaire, entendu par la gendarmerie, parle d'un départ de feu dans un chariot."
)
OTHER = (
    "Les tisserands de Montalbin ouvrent leurs ateliers au public pendant tout le mois de mai. "
    "Une navette gratuite part chaque samedi de la gare."
)
ADDRESS = "https://www.le-guet.example/faits/entrepot-des-vernes"


@pytest.mark.parametrize(
    "address",
    [
        ADDRESS,
        ADDRESS + "/",
        ADDRESS.replace("https://www.", "http://"),
        ADDRESS + "?utm_source=lettre#commentaires",
    ],
)
def test_one_address_with_two_texts_is_one_article_in_two_versions(address: str) -> None:
    one = replace(make_article("1.html", FIRST), also_at=(ADDRESS,))
    other = make_article(address, LATER, published="2031-03-05")
    (link,) = find_versions([other, one])
    assert (link.source, link.target, link.kind) == (one.id, other.id, OriginKind.VERSION)
    (origin,) = trace([one, other])
    assert (origin.kind, origin.root) == (OriginKind.VERSION, one.id)
    assert [k.kind for k in origin.links] == [OriginKind.VERSION]


@pytest.mark.parametrize(
    ("address", "text"),
    [
        (ADDRESS + "?page=2", LATER),  # another page
        ("https://www.le-guet.example/", LATER),
        (ADDRESS, OTHER),  # an address used again
    ],
)
def test_these_are_no_versions(address: str, text: str) -> None:
    source = "https://le-guet.example/" if address.endswith("example/") else ADDRESS
    assert find_versions([make_article(source, FIRST), make_article(address, text)]) == ()


def test_a_text_written_anew_under_one_title_is_a_version() -> None:
    one = replace(make_article(ADDRESS, FIRST), title="Ce que l'on sait de l'incendie")
    other = replace(make_article(ADDRESS, OTHER), title="Ce que l'on sait de l'incendie")
    assert len(find_versions([one, other])) == 1


def test_versions_count_as_one_article() -> None:
    one, other = make_article(ADDRESS, FIRST), make_article(ADDRESS, LATER, published="2031-03-05")
    story = Story("s", "", (one.id, other.id), trace([one, other]))
    counts = count_story(story, DossierIndex(Dossier((one, other), (story,)), load_labels("fr")))
    assert (counts.articles, counts.versions, counts.texts, counts.origins) == (1, 1, 1, 1)

"""Media that articles cite: where they are found, and what origins they make."""

from __future__ import annotations

from itertools import pairwise

import pytest

from recoupe.records import Article, Origin, OriginKind
from recoupe.rooms.trace import trace
from recoupe.rooms.trace.citations import find_citations, make_keys
from tests.trace.articles import make_article

OUTLETS = make_keys("La Lanterne de Brévanne") | make_keys("phare-du-soir.example")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Selon Le Parisien, le maire a démissionné", "parisien"),
        ("Le maire a démissionné, rapporte le Figaro", "figaro"),
        ("Il s'agit d'un suicide, d'après nos confrères de Ouest-France", "ouestfrance"),
        ("« Je pars », a-t-il dit à l'AFP", "afp"),
        ("Interrogée par la BBC, la ministre dément", "bbc"),
        ("Le juge parlait mardi au micro de France Inter", "franceinter"),
        ("Dans un entretien au Monde, le juge se défend", "monde"),
        ("Libération a révélé lundi que la banque savait", "liberation"),
        ("Selon le quotidien La Lanterne de Brévanne, la banque savait", "lanternedebrevanne"),
        (
            "Selon les informations de La Lanterne de Brévanne, la banque savait",
            "lanternedebrevanne",
        ),
    ],
)
def test_a_cited_medium_is_found(text: str, key: str) -> None:
    (citation,) = find_citations(make_article("a", text), OUTLETS)
    assert citation.key == key
    assert citation.span.cut(text).endswith(citation.name) or citation.name in text


@pytest.mark.parametrize(
    "text",
    [
        "Selon le maire, la route est coupée",
        "Le Monde paraît l'après-midi",
        "Les échos de la fête se sont tus, rapporte le gardien",
        "La Croix-Rousse est calme, selon la police",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert find_citations(make_article("a", text), OUTLETS) == ()


def test_an_outlet_does_not_cite_itself() -> None:
    article = make_article("a", "Selon Le Parisien, il part", outlet="www.leparisien.fr")
    assert find_citations(article, frozenset()) == ()


TOLD = {
    "Le Phare": "la trésorière du club de Brévanne a détourné quarante mille euros de cotisations. "
    "Un ancien joueur se souvient des maillots payés en liquide. Le stade attend sa tribune",
    "La Dune": "quarante mille euros de cotisations ont été détournés par la trésorière du club de "
    "Brévanne. La fédération réunira son bureau jeudi soir. Un audit des comptes est promis",
    "Hebdo Sud": "le club de Brévanne a perdu quarante mille euros, des cotisations que sa trésorière "
    "aurait détournés. Au bar du port, on ne parle plus que de cela. Les parents veulent savoir",
    "Radio Bise": "à Brévanne, des cotisations du club ont été détournés par sa trésorière, soit "
    "quarante mille euros. Le maire refuse de répondre. La subvention sera gelée en avril",
}


def cite(outlet: str, cited: str | None, *, hour: int | None) -> Article:
    """An article of an outlet that has the news from another, or is the first to tell it."""
    lead = f"Selon {cited}," if cited else "Nous révélons que"
    day = "2031-03-04"
    return make_article(
        outlet,
        f"{lead} {TOLD[outlet]}.",
        outlet=outlet,
        published=day if hour is None else f"{day}T{hour:02}:00:00",
    )


def find_counted(articles: list[Article]) -> list[Origin]:
    return [origin for origin in trace(articles) if origin.within is None]


def test_outlets_that_cite_one_that_was_not_read_are_one_origin() -> None:
    articles = [cite(outlet, "Le Parisien", hour=n) for n, outlet in enumerate(TOLD)]
    (origin,) = find_counted(articles)
    assert origin.kind is OriginKind.SAME_CREDIT
    assert origin.root is None
    assert {link.why for link in origin.links} == {"citent tous deux Parisien"}


def test_a_chain_of_citations_leads_to_its_first_article() -> None:
    chain = [
        cite("Le Phare", None, hour=1),
        cite("La Dune", "Le Phare", hour=2),
        cite("Hebdo Sud", "La Dune", hour=3),
        cite("Radio Bise", "Hebdo Sud", hour=4),
    ]
    (origin,) = find_counted(chain)
    assert origin.root == chain[0].id
    assert [(link.source, link.target) for link in origin.links] == [
        (a.id, b.id) for a, b in pairwise(chain)
    ]


def test_a_circle_of_citations_ends_and_says_so() -> None:
    circle = [
        cite("Le Phare", "Hebdo Sud", hour=None),
        cite("La Dune", "Le Phare", hour=None),
        cite("Hebdo Sud", "La Dune", hour=None),
    ]
    (origin,) = find_counted(circle)
    assert origin.root is None
    assert all("citation circulaire" in link.why for link in origin.links)


def test_a_medium_cited_for_something_else_joins_nothing() -> None:
    one = cite("Le Phare", "Le Parisien", hour=1)
    other = make_article(
        "b",
        "Selon Le Parisien, le ministre prépare une réforme du permis de chasse. Les maires de "
        "montagne s'inquiètent. Le texte arrivera au Sénat en juin.",
        outlet="La Dune",
    )
    assert len(find_counted([one, other])) == 2

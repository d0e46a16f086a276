"""How claims of several genres are reported over time: alleged, denied, confirmed."""

from __future__ import annotations

import pytest

from recoupe.records import Claim
from tests.align.stories import find_claims, make_article

HISTORIES = [
    (
        "health",
        [
            ("2031-03-02T08:00", "Elle avance que [[Rosa Quint|alleges|le vaccin d'Orphéa a tué un patient à Vexin]]."),
            ("2031-03-02T18:00", "Il dément que [[Paul Orfeuil|denies|le vaccin d'Orphéa ait tué un patient à Vexin]]."),
            ("2031-03-05T09:00", "Elle confirme que [[Lise Caron|confirms|le vaccin d'Orphéa a tué un patient à Vexin]]."),
        ],
        [("2031-03-02", "alleged"), ("2031-03-02", "denied"), ("2031-03-05", "confirmed")],
    ),
    (
        "politics: one speaker denies, then admits",
        [
            ("2031-04-01", "Selon lui, [[Yves Morand|asserts|la ministre a bénéficié d'un logement gratuit à Varennes]]."),
            ("2031-04-02", "Elle réfute avoir [[Inès Valdor|denies|bénéficié d'un logement gratuit à Varennes]]."),
            ("2031-04-09", "Elle reconnaît avoir [[Inès Valdor|confirms|bénéficié d'un logement gratuit à Varennes]]."),
        ],
        [("2031-04-01", "alleged"), ("2031-04-02", "denied"), ("2031-04-09", "confirmed")],
    ),
    (
        "business: told a day late, the day of speech counts",
        [
            ("2031-09-05", "<<2031-09-01|Lundi>>, il redoutait [[Marc Sorel|warns|la fermeture de l'usine de Quimerch]]."),
            ("2031-09-03", "Elle a démenti [[Lise Caron|denies|la fermeture de l'usine de Quimerch]]."),
            ("2031-11-20", "Elle a annoncé [[Lise Caron|announces|la fermeture de l'usine de Quimerch]]."),
        ],
        [("2031-09-01", "alleged"), ("2031-09-03", "denied"), ("2031-11-20", "announced")],
    ),
    (
        "sport: nobody knows, then it is signed",
        [
            ("2031-06-03", "Il n'a pu confirmer [[Paul Rambert|cannot_confirm|le départ de l'entraîneur de Bressieux]]."),
            ("2031-06-10", "Il a confirmé [[Paul Rambert|confirms|le départ de l'entraîneur de Bressieux]]."),
        ],
        [("2031-06-03", "not_confirmed"), ("2031-06-10", "confirmed")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("articles", "history"), [row[1:] for row in HISTORIES], ids=[row[0] for row in HISTORIES]
)
@pytest.mark.parametrize("turned", [False, True], ids=["as told", "turned round"])
def test_the_status_of_a_claim_follows_the_days(
    articles: list[tuple[str, str]], history: list[tuple[str, str]], turned: bool
) -> None:
    made = [
        make_article(f"a{n}", text, published=published)
        for n, (published, text) in enumerate(articles)
    ]
    claims: tuple[Claim, ...] = find_claims(*(made[::-1] if turned else made))
    (claim,) = (c for c in claims if c.article_count == len(articles))
    assert [(change.on, change.status.value) for change in claim.status] == history

"""A weekday or a date without a year lies ahead where the words around it say so."""

from __future__ import annotations

import pytest

from recoupe.records import Article
from recoupe.rooms.annotate import annotate


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Les pourparlers prévus jeudi étaient suspendus.", "2026-10-15"),
        ("La réunion était prévue jeudi, elle a été annulée.", "2026-10-08"),
        ("La commission se saisira du dossier mercredi.", "2026-10-14"),
        ("L'audience a été renvoyée au 22 octobre.", "2026-10-22"),
        ("Il se retira jeudi de la course.", "2026-10-08"),
        ("Le préfet a fixé lundi les règles.", "2026-10-12"),
        ("Le maire a reporté jeudi la réunion.", "2026-10-08"),
        ("Le groupe comptait fermer l'usine en mars.", "2027-03-01"),
        ("Le groupe voulait fermer l'usine en août.", "2026-08-01"),
        ("Trois presses partiraient pour Brissy le 20 novembre.", "2026-11-20"),
        ("La mairie veut rouvrir le pont fin novembre.", "2026-11-21"),
        ("La ministre a reporté son déplacement à lundi.", "2026-10-19"),
        ("Le préfet a repoussé la séance au 6 novembre.", "2026-11-06"),
        ("La course s'achève dimanche à Brissy.", "2026-10-18"),
        ("Le club s'impose samedi à Brissy.", "2026-10-10"),
        ("13 h 20 — Le pont est rouvert\nLe trafic a repris lundi.", "2026-10-13T13:20:00"),
    ],
)
def test_the_first_moment(text: str, since: str) -> None:
    made = annotate([Article("row.txt", text, language="fr", published="2026-10-13T16:30:00")])
    (article,) = made
    assert isinstance(article, Article)
    assert article.moments[0].since == since


def test_a_page_closed_in_the_night_tells_of_the_evening_before() -> None:
    text = "23h10 – Le maire est battu.\n\n0h20 – La salle se vide."
    (article,) = annotate(
        [Article("row.txt", text, language="fr", published="2026-10-13T00:45:00")]
    )
    assert isinstance(article, Article)
    assert [m.since for m in article.moments] == ["2026-10-12T23:10:00", "2026-10-13T00:20:00"]


def test_the_day_after_follows_a_past_day_where_the_verb_tells_of_the_past() -> None:
    text = "Elle a voté mardi. Le vote est prévu le 12 novembre. Le lendemain, il a gelé."
    (article,) = annotate(
        [Article("row.txt", text, language="fr", published="2026-10-16T12:00:00")]
    )
    assert isinstance(article, Article)
    assert article.moments[-1].since == "2026-10-14"

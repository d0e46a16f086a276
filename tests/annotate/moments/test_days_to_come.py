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
        ("13 h 20 — Le pont est rouvert\nLe trafic a repris lundi.", "2026-10-13T13:20:00"),
    ],
)
def test_the_first_moment(text: str, since: str) -> None:
    made = annotate([Article("row.txt", text, language="fr", published="2026-10-13T16:30:00")])
    (article,) = made
    assert isinstance(article, Article)
    assert article.moments[0].since == since

"""Whether a claim's words read alone: what the first screen of a story chooses its lines by."""

from __future__ import annotations

import pytest

from recoupe.records import Article, Reading, Span
from recoupe.rooms.align.read_alone import read_alone
from tests.align.stories import make_article

TEXT = (
    "La mairie de Valmorin a fermé le pont des Tanneurs mardi matin. "
    "Elle a fermé le pont des Tanneurs après la crue de lundi. "
    "Le pont des Tanneurs, fermé depuis mardi, rouvrira samedi selon la préfecture."
)


@pytest.fixture(scope="module")
def article() -> Article:
    return make_article("pont.txt", TEXT)


@pytest.mark.parametrize(
    ("words", "reading"),
    [
        ("La mairie de Valmorin a fermé le pont des Tanneurs mardi matin", Reading.SENTENCE),
        ("Elle a fermé le pont des Tanneurs après la crue de lundi", Reading.LEANING),
        ("Le pont des Tanneurs, fermé depuis mardi, rouvrira samedi", Reading.SENTENCE),
        ("La mairie de Valmorin a fermé le", Reading.LEANING),
        ("fermé depuis mardi", Reading.FRAGMENT),
        ("le pont des Tanneurs mardi matin", Reading.FRAGMENT),
    ],
)
def test_words_read_alone(article: Article, words: str, reading: Reading) -> None:
    at = TEXT.index(words)
    assert read_alone(article, Span(at, at + len(words))) is reading

"""Signs of contradiction between two sentences without context."""

from __future__ import annotations

import pytest

from recoupe.records import Article
from recoupe.rooms.annotate import annotate
from recoupe.rooms.compare.sentence_pairs import WEIGHTS, rate_contradiction, read_signs

ROWS = [
    ("La digue a cédé.", "La digue n'a pas cédé.", "négation", True),
    ("La digue a coûté 3 millions d'euros.", "La digue a coûté 8 millions d'euros.", "nombre", True),
    ("Les ventes ont augmenté.", "Les ventes ont baissé.", "contraires", None),
    ("La digue a cédé en 2019.", "La digue a cédé en 2021.", "date", None),
    ("La digue est en pierre.", "La digue est longue.", None, False),
]  # fmt: skip


def read(*texts: str) -> list[Article]:
    """Annotated texts."""
    articles = [Article(source=str(n), text=text, language="fr") for n, text in enumerate(texts)]
    return [done for done in annotate(articles) if isinstance(done, Article)]


@pytest.mark.parametrize(("one", "other", "reason", "conflict"), ROWS)
def test_rates_a_pair(one: str, other: str, reason: str | None, *, conflict: bool | None) -> None:
    rating = rate_contradiction(*read(one, other))
    assert rating.reason == reason
    if conflict is not None:
        assert (rating.probability > 1 / 2) is conflict


def test_order_changes_nothing_and_every_sign_has_a_weight() -> None:
    one, other = read("La digue a cédé lundi.", "Aucune digue n'a cédé en 2019.")
    assert read_signs(one, other) == read_signs(other, one)
    assert read_signs(one, other).keys() == WEIGHTS.keys()

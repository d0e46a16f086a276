"""Ids made from content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.records import make_id, make_slug


@given(st.lists(st.text()), st.lists(st.text()))
def test_different_parts_make_different_ids(one: list[str], other: list[str]) -> None:
    assert (make_id(*one) == make_id(*other)) == (one == other)


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Élodie Œuvray", "elodie-oeuvray"), ("L'État", "l-etat"), ("O.N.U.", "o-n-u")],
)
def test_slugs(name: str, slug: str) -> None:
    assert make_slug(name) == slug


def test_names_without_latin_letters_stay_apart() -> None:
    assert make_slug("北京") != make_slug("上海")

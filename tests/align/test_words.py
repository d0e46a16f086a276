"""Families of words: the same, near, neither."""

from __future__ import annotations

import re

import pytest

from recoupe.language import load_table
from recoupe.rooms.align.words import find_near_families


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("embaucher", "recrutement", True),
        ("chauffeur", "conducteur", True),
        ("décès", "succomber", True),
        ("embaucher", "licencier", False),
        ("chauffeur", "chauffage", False),
    ],
)
def test_near_words_share_a_family(one: str, other: str, near: bool) -> None:
    families = set(find_near_families(one, "fr")) & set(find_near_families(other, "fr"))
    assert bool(families) == near


def test_every_family_of_near_words_is_a_plain_list() -> None:
    for entry in load_table("fr", "near_words"):
        assert re.fullmatch(r"\^\(\?:[\w-]+(?:\|[\w-]+)+\)\$", str(entry.pattern)), entry.pattern

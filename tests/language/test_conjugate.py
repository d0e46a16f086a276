"""Printed forms of verbs of each group."""

from __future__ import annotations

import pytest

from recoupe.language import load_table
from recoupe.language.conjugate import conjugate


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("annoncer", {"annonçait", "annonça", "annonçant", "annoncé", "annoncera"}),
        ("exiger", {"exigeait", "exigea", "exigeant", "exige"}),
        ("révéler", {"révèle", "révélait", "révélera"}),
        ("rappeler", {"rappelle", "rappelait", "rappellera", "rappelant"}),
        ("avertir", {"avertit", "avertissait", "averti", "avertissant"}),
        ("dire", {"dit", "disait", "disant", "disent", "dira"}),
        ("soutenir", {"soutient", "soutenait", "soutiendra", "soutenu"}),
        ("admettre", {"admet", "admettait", "admis", "admettra"}),
        ("craindre", {"craint", "craignait", "craignent"}),
        ("reconnaître", {"reconnaît", "reconnaissait", "reconnu"}),
        ("démentir", {"dément", "démentait", "démenti", "démentent"}),
        ("prévoir", {"prévoit", "prévoyait", "prévu"}),
    ],
)
def test_forms(infinitive: str, forms: set[str]) -> None:
    assert forms <= {form for form, _ in conjugate(infinitive, "fr")}


def test_conjugation_rules_find_their_examples() -> None:
    for entry in load_table("fr", "conjugations"):
        assert all(entry.regex.search(example) for example in entry.examples), entry.key
        assert not any(entry.regex.search(example) for example in entry.counter_examples), entry.key

"""What a passage says is not so, and which passages a negation keeps apart."""

from __future__ import annotations

import pytest

from recoupe.rooms.align.negation import find_negated
from tests.align.stories import make_article, share_claim


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("La vanne n'a pas été ouverte.", {"ouverte"}),
        ("La Norvège ne peut pas financer le barrage.", {"peut", "financer"}),
        ("Aucun train ne circule.", {"train", "circule"}),
        ("L'eau peut être bue sans risque.", {"risque"}),
        ("La commune est incapable de financer le barrage.", {"incapable", "financer"}),
        ("Les habitants n'ont plus de courant.", {"ont", "courant"}),
        ("La participation n'a atteint que 48 %.", set()),
        ("La vanne a été ouverte.", set()),
    ],
)
def test_what_is_denied(text: str, denied: set[str]) -> None:
    (sentence,) = make_article("one", text).sentences
    tokens = sentence.tokens
    found = find_negated(tokens, range(len(tokens)), "fr")
    assert {tokens[n].text for n in found} == denied


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L'eau du robinet de Tolmar peut être bue sans danger.", "Il n'y a aucun danger à boire l'eau du robinet à Tolmar."),
        ("Les écoles de Tolmar resteront fermées lundi.", "Les écoles de Tolmar n'ouvriront pas lundi."),
        ("Le barrage de Tolmar n'a coûté que 40 millions.", "Le barrage de Tolmar a coûté 40 millions."),
    ],
)  # fmt: skip
def test_a_negation_of_something_else_keeps_nothing_apart(one: str, other: str) -> None:
    assert share_claim(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Les trains roulent entre Tolmar et Vexin.", "Les trains ne roulent pas entre Tolmar et Vexin."),
        ("Le barrage de Tolmar est sans fissure.", "Une fissure traverse le barrage de Tolmar."),
        ("Le préfet de Tolmar exclut la piste criminelle.", "Le préfet de Tolmar n'exclut pas la piste criminelle."),
    ],
)  # fmt: skip
def test_what_one_denies_and_the_other_says_is_two_claims(one: str, other: str) -> None:
    assert not share_claim(one, other)

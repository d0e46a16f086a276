"""Shared words are shown as they are printed."""

from __future__ import annotations

import pytest

from recoupe.language.word_keys import find_key
from recoupe.records import Token
from recoupe.rooms.compare.print_words import print_words

LEMMAS = ["quatre", "personne", "être", "mourir", "dans", "effondrement", "Vaubrières"]
TEXTS = ["Quatre", "personnes", "sont", "mortes", "dans", "l'effondrement", "Vaubrières"]
TOKENS = [
    Token(0, 1, text, lemma, "PROPN" if lemma[0].isupper() else "NOUN", "dep", 0)
    for text, lemma in zip(TEXTS, LEMMAS, strict=True)
]


@pytest.mark.parametrize(
    ("lemmas", "expected"),
    [
        (["Vaubrières", "mourir"], "mortes, Vaubrières"),
        (["décéder"], "mortes"),
        (["personne", "mourir"], "mortes"),
        (["effondrement", "Vaubrières", "mourir"], "l'effondrement, Vaubrières"),
        (["girouette"], ""),
    ],
)
def test_words_stand_as_printed_in_the_order_of_the_sentence(
    lemmas: list[str], expected: str
) -> None:
    keys = [find_key(lemma, "fr") for lemma in lemmas]
    assert print_words(TOKENS, keys, "fr", besides="personnes", limit=2) == expected

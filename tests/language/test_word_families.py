"""Families of words: what derives from one word meets, what only begins like it does not."""

import pytest

from recoupe.language.word_keys import find_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("électricité", "élection"),
        ("infirmier", "démentir"),
        ("maladresse", "maladie"),
        ("constitution", "marquer"),
        ("libéral", "libérer"),
        ("grossesse", "augmenter"),
        ("étrangler", "étranger"),
        ("informatique", "informer"),
        ("terminal", "finir"),
        ("empire", "aggraver"),
        ("exécutif", "assassiner"),
        ("conservateur", "maintenir"),
        ("maintenant", "maintenir"),
        ("raideur", "bombarder"),
        ("procureur", "fournir"),
        ("juge", "estimer"),
        ("proposer", "discours"),
        ("soutenir", "poursuivre"),
        ("innocent", "acquitter"),
        ("élève", "école"),
        ("intervention", "discours"),
        ("effondrement", "baisser"),
        ("raisonnable", "cause"),
        ("public", "spectateur"),
    ],
)
def test_a_like_beginning_is_no_family(one: str, other: str) -> None:
    assert not set(find_keys(one, "fr")) & set(find_keys(other, "fr"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("élection", "scrutin"),
        ("soutenir", "appui"),
        ("libérer", "libération"),
        ("écolier", "élève"),
        ("accidents", "collision"),
        ("arrêter", "interpellation"),
        ("arrêter", "cesser"),
        ("réunir", "réunion"),
        ("intervenir", "intervention"),
    ],
)
def test_words_of_one_meaning_meet(one: str, other: str) -> None:
    assert set(find_keys(one, "fr")) & set(find_keys(other, "fr"))

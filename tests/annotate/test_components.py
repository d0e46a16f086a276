"""The annotators as spaCy components find what the room finds."""

from __future__ import annotations

import spacy
from spacy.language import Language

from recoupe.language import load_model
from recoupe.records import Article
from recoupe.rooms.annotate import annotate

PUBLISHED = "2026-03-10"
TEXT = "La maire de Corlan, Odile Brazac, a annoncé lundi que 1 200 habitants seraient évacués."
ATTRIBUTES = ("mentions", "moments", "figures", "statements")


def _make_pipeline() -> Language:
    """The annotators alone."""
    nlp = spacy.blank("fr")
    nlp.add_pipe("sentencizer")
    for name in ATTRIBUTES:
        nlp.add_pipe(f"recoupe_{name}")
    return nlp


def test_components_find_what_the_room_finds() -> None:
    nlp = _make_pipeline()
    doc = load_model("fr")(TEXT)
    doc._.recoupe_published = PUBLISHED
    for name in ATTRIBUTES:
        doc = nlp.get_pipe(f"recoupe_{name}")(doc)
    (article,) = annotate([Article(source="t", text=TEXT, language="fr", published=PUBLISHED)])
    assert isinstance(article, Article)
    assert article.statements
    assert article.figures
    for name in ("mentions", "moments", "statements"):
        assert getattr(doc._, f"recoupe_{name}") == getattr(article, name)
    assert [f.id for f in doc._.recoupe_figures] == [f.id for f in article.figures]


def test_components_work_without_a_parse() -> None:
    doc = _make_pipeline()(TEXT)
    assert [figure.value for figure in doc._.recoupe_figures] == [1200]


def test_paragraphs_that_are_given_are_those_read() -> None:
    nlp = _make_pipeline()
    doc = nlp.make_doc(f"42 abonnés\n{TEXT}")
    doc._.recoupe_paragraphs = ((11, 11 + len(TEXT)),)
    doc = nlp.get_pipe("recoupe_figures")(doc)
    assert [figure.value for figure in doc._.recoupe_figures] == [1200]

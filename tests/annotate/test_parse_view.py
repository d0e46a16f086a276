"""The plain objects that rules read answer as spaCy's do."""

from __future__ import annotations

from typing import Any

import pytest

from recoupe.language import load_model
from recoupe.rooms.annotate.parse_view import Doc
from recoupe.rooms.annotate.read_parse import read_doc

TEXT = (
    "Corlan : la digue tient\n\n"
    "« Elle  tiendra », a promis la maire de Corlan, Odile Brazac (52 ans), que M. Aubin n'avait "
    "pas crue. Les 1 200 riverains de l'Orvanche, qui n'ont pas été évacués, attendent vingt bus.\n"
    "\tRien d'autre…"
)
TOKEN_ANSWERS = (
    "i", "idx", "text", "lower_", "whitespace_", "lemma_", "pos_", "dep_", "is_sent_start", "ent_type_",
    "is_space", "is_punct", "is_alpha", "is_upper", "is_lower", "is_stop", "like_num",
)  # fmt: skip


@pytest.fixture(scope="module")
def spacy_doc() -> Any:
    return load_model("fr")(TEXT)


@pytest.fixture(scope="module")
def doc(spacy_doc: Any) -> Doc:
    return read_doc(spacy_doc)


@pytest.mark.parametrize("answer", TOKEN_ANSWERS)
def test_tokens_answer_as_in_spacy(spacy_doc: Any, doc: Doc, answer: str) -> None:
    assert [getattr(t, answer) for t in doc] == [getattr(t, answer) for t in spacy_doc]


def test_the_tree_is_that_of_spacy(spacy_doc: Any, doc: Doc) -> None:
    def tell(tokens: Any) -> list[object]:
        return [
            (
                t.head.i,
                [c.i for c in t.children],
                [c.i for c in t.lefts],
                t.sent.start,
                t.sent.root.i,
            )
            for t in tokens
        ]

    assert tell(doc) == tell(spacy_doc)


def test_features_are_those_of_spacy(spacy_doc: Any, doc: Doc) -> None:
    for mine, theirs in zip(doc, spacy_doc, strict=True):
        assert str(mine.morph) == str(theirs.morph)
        assert mine.morph.to_dict() == theirs.morph.to_dict()
        for name in ("Tense", "Number", "Mood"):
            assert list(mine.morph.get(name)) == theirs.morph.get(name)


def test_sentences_and_names_are_those_of_spacy(spacy_doc: Any, doc: Doc) -> None:
    for name in ("sents", "ents"):
        mine, theirs = list(getattr(doc, name)), list(getattr(spacy_doc, name))
        assert [(s.start, s.end, s.text) for s in mine] == [
            (s.start, s.end, s.text) for s in theirs
        ]
    assert [e.label_ for e in doc.ents] == [e.label_ for e in spacy_doc.ents]


@pytest.mark.parametrize("mode", ["strict", "expand"])
def test_spans_of_characters_are_those_of_spacy(spacy_doc: Any, doc: Doc, mode: str) -> None:
    def tell(span: Any) -> object:
        if span is None or span.end <= span.start:
            return None
        return span.start, span.end, span.text, span.root.i, [(s.start, s.end) for s in span.sents]

    for start in range(len(TEXT) + 2):
        for length in (1, 2, 7, 40):
            ends = (start, start + length)
            theirs = spacy_doc.char_span(*ends, alignment_mode=mode)
            assert tell(doc.char_span(*ends, alignment_mode=mode)) == tell(theirs)


@pytest.mark.parametrize("ends", [(0, 3), (3, 3), (5, 2), (40, 10_000)])
def test_slices_are_those_of_spacy(spacy_doc: Any, doc: Doc, ends: tuple[int, int]) -> None:
    mine, theirs = doc.span(*ends), spacy_doc[slice(*ends)]
    assert (mine.start, mine.end, mine.text) == (theirs.start, theirs.end, theirs.text)
    assert [token.i for token in doc[slice(*ends)]] == [token.i for token in theirs]


def test_lines_that_are_not_empty_are_paragraphs(doc: Doc) -> None:
    assert [TEXT[start:end] for start, end in doc.paragraphs] == [
        line.strip() for line in TEXT.splitlines() if line.strip()
    ]

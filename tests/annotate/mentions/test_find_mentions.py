"""Names, bodies and places found in invented texts."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from recoupe.language import load_table
from recoupe.records import Article, EntityKind, Mention
from recoupe.rooms.annotate.documents import parse_articles
from recoupe.rooms.annotate.mentions import find_mentions

PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE
TABLES = [
    "body_nouns", "civilities", "document_nouns", "first_names", "metonyms", "organisations",
    "person_words", "phrase_words", "places", "pronouns", "titles",
]  # fmt: skip


def mentions_of(text: str) -> tuple[Mention, ...]:
    ((_, doc),) = parse_articles([Article(source="t", text=text, language="fr")], "fr")
    return find_mentions(doc, "fr")


ROWS = [
    ("Les alliés de l'OTAN se réunissent.", "OTAN", BODY, "OTAN"),
    ("Nato dit que tout va bien.", "Nato", BODY, "OTAN"),
    ("Des combats ont lieu près de Kursk.", "Kursk", PLACE, "Koursk"),
    ("Il est rentré de Kyiv mardi.", "Kyiv", PLACE, "Kiev"),
    ("Beijing proteste.", "Beijing", PLACE, "Pékin"),
    ("Le Kremlin se tait.", "Kremlin", BODY, "Kremlin"),
    ("Une source au Quai d'Orsay le confirme.", "Quai d'Orsay", BODY, "Quai d'Orsay"),
    ("La Maison Blanche a réagi.", "Maison Blanche", BODY, "Maison-Blanche"),
    ("Les forces de Pyongyangs avancent. Pyongyang se tait.", "Pyongyangs", PLACE, "Pyongyang"),
    ("M. Aubin est venu. Luc Aubin a parlé.", "Aubin", PERSON, "Luc Aubin"),
    ("Luc Aubin parle. L'arrivée d'Aubins a surpris.", "Aubins", PERSON, "Luc Aubin"),
    ("Le colonel Le Morvan est arrivé.", "Le Morvan", PERSON, "Le Morvan"),
    ("La préfecture du Rhône alerte.", "préfecture du Rhône", BODY, "préfecture du Rhône"),
    ("Le parquet de Lyon enquête.", "parquet de Lyon", BODY, "parquet de Lyon"),
    (
        "Le département américain de la défense a réagi.",
        "département américain de la défense", BODY, "département américain de la défense",
    ),
    (
        "Les services de renseignement sud-coréens observent.",
        "services de renseignement sud-coréens", BODY, "services de renseignement sud-coréens",
    ),
    ("La CGT appelle à la grève.", "CGT", BODY, "CGT"),
    ("Le syndicat Sud-Rail appelle à la grève.", "syndicat Sud-Rail", BODY, "syndicat Sud-Rail"),
    (
        "Le maire de Valbrune, Luc Aubin, est venu. Le maire a souri.",
        "maire", PERSON, "Luc Aubin",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "kind", "name"), ROWS)
def test_mentions(text: str, words: str, kind: EntityKind, name: str) -> None:
    found = [(m.span.cut(text), m.kind, m.name) for m in mentions_of(text)]
    assert (words, kind, name) in found


def test_two_names_of_one_title_stay_two() -> None:
    text = (
        "Le directeur du port, Hugo Marchal, se tait.\nLe directeur du port, Émile Sartre, se tait."
    )
    assert {m.entity for m in mentions_of(text) if m.kind is PERSON} == {
        "hugo-marchal",
        "emile-sartre",
    }


def test_title_of_three_ministers_far_away_is_left_open() -> None:
    filler = "Il pleut sur la ville et la rivière monte encore. " * 60
    text = (
        "Le ministre du Budget, Yann Lefort, est venu. Le ministre du Travail, Denis Ravel, aussi. "
        + filler
        + "\nLe ministre a souri."
    )
    assert "Le ministre" not in [m.span.cut(text) for m in mentions_of(text)]
    last = mentions_of(text)[-1]
    assert last.span.end < text.rindex("ministre")


def test_mentions_are_disjoint_and_in_text_order() -> None:
    found = mentions_of(" ".join(row[0] for row in ROWS))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_nothing_is_found_in_nothing() -> None:
    assert mentions_of(" \n\t ") == ()


@pytest.mark.parametrize("text", ["A" * 200_000, "Le " * 4_000, "M. Aubin, " * 1_500])
def test_long_lines_end_soon(text: str) -> None:
    ((_, doc),) = parse_articles([Article(source="t", text=text, language="fr")], "fr")
    started = time.perf_counter()
    find_mentions(doc, "fr")
    assert time.perf_counter() - started < 3


@pytest.mark.parametrize("table", TABLES)
def test_entries_find_their_examples_only(table: str) -> None:
    for entry in load_table("fr", table):
        assert all(entry.regex.search(text) for text in entry.examples), entry.key
        assert not any(entry.regex.search(text) for text in entry.counter_examples), entry.key
        assert entry.regex.groups == 0, entry.key

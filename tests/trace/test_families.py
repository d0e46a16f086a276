"""Copies by families: patterns and formulas are none, and many copies cost few links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from recoupe.records import Article, OriginKind
from recoupe.rooms.trace import trace
from recoupe.rooms.trace.copies import FORMULA_FAMILIES, SHOWN_PASSAGES, find_copies
from recoupe.rooms.trace.credits import find_signed
from tests.trace.articles import make_article

PATTERN = (
    "La rivière est sortie de son lit dans la nuit à {place}. {count} habitants ont été évacués "
    "par les pompiers, a annoncé la préfecture. Il est tombé {rain} millimètres de pluie en une "
    "journée. La décrue est attendue demain."
)


def mark_names(article: Article, names: Sequence[str]) -> Article:
    """The article with the words that the parser would take for names marked."""
    sentences = tuple(
        replace(
            sentence,
            tokens=tuple(
                replace(token, pos="PROPN") if token.text in names else token
                for token in sentence.tokens
            ),
        )
        for sentence in article.sentences
    )
    return replace(article, sentences=sentences)


def fill(name: str, place: str, count: str, rain: str) -> Article:
    text = PATTERN.format(place=place, count=count, rain=rain)
    return mark_names(make_article(name, text), ["Grandvelle", "Montrel"])


@pytest.mark.parametrize(
    ("other", "is_copy"),
    [
        (("Grandvelle", "60", "96"), True),
        (("Montrel", "240", "180"), False),
        (("Grandvelle", "240", "180"), False),
    ],
)
def test_a_pattern_filled_anew_is_no_copy(other: tuple[str, str, str], is_copy: bool) -> None:
    links = find_copies([fill("a", "Grandvelle", "60", "95"), fill("b", *other)])
    assert bool(links) == is_copy


FORMULA = (
    "Toute personne qui a vu quelque chose est priée d'appeler le commissariat ou la brigade la plus "
    "proche de chez elle, de jour comme de nuit, et de demander l'officier de garde"
)


def tell(n: int) -> str:
    """Sixty words of which no other number's text has two in a row."""
    return " ".join(f"mot{n}x{k}" for k in range(60))


@pytest.mark.parametrize(("count", "linked"), [(2, True), (FORMULA_FAMILIES + 3, False)])
def test_what_many_texts_share_is_a_formula(count: int, linked: bool) -> None:
    articles = [make_article(f"{n}", f"{tell(n)}. {FORMULA}.") for n in range(count)]
    assert bool(find_copies(articles)) == linked


DISPATCH = ". ".join(
    f"Le barrage numéro {n} de la vallée a été vidé par son exploitant après un contrôle de routine"
    for n in range(40)
)


def test_many_copies_have_one_link_each_to_their_root() -> None:
    copies = [
        make_article(f"{n}", f"Titre {n}.\n{DISPATCH}.", published=f"2031-03-04T10:{n:02}:00")
        for n in range(30)
    ]
    (origin,) = trace(copies)
    assert origin.root == copies[0].id
    assert [link.source for link in origin.links] == [copies[0].id] * 29
    assert all(len(link.source_spans) <= SHOWN_PASSAGES for link in origin.links)


def test_three_unsigned_copies_of_an_agency_s_text_are_of_its_origin() -> None:
    signed = [make_article(f"{n}", f"Titre {n}\n{DISPATCH}. (AFP)", credit="AFP") for n in range(9)]
    unsigned = [make_article(f"u{n}", f"Notre titre {n}\n{DISPATCH}.") for n in range(3)]
    (origin,) = trace([*signed, *unsigned])
    assert len(origin.articles) == 12
    assert origin.kind is OriginKind.COPY


@pytest.mark.parametrize(("later", "is_copy"), [("2031-03-09", True), ("2031-03-18", False)])
def test_last_week_s_passage_is_background(later: str, is_copy: bool) -> None:
    passage = ". ".join(DISPATCH.split(". ")[:3])
    one = make_article("a", f"{tell(1)}. {passage}.", published="2031-03-04")
    other = make_article("b", f"{tell(2)}. {passage}.", published=later)
    assert bool(find_copies([one, other])) == is_copy


def test_an_author_line_signs_like_a_credit() -> None:
    article = replace(make_article("a", "Un barrage vidé."), byline="Le Phare avec AFP")
    assert find_signed([article])[article.id] == {"AFP"}

"""Whole copies, cut copies, passages inside longer articles; and what is no copy."""

from __future__ import annotations

import pytest

from recoupe.records import OriginKind
from recoupe.rooms.trace import trace
from recoupe.rooms.trace.copies import find_copies
from tests.trace.articles import make_article

WIRE = (
    "Le barrage de Castelbrun a été vidé dimanche par précaution après la découverte d'une fissure. "
    "Les riverains du quai des Tanneurs ont dormi dans un gymnase de la ville voisine. "
    "L'exploitant assure que l'ouvrage ne menace pas de céder avant la fin des travaux. "
    "La préfecture a ouvert une cellule de crise et promis un point chaque matin."
)
OWN = (
    "À Castelbrun, les commerçants comptent leurs pertes depuis que les rues basses sont fermées. "
    "Une boulangère raconte avoir jeté toute sa fournée faute de clients. "
    "Le marché de mercredi se tiendra sur la place haute, a décidé le conseil municipal. "
    "Personne ne sait encore quand les écoles rouvriront leurs portes."
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("whole", WIRE),
        ("retitled", "Un barrage vidé à la hâte\n" + WIRE),
        ("cut to half", ". ".join(WIRE.split(". ")[:2]) + "."),
        (
            "inside a longer article",
            OWN + "\n" + WIRE + "\n" + OWN.replace("boulangère", "fleuriste"),
        ),
        ("one word changed", WIRE.replace("dimanche", "lundi").replace("gymnase", "hangar")),
    ],
)
def test_a_copy_is_found(name: str, text: str) -> None:
    one, other = make_article("wire", WIRE), make_article(name, "Autre page\n" + text)
    (link,) = find_copies([one, other])
    assert link.kind is OriginKind.COPY
    assert link.source_spans
    for span, twin in zip(link.source_spans, link.target_spans, strict=True):
        by_id = {one.id: one, other.id: other}
        first = span.cut(by_id[link.source].text).split()
        second = twin.cut(by_id[link.target].text).split()
        assert len(set(first) & set(second)) >= 0.7 * len(set(first))


QUOTED = "« " + WIRE.replace(". ", ", ").rstrip(".") + " », a dit l'exploitant."


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("two reports of one event", WIRE, OWN),
        ("the same speech quoted", "À Castelbrun. " + QUOTED, "Point presse. " + QUOTED),
        (
            "a formula",
            "Le parquet a ouvert une enquête.",
            "Le parquet a ouvert une enquête. " + OWN,
        ),
    ],
)
def test_what_is_no_copy(name: str, one: str, other: str) -> None:
    if name == "a formula":
        one += " " + WIRE
    assert find_copies([make_article("a", one), make_article("b", other)]) == ()


def test_twelve_copies_are_one_origin_whatever_their_order() -> None:
    articles = [make_article(f"{n}", f"Titre {n}\n{WIRE}") for n in range(12)]
    (origin,) = trace(articles)
    assert origin.kind is OriginKind.COPY
    assert len(origin.articles) == 12
    assert trace(articles[::-1]) == (origin,)


def test_each_article_is_in_exactly_one_counted_origin() -> None:
    articles = [make_article("a", WIRE), make_article("b", "Une\n" + WIRE), make_article("c", OWN)]
    counted = [origin for origin in trace(articles) if origin.within is None]
    assert sorted(key for origin in counted for key in origin.articles) == sorted(
        article.id for article in articles
    )
    assert {origin.kind for origin in counted} == {OriginKind.COPY, OriginKind.OWN}


def test_one_credit_and_like_texts_are_one_origin() -> None:
    one = make_article("a", WIRE + " (Hexa)", credit="Hexa")
    turned = ". ".join(WIRE.rstrip(".").split(". ")[::-1])
    words = turned.split()
    reworded = " ".join(w for n, w in enumerate(words) if n % 6) + " (Hexa)"
    other = make_article("b", reworded, credit="Hexa")
    (origin,) = trace([one, other])
    assert origin.kind is OriginKind.SAME_CREDIT


def test_one_credit_and_other_events_are_two_origins() -> None:
    one, other = (
        make_article("a", WIRE + " (Hexa)", credit="Hexa"),
        make_article("b", OWN.replace("Castelbrun", "Ville") + " (Hexa)", credit="Hexa"),
    )
    assert {origin.kind for origin in trace([one, other])} == {OriginKind.OWN}


def test_no_articles_no_origins() -> None:
    assert trace([]) == ()

"""Single lines: what they are, and what must not be taken for it."""

from __future__ import annotations

import pytest

from recoupe.records import Article
from recoupe.rooms.clean import clean
from recoupe.rooms.clean.date_lines import is_byline, is_date_line
from recoupe.rooms.clean.lines import cut_lines
from recoupe.rooms.clean.menus import is_menu, is_tag_list
from recoupe.rooms.clean.phrases import find_phrase

BODY = (
    "Le pont de Varsille a fermé lundi pour six mois au moins.\n"
    "Le préfet a pris cette décision après un avis des ingénieurs de l'État.\n"
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("29/10/2024 11:12", True),
        ("Publié le 12 mars 2024 à 10h15 - Mis à jour à 11h", True),
        ("Mercredi 11 mars 2026, 12h15", True),
        ("il y a 3 heures", True),
        ("October 29, 2024", True),
        ("Le 12 mars 2024, la digue a cédé", False),
        ("En 2024", False),
        ("12 morts, 30 blessés", False),
    ],
)
def test_date_lines(line: str, expected: bool) -> None:
    assert is_date_line(line) is expected


@pytest.mark.parametrize(
    ("line", "byline", "expected"),
    [
        ("Par Jeanne Roy", None, True),
        ("by Sara", None, True),
        ("Enquête – Par Damien Roy", None, True),
        ("Jeanne Roy, avec AFP", "Jeanne Roy", True),
        ("Par ailleurs, le maire a menti", None, False),
        ("Par la route", None, False),
        ("Par Jeanne Roy, qui vit dans cette maison depuis plus de trente ans déjà", None, False),
    ],
)
def test_bylines(line: str, byline: str | None, expected: bool) -> None:
    assert is_byline(line, byline) is expected


@pytest.mark.parametrize(
    ("text", "menu", "tags"),
    [
        ("Accueil | Monde | Sports", True, False),
        ("Home ActualitéSécurité et défenseNATO", True, False),
        ("Brimont, Patrimoine, Faits divers", False, True),
        ("Le maire, le préfet, les pompiers ont parlé", False, False),
        ("Le pont, la route, la gare : tout est fermé.", False, False),
        ("Lyon, Nantes et Lille", False, False),
    ],
)
def test_menus_and_tags(text: str, menu: bool, tags: bool) -> None:
    (line,) = cut_lines(Article(source="x", text=text))
    assert (is_menu(line), is_tag_list(line)) == (menu, tags)


@pytest.mark.parametrize(
    "line",
    [
        "Réaction des voisins",
        "« Nous ne céderons pas. »",
        "Le dialogue continue",
        "À suivre dans les prochains jours, selon le ministre.",
        "Contacté, le groupe n'a pas répondu.",
        "Il a lu aussi la lettre du préfet.",
        "Monestier : « un texte d'équilibre »",
        "• la durée du travail de nuit ;",
        "La suite de l'enquête est confiée à la police judiciaire de Corvans.",
        "Vidéo à l'appui, le maire dément.",
        "Le site emploie 230 personnes.",
        "Deux cookies de l'usine ont été rappelés.",
    ],
)
def test_lines_of_the_article_are_no_phrases(line: str) -> None:
    assert find_phrase(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("PARIS (AFP) – Le pont est fermé depuis lundi, a dit le préfet de la Vesle.", ["AFP"]),
        ("Vaubrières (Vesle), 10 mars (Agence Hexa) – Le pont est fermé.", ["Agence Hexa"]),
        ("Le pont est fermé depuis lundi, selon le préfet. (Reuters)", ["Reuters"]),
        ("Avec Belga", ["Belga"]),
        ("(avec AFP et Reuters)", ["AFP", "Reuters"]),
        ("© 2026 AFP", ["AFP"]),
        ("Le préfet l'a déclaré à l'AFP lundi.", []),
        ("Le pont vu du ciel. Photo Anna Petit / AFP", []),
        ("L'Otan (Organisation du traité) dément.", []),
    ],
)
def test_credits(line: str, names: list[str]) -> None:
    (article,) = clean([Article(source="x", text=f"{BODY}{line}\n", language="fr")])
    assert isinstance(article, Article)
    assert sorted(credit.name for credit in article.credits) == names
    assert all(credit.span.cut(article.text).strip() for credit in article.credits)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mardi 2 juin 2026 à 19:10 – Par Irma Roc", ["date_line", "credit"]),
        ("Publié le 2 juin 2026 à 16h05 – Temps de lecture : 1 min", ["date_line", "other"]),
    ],
)
def test_a_date_line_is_read_in_parts(text: str, parts: list[str]) -> None:
    page = (
        f"Le pont de Tarnac rouvre lundi\n\n{text}\n\n"
        + "Le pont a rouvert lundi matin, deux ans après sa fermeture par la ville.\n"
    )
    (article,) = clean([Article(source="x", text=page, language="fr")])
    assert isinstance(article, Article)
    assert [f.kind.value for f in article.furniture] == parts

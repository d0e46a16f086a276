"""The agencies that sign a text, and those that only stand in it."""

from __future__ import annotations

import pytest

from recoupe.records import Article
from recoupe.rooms.clean import clean

TITLE = "Un barrage vidé à la hâte"
BODY = (
    "Le barrage de Castelbrun a été vidé dimanche par précaution après la découverte d'une fissure."
    "\n\nLes riverains du quai des Tanneurs ont dormi dans un gymnase de la ville voisine."
)


def find_names(text: str) -> list[str]:
    (article,) = clean([Article("page.txt", text, language="fr")])
    assert isinstance(article, Article)
    for credit in article.credits:
        assert credit.span.cut(text)
    return [credit.name for credit in article.credits]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(AFP)", ["AFP"]),
        ("avec AFP", ["AFP"]),
        ("Avec agences", ["agences"]),
        ("Par Jeanne Roy avec AFP", ["AFP"]),
        ("Le Phare avec AFP", ["AFP"]),
        ("LePhareNouveau avec AFP", ["AFP"]),
        ("Le Phare avec AFP et Reuters", ["AFP", "Reuters"]),
        ("J. R. avec l'AFP", ["AFP"]),
        ("AFP, publié le 3 mars 2031 à 10 h", ["AFP"]),
        ("Publié le 03/03/2031 par Le Phare avec AFP", ["AFP"]),
        ("Texte : Agence France-Presse", ["AFP"]),
    ],
)
def test_a_line_that_signs_the_text(line: str, names: list[str]) -> None:
    assert find_names(f"{TITLE}\n\n{line}\n\n{BODY}") == names
    assert find_names(f"{TITLE}\n\n{BODY}\n\n{line}") == names


@pytest.mark.parametrize("line", ["Source : AFP", "© AFP", "© 2031 Reuters"])
def test_a_mark_that_signs_the_text_at_its_end(line: str) -> None:
    assert len(find_names(f"{TITLE}\n\n{BODY}\n\n{line}")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Le barrage vu du ciel. © Jeanne Roy/AFP",
        "jeanne roy/AFP",
        "Le gérant du gymnase a confié sa joie à l'AFP",
        "« Nous reviendrons mardi », a dit la préfète à l'AFP.",
    ],
)
def test_what_does_not_sign_the_text(line: str) -> None:
    assert find_names(f"{TITLE}\n\n{line}\n\n{BODY}") == []

"""Who says which part: two sources in one sentence, quotations behind a colon."""

from __future__ import annotations

import pytest

from recoupe.records import Article
from recoupe.rooms.annotate import annotate


def read_row(text: str) -> Article:
    (article,) = annotate([Article("row.txt", text, language="fr", published="2025-03-10")])
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ils étaient 10 000 selon la police, 25 000 selon les organisateurs.",
            {"police": "Ils étaient 10 000", "organisateurs": "25 000"},
        ),
        (
            "La marche a rassemblé 1 200 personnes d'après la police et 3 000 d'après les syndicats.",
            {"police": "La marche a rassemblé 1 200 personnes", "syndicats": "3 000"},
        ),
        (
            "Entre 2 500 (selon la police) et 6 000 personnes (selon les syndicats) ont défilé samedi.",
            {"police": "Entre 2 500", "syndicats": "6 000 personnes … ont défilé samedi"},
        ),
        (
            "Quelque 400 marcheurs, selon le collectif, 220 selon la gendarmerie, ont bloqué le pont.",
            {"collectif": "Quelque 400 marcheurs", "gendarmerie": "220 … ont bloqué le pont"},
        ),
        (
            "Le bilan est de douze morts selon l'armée, d'au moins trente selon les rebelles.",
            {"armée": "Le bilan est de douze morts", "rebelles": "d'au moins trente"},
        ),
        (  # a verb between: one source for each clause
            "Selon la police, 300 personnes ont défilé ; elles étaient 800 selon les syndicats.",
            {"police": "300 personnes ont défilé", "syndicats": "elles étaient 800"},
        ),
    ],
)
def test_each_source_has_its_number(text: str, expected: dict[str, str]) -> None:
    article = read_row(text)
    found = {
        s.speaker.name: " … ".join(piece.cut(text) for piece in s.content)
        for s in article.statements
        if s.speaker
    }
    assert found == expected


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "Et le maire d'enfoncer le clou : « Nous avons la preuve. »",
            "maire",
            "Nous avons la preuve",
        ),
        (
            "Le maire enfonce le clou : « J'ai appelé la préfecture vendredi. Elle n'a rien dit. »",
            "maire",
            "J'ai appelé la préfecture vendredi. Elle n'a rien dit",
        ),
        (
            "Un salarié, qui garde l'anonymat, affirme qu'« il y a eu une fuite lundi ».",
            "un salarié",
            "il y a eu une fuite lundi",
        ),
    ],
)
def test_a_quotation_is_whole_and_has_its_speaker(text: str, speaker: str, words: str) -> None:
    article = read_row(text)
    (statement,) = article.statements
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.content[0].cut(text)) == (speaker, words)

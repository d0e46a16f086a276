"""Lone quotation marks of a passage that a list shows alone."""

from __future__ import annotations

import pytest

from recoupe.language.close_marks import close_marks


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        ("la digue tiendra", "la digue tiendra"),
        ("ils parlent d’« un accord de façade » depuis lundi",) * 2,
        ("n’ont relevé « aucune trace de gaz", "n’ont relevé « aucune trace de gaz\u202f»"),
        ("n’ont relevé «aucune trace de gaz", "n’ont relevé «aucune trace de gaz»"),
        ("sans réserve » la décision", "«\u202fsans réserve » la décision"),
        ("il n’y aurait “ni retard, ni report", "il n’y aurait “ni retard, ni report”"),
        ('une réponse "à la hauteur', 'une réponse "à la hauteur"'),
        ('à la hauteur" du préjudice', '"à la hauteur" du préjudice'),
        ("elle a dit « j’ai lu “tout va bien", "elle a dit « j’ai lu “tout va bien”\u202f»"),
        ("un “mot” et un „Wort“ d’ailleurs",) * 2,
    ],
)
def test_marks_stand_in_pairs(words: str, closed: str) -> None:
    assert close_marks(words) == closed

"""Words that start within a sentence say so; a first screen shows lines that read alone."""

from __future__ import annotations

import pytest

from recoupe.language.sentence_openings import starts_within
from recoupe.records import Article, Sentence, Span

_TEXT = "Le phare assure : « La digue tient ». • Deux bateaux ont coulé hier."
_ARTICLE = Article(
    "a.txt", _TEXT, sentences=(Sentence(Span(0, 37), ()), Sentence(Span(38, len(_TEXT)), ()))
)


@pytest.mark.parametrize(
    ("words", "within"),
    [
        ("Le phare assure", False),
        ("phare assure", True),
        ("La digue tient", False),
        ("digue tient", True),
        ("Deux bateaux", False),
        ("coulé hier", True),
    ],
)
def test_start_within_a_sentence(words: str, within: bool) -> None:
    at = _TEXT.index(words)
    assert starts_within(_ARTICLE, Span(at, at + len(words))) is within


def test_without_parse_nothing_is_said() -> None:
    assert not starts_within(Article("a.txt", _TEXT), Span(3, 8))

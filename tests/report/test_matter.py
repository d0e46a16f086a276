"""The matter of a difference reads as French, and a heavy page says so."""

from __future__ import annotations

from itertools import pairwise

import pytest

from recoupe.records import (
    Article,
    Difference,
    DifferenceKind,
    Dossier,
    Evidence,
    Sentence,
    Side,
    Span,
    Verdict,
)
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.load_labels import load_labels
from recoupe.rooms.report.write_matter import write_matter
from tests.report.invented import make_dossier

_TEXT = (
    "Deux morts lundi. Trois morts mardi. Le conseil du port a longuement débattu des amarrages."
)


def _evidence(article: Article, words: str) -> Evidence:
    at = _TEXT.index(words)
    return Evidence(article.id, Span(at, at + len(words)))


@pytest.mark.parametrize(
    ("matter", "kind", "values", "shown"),
    [
        ("morts", DifferenceKind.FIGURE, ("Deux morts", "Trois morts"), "Morts"),
        ("débat du port", DifferenceKind.DATE, ("Le conseil", "du port"), "Débat du port"),
        (
            "Le conseil du port a longuement…",
            DifferenceKind.WORDING,
            ("Le conseil du port a longuement débattu des amarrages", "du port"),
            "Le conseil du port a longuement…",
        ),
        (
            "a longuement débattu",
            DifferenceKind.STANCE,
            ("débattu des amarrages", "du port"),
            "…\u00a0a longuement débattu",
        ),
        (
            "« Trois morts",
            DifferenceKind.STANCE,
            ("Trois morts mardi", "du port"),
            "« Trois morts\u202f»",
        ),
    ],
)
def test_matter_is_for_a_reader(
    matter: str, kind: DifferenceKind, values: tuple[str, str], shown: str
) -> None:
    starts = [0, _TEXT.index("Trois"), _TEXT.index("Le conseil"), len(_TEXT)]
    sentences = tuple(Sentence(Span(*ends), ()) for ends in pairwise(starts))
    article = Article("a.txt", _TEXT, sentences=sentences, language="fr")
    sides = tuple(Side(value, None, None, (_evidence(article, value),)) for value in values)
    difference = Difference("d", kind, Verdict.UPDATE, matter, sides, "", "")
    index = DossierIndex(Dossier((article,), ()), load_labels("fr"))
    assert write_matter(difference, index) == shown


def test_a_heavy_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from recoupe.rooms.report import render_html as module

    light = module.render_html(make_dossier())
    monkeypatch.setattr(module, "HEAVY_BYTES", 1000)
    heavy = module.render_html(make_dossier())
    assert 'class="heavy"' in heavy
    assert 'class="heavy"' not in light
    assert "<!-- size -->" not in light

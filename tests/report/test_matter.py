"""The matter of a difference reads as French, and a heavy page says so."""

from __future__ import annotations

import pytest

from recoupe.records import (
    Article,
    Difference,
    DifferenceKind,
    Dossier,
    Evidence,
    Figure,
    Modifier,
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
        ("Morlane (country)", DifferenceKind.PLACE, ("Le conseil", "du port"), "Morlane (pays)"),
        ("count", DifferenceKind.FIGURE, ("Le conseil", "du port"), "nombre"),
        ("personnes", DifferenceKind.FIGURE, ("Deux morts", "Trois morts"), "morts"),
        (
            "Le conseil du port a longuement débattu des amarr",
            DifferenceKind.WORDING,
            ("Le conseil du port a longuement débattu des amarrages", "du port"),
            "Le conseil du port a longuement débattu des amarr",
        ),
        (
            "Deux morts lundi. Trois morts mardi. Le conseil du port a long",
            DifferenceKind.WORDING,
            ("Deux morts lundi. Trois morts mardi. Le conseil du port a longuement", "du port"),
            "Deux morts lundi. Trois morts mardi. Le conseil du port a…",
        ),
    ],
)
def test_matter_is_for_a_reader(
    matter: str, kind: DifferenceKind, values: tuple[str, str], shown: str
) -> None:
    figures = tuple(
        Figure(f"f{n}", Span(at, at + len(words)), n, n, n, Modifier.EXACT, "person", "morts")
        for n, words in ((2, "Deux morts"), (3, "Trois morts"))
        for at in (_TEXT.index(words),)
    )
    article = Article("a.txt", _TEXT, figures=figures, language="fr")
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

"""The note: the same things in short, with words that stay words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recoupe.records import Dossier
from recoupe.rooms.report import report
from recoupe.rooms.report.escape_markdown import escape
from tests.report.invented import make_dossier, make_single


def _note(language: str = "fr") -> str:
    return report(make_dossier(), "markdown", language=language)


@pytest.mark.parametrize(
    "words",
    [
        "# Incendie à la tannerie Bréhec",
        "**3 origines**",
        "## Ce qui se contredit",
        "### L'alarme coupée (les sources se contredisent)",
        "## Grille",
        "● affirme",
        "✕ dément",
        "– n’en parle pas",
        "## Chronologie",
        "- **Alain Trévidic**",
        "mur.html (lecture)",
    ],
)
def test_holds(words: str) -> None:
    assert words in _note()


def test_same_note_every_time() -> None:
    assert _note() == _note()


def test_english() -> None:
    assert "## What is contradicted" in _note("en")


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("a|b", r"a\|b"),
        ("*gras* _x_ `c`", r"\*gras\* \_x\_ \`c\`"),
        ("[lien](javascript:x)", r"\[lien\]\(javascript:x\)"),
        ("<img src=x>", r"\<img src=x\>"),
        ("# titre", r"\# titre"),
        ("- liste", r"\- liste"),
        ("2) liste", r"2\) liste"),
        ("=HYPERLINK", r"\=HYPERLINK"),
        ("\x1b[2J", r"⟨U\+001B⟩\[2J"),
        ("a\nb\n\n# c", r"a b \# c"),
        ("AT&amp;T &lt;", r"AT\&amp;T \&lt;"),
    ],
)
def test_bad_input_74_words_stay_words(given: str, written: str) -> None:
    assert escape(given) == written


def test_tables_have_as_many_cells_in_each_row() -> None:
    width = 0
    for line in _note().splitlines():
        cells = line.replace(r"\|", "").count("|")
        if line.startswith("|"):
            assert width in {0, cells}
        width = cells if line.startswith("|") else 0


def test_hostile_title_cannot_leave_its_line() -> None:
    dossier = make_dossier()
    story = replace(dossier.stories[0], title="x\n\n# y | <script>\u202e")
    first = report(replace(dossier, stories=(story,)), "markdown").splitlines()[0]
    assert first == "# x \\# y \\| \\<script\\>⟨U\\+202E⟩"


@pytest.mark.parametrize(
    ("dossier", "words"),
    [
        (Dossier((), ()), "Aucun article"),
        (make_single("Un texte."), "Une seule source\u00a0: rien n’est recoupé."),
    ],
)
def test_bad_input_66_empty_states(dossier: Dossier, words: str) -> None:
    assert words in report(dossier, "markdown")


def test_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match="Unknown form 'pdf'"):
        report(make_dossier(), "pdf")

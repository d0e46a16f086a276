"""Content stands on one side of a bracket; what is left open and what opens a note is nobody's words."""

from __future__ import annotations

import pytest

from recoupe.records import Article
from recoupe.rooms.annotate import annotate

# The text, then the content and the speaker of each statement.
ROWS = [
    ("Des défilés ont eu lieu à Arvigny (2.300 selon la police), Corbigny (400 à 900) et Tolmar (1.000 selon les organisateurs).", [("2.300", "police"), ("1.000", "organisateurs")]),
    ("À Arvigny, 18.000 personnes ont défilé selon la police (contre 14.000 jeudi dernier), 100.000 selon le syndicat Solidarité.", [("À Arvigny, 18.000 personnes ont défilé", "police"), ("100.000", "syndicat Solidarité")]),
    # Pairs that are whole stay, and so does a mark that is no bracket.
    ("Selon le parquet, trois hommes (dont un mineur) ont été arrêtés.", [("trois hommes (dont un mineur) ont été arrêtés", "parquet")]),
    ("Samedi, ils étaient 3.200 (4.100 la semaine passée), selon la préfecture.", [("Samedi, ils étaient 3.200 (4.100 la semaine passée)", "préfecture")]),
    ("Le maire affirme que b) la salle rouvrira.", [("b) la salle rouvrira", "maire")]),
    # « ce que » leaves open what was said; « de ce que » does not.
    ("On lui a demandé ce qu'elle en pensait.", []),
    ("La députée a raconté ce qu'elle a vu.", []),
    ("La ministre se félicite de ce que la loi soit votée.", [("la loi soit votée", "ministre")]),
    # A postscript has no speaker called « PS »; the party has.
    ("La collecte est finie.\n\nPS : « Les dons restent ouverts jusqu'à lundi. »", []),
    ("Le vote approche.\n\nLe PS : « Nous ne voterons pas la confiance. »", [("Nous ne voterons pas la confiance", "PS")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_statements(text: str, wanted: list[tuple[str, str]]) -> None:
    article = next(iter(annotate([Article("t.txt", text, language="fr")])))
    assert isinstance(article, Article)
    found = [
        (" | ".join(piece.cut(text) for piece in s.content), s.speaker.name if s.speaker else None)
        for s in article.statements
        if s.speaker is not None or wanted
    ]
    assert found == wanted

"""A count that moves over several days is one update with a side for each value."""

from __future__ import annotations

from recoupe.flow import dossier_of
from recoupe.records import Article, Verdict

DAYS = {
    "2031-03-03": "Quarante-trois enfants sont tombés malades à la cantine de Brévalle, selon l'agence de santé.",
    "2031-03-05": "Soixante et un enfants sont tombés malades à la cantine de Brévalle, selon l'agence de santé.",
    "2031-03-07": "Au total 87 enfants sont tombés malades à la cantine de Brévalle, a dit l'agence de santé.",
}


def test_three_days_are_one_update() -> None:
    articles = [
        Article(
            f"{day}.txt",
            f"Cantine de Brévalle : des enfants malades\n\n{text} Les parents attendent des réponses.",
            outlet=day,
            published=day,
            language="fr",
        )
        for day, text in DAYS.items()
    ]
    (story,) = dossier_of(articles).stories
    updates = [d for d in story.differences if d.verdict is Verdict.UPDATE]
    assert [[side.on for side in update.sides] for update in updates] == [list(DAYS)]
    assert not [d for d in story.differences if d.is_conflict]

"""Who speaks and what figures are of stands with a capital; figures of a bare unit are no one thing."""

from __future__ import annotations

from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.load_labels import load_labels
from recoupe.rooms.report.view_differences import view_differences
from recoupe.rooms.report.view_figures import view_measures
from recoupe.rooms.report.view_speakers import view_speakers
from tests.report.invented import make_dossier


def test_heads_stand_with_a_capital() -> None:
    dossier = make_dossier()
    index = DossierIndex(dossier, load_labels("fr"))
    heads: list[str] = []
    for story in dossier.stories:
        heads += [voice.name for voice in view_speakers(story, index)]
        heads += [measure.matter for measure in view_measures(story, index)]
        for views in view_differences(story, index).values():
            heads += [side.said_by for view in views for side in view.sides if side.said_by]
    assert heads
    assert [head for head in heads if not head or head[0].islower()] == []

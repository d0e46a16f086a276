"""What waits for a person: until somebody decides."""

from __future__ import annotations

import pytest
from sqlalchemy import insert

from recoupe.decide import decide, undo
from recoupe.records import DecisionKind, Judgement, Ruling
from recoupe.store import Store, tables
from recoupe.store.decisions import list_decisions
from recoupe.store.list_waiting import list_waiting_differences, list_waiting_pairs


@pytest.mark.parametrize("judgement", ["confirmed", "rejected", "unsure"])
def test_a_difference_waits_until_it_is_judged(filled_store: Store, judgement: str) -> None:
    with filled_store.read() as connection:
        waiting = list_waiting_differences(connection)
    ruling = Ruling(Judgement(judgement))
    decision = decide(filled_store, DecisionKind.VERDICT, [waiting[0].id], ruling)
    with filled_store.read() as connection:
        assert list_waiting_differences(connection) == waiting[1:]
        found = list_decisions(connection, judgement=Judgement(judgement), undone=False)
        assert decision.id in {each.id for each in found}
    undo(filled_store, decision.id)
    with filled_store.read() as connection:
        assert list_waiting_differences(connection) == waiting


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        (["Zoé Valmarin", "Valmarin"], [("zoe-valmarin", "valmarin")]),
        (["Zoé Valmarin", "Léo Valmarin", "Valmarin"], []),
        (["Zoé Valmarin", "valmarin"], []),
        (["Zoé Valmarin", "Léo Valmarin"], []),
        (["Anne de la Cour Valmarin", "Valmarin"], []),
    ],
)
def test_a_last_name_may_be_that_of_one_whole_name(
    filled_store: Store, names: list[str], pairs: list[tuple[str, str]]
) -> None:
    with filled_store.read() as connection:
        before = list_waiting_pairs(connection)
        article = connection.execute(tables.story_articles.select()).first()
        assert article
    with filled_store.write() as connection:
        for n, name in enumerate(names):
            slug = name.lower().replace("é", "e").replace(" ", "-")
            values = {"id": slug, "name": name, "statement_count": 1, "article_count": 1}
            connection.execute(insert(tables.speakers).values(values))
            said = {"start_char": 0, "end_char": 1, "form": "direct", "stance": "asserts"}
            said |= {"id": f"s{n}", "speaker_id": slug, "speaker_name": name, "text": "Oui"}
            place = {"article_id": article.article_id, "position": 1000 + n}
            connection.execute(insert(tables.statements).values(said | place))
    with filled_store.read() as connection:
        found = [pair for pair in list_waiting_pairs(connection) if pair not in before]
    assert [(pair.speaker.id, pair.short.id) for pair in found] == pairs
    for pair in found:
        apart = Ruling(Judgement.REJECTED)
        decide(filled_store, DecisionKind.SAME_SPEAKER, [pair.speaker.id, pair.short.id], apart)
    with filled_store.read() as connection:
        assert list_waiting_pairs(connection) == before

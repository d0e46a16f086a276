"""The list of speakers says what the statements say, however they came about."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from recoupe.decide import decide, undo
from recoupe.growth import add
from recoupe.records import Article, DecisionKind, Judgement, Ruling
from recoupe.store import Store, tables
from recoupe.store.list_speakers import SpeakerRow, find_speaker, list_speakers
from recoupe.store.migrate import read_step

FIRST, SECOND = "2026-11-20T08:00:00+00:00", "2026-11-21T08:00:00+00:00"


def count_again(connection: Connection) -> dict[str, tuple[int, int]]:
    """Statements and articles of each speaker, from the statements themselves."""
    said = tables.statements.c
    found: dict[str, list[str]] = {}
    for speaker, article in connection.execute(select(said.speaker_id, said.article_id)):
        if speaker is not None:
            found.setdefault(speaker, []).append(article)
    return {speaker: (len(held), len(set(held))) for speaker, held in found.items()}


def read_all(connection: Connection) -> list[SpeakerRow]:
    rows = list_speakers(connection, limit=10_000)
    counted = {row.id: (row.statement_count, row.article_count) for row in rows}
    assert counted == count_again(connection)
    return rows


def test_speakers_follow_growth_and_decisions(
    empty_store: Store, sample_articles: list[Article]
) -> None:
    add(empty_store, sample_articles[:6], at=FIRST)
    with empty_store.read() as connection:
        few = read_all(connection)
    add(empty_store, sample_articles[6:], at=SECOND)
    with empty_store.read() as connection:
        rows = read_all(connection)
    assert sum(row.statement_count for row in rows) > sum(row.statement_count for row in few) > 0
    one, other = (row.id for row in rows[:2])
    confirmed = Ruling(Judgement.CONFIRMED)
    decision = decide(empty_store, DecisionKind.SAME_SPEAKER, [one, other], confirmed)
    with empty_store.read() as connection:
        read_all(connection)
        assert find_speaker(connection, other) is None
    undo(empty_store, decision.id)
    with empty_store.read() as connection:
        assert read_all(connection) == rows


def test_a_store_from_before_is_counted_alike(filled_store: Store) -> None:
    with filled_store.read() as connection:
        rows = read_all(connection)
    with filled_store.write() as connection:
        connection.execute(delete(tables.speakers))
        connection.exec_driver_sql(read_step(4, connection.dialect.name)[-1])
        assert read_all(connection) == rows


def test_pages_of_speakers_together_are_the_whole(filled_store: Store) -> None:
    with filled_store.read() as connection:
        rows = read_all(connection)
        found: list[SpeakerRow] = []
        after = None
        while page := list_speakers(connection, after=after, limit=3):
            found += page
            after = (page[-1].statement_count, page[-1].id)
    assert found == rows

"""Decisions of people as they are kept: written once, never changed, only undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, insert, or_, select, update

from recoupe.errors import StoreError
from recoupe.records import Anchor, Decision, DecisionKind, Judgement, Ruling
from recoupe.store import tables
from recoupe.store.clean_text import clean_text

DECISIONS = tables.decisions.c
_SLICE = 500


def keep_decision(connection: Connection, decision: Decision) -> None:
    """Write a new decision.

    Args:
        connection: A writing transaction.
        decision: What a person decided.
    """
    connection.execute(
        insert(tables.decisions).values(
            id=decision.id,
            made_at=decision.made_at,
            made_by=clean_text(decision.made_by),
            kind=decision.kind,
            target=msgspec.json.encode(decision.about).decode(),
            value=clean_text(msgspec.json.encode(decision.ruling).decode()),
            note=clean_text(decision.note),
            undone_at=decision.undone_at,
        )
    )
    articles = sorted(list_articles(decision))
    if articles:
        rows = [{"article_id": id_, "decision_id": decision.id} for id_ in articles]
        connection.execute(insert(tables.decision_articles), rows)


def mark_undone(connection: Connection, decision_id: str, at: str) -> Decision:
    """The decision, taken back; one that was undone before stays as it is.

    Args:
        connection: A writing transaction.
        decision_id: Its id.
        at: Time of the undoing, ISO 8601.

    Raises:
        StoreError: There is no such decision.
    """
    decision = find_decision(connection, decision_id)
    if decision is None:
        raise StoreError(
            f"There is no decision {decision_id}.", hint="List them with `recoupe decisions`."
        )
    if decision.undone_at is not None:
        return decision
    connection.execute(
        update(tables.decisions).where(DECISIONS.id == decision_id).values(undone_at=at)
    )
    return replace(decision, undone_at=at)


def find_decision(connection: Connection, decision_id: str) -> Decision | None:
    """The decision with this id, or None."""
    row = connection.execute(select(tables.decisions).where(DECISIONS.id == decision_id)).first()
    return _read(row) if row else None


def list_decisions(
    connection: Connection,
    *,
    kinds: Sequence[DecisionKind] = (),
    undone: bool | None = None,
    judgement: Judgement | None = None,
    about: str | None = None,
    after: tuple[str, str] | None = None,
    limit: int = 50,
) -> list[Decision]:
    """What people decided, the latest first.

    Args:
        connection: A connection of the store.
        kinds: Only of these kinds.
        undone: Only those that were undone, or only those that stand; both where None.
        judgement: Only those that judge so.
        about: Only those on the thing with this id.
        after: `made_at` and id of the last decision of the page before.
        limit: At most so many.
    """
    query = select(tables.decisions)
    if kinds:
        query = query.where(DECISIONS.kind.in_(kinds))
    if undone is not None:
        query = query.where(
            DECISIONS.undone_at.is_not(None) if undone else DECISIONS.undone_at.is_(None)
        )
    if judgement is not None:
        query = query.where(DECISIONS.value.contains(f'"judgement":"{judgement}"', autoescape=True))
    if about is not None:
        query = query.where(
            DECISIONS.target.contains(
                f'"id":{msgspec.json.encode(about).decode()}', autoescape=True
            )
        )
    if after:
        made_at, last = after
        query = query.where(
            or_(
                DECISIONS.made_at < made_at,
                (DECISIONS.made_at == made_at) & (DECISIONS.id > last),
            )
        )
    rows = connection.execute(query.order_by(DECISIONS.made_at.desc(), DECISIONS.id).limit(limit))
    return [_read(row) for row in rows]


def load_decisions(connection: Connection, articles: Sequence[str]) -> list[Decision]:
    """The decisions that stand and touch any of the articles, oldest first.

    Whether two speakers are one concerns every article.
    """
    held = tables.decision_articles.c
    found: dict[str, Row[Any]] = {}
    wanted: list[ColumnElement[bool]] = [DECISIONS.kind == DecisionKind.SAME_SPEAKER]
    for start in range(0, len(articles), _SLICE):
        some = articles[start : start + _SLICE]
        touching = select(held.decision_id).where(held.article_id.in_(some))
        wanted.append(DECISIONS.id.in_(touching))
    for which in wanted:
        query = select(tables.decisions).where(DECISIONS.undone_at.is_(None), which)
        found.update((row.id, row) for row in connection.execute(query))
    return [_read(row) for row in sorted(found.values(), key=lambda row: (row.made_at, row.id))]


def select_touching(decisions: Sequence[Decision], articles: Sequence[str]) -> list[Decision]:
    """Those of the decisions that touch any of the articles."""
    here = set(articles)
    return [
        d
        for d in decisions
        if d.kind is DecisionKind.SAME_SPEAKER or not here.isdisjoint(list_articles(d))
    ]


def list_articles(decision: Decision) -> set[str]:
    """Ids of the articles that a decision holds on to."""
    return {
        id_
        for anchor in decision.about
        for id_ in (*anchor.articles, *(e.article for e in anchor.evidence))
    }


def _read(row: Row[Any]) -> Decision:
    return Decision(
        id=row.id,
        made_at=row.made_at,
        made_by=row.made_by,
        kind=DecisionKind(row.kind),
        about=msgspec.json.decode(row.target, type=tuple[Anchor, ...]),
        ruling=msgspec.json.decode(row.value, type=Ruling),
        note=row.note,
        undone_at=row.undone_at,
    )

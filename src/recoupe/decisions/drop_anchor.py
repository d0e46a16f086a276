"""What a decision holds on to, read from the store when it is made."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Table, func, select

from recoupe.decisions.find_target import list_evidence
from recoupe.decisions.show_story import show_story
from recoupe.errors import StoreError
from recoupe.records import Anchor, Claim, DecisionKind, Difference, Evidence, Span
from recoupe.store import tables
from recoupe.store.load import find_story


def drop_anchor(connection: Connection, kind: DecisionKind, id_: str) -> Anchor:
    """The id with the passages or articles behind it.

    Raises:
        StoreError: Nothing of this kind has the id.
    """
    anchor: Anchor | None = None
    if kind is DecisionKind.SPEAKER:
        anchor = _anchor_statement(connection, id_)
    elif kind is DecisionKind.SAME_SPEAKER:
        anchor = Anchor(id_) if name_speaker(connection, id_) is not None else None
    elif kind in {DecisionKind.STORY, DecisionKind.SAME_STORY}:
        story = find_story(connection, id_)
        anchor = Anchor(story.id, articles=story.articles) if story else None
    else:
        anchor = _anchor_in_story(connection, kind, id_)
    if anchor is None:
        raise StoreError(f"Nothing to decide on has the id {id_}.", hint="Reload what is shown.")
    return anchor


def name_speaker(connection: Connection, speaker_id: str) -> str | None:
    """The name under which a speaker is most often given, the first of equals; or None."""
    statements = tables.statements.c
    many = func.count()
    return connection.execute(
        select(statements.speaker_name)
        .where(statements.speaker_id == speaker_id)
        .group_by(statements.speaker_name)
        .order_by(many.desc(), statements.speaker_name)
        .limit(1)
    ).scalar()


def _anchor_statement(connection: Connection, id_: str) -> Anchor | None:
    statements = tables.statements
    row = connection.execute(select(statements).where(statements.c.id == id_)).first()
    if row is None:
        return None
    place = Evidence(row.article_id, Span(row.start_char, row.end_char), id_)
    return Anchor(id_, evidence=(place,))


def _anchor_in_story(connection: Connection, kind: DecisionKind, id_: str) -> Anchor | None:
    """A claim or difference as it is shown: people decide on what they see."""
    is_claim = kind in {DecisionKind.CLAIM, DecisionKind.SAME_CLAIM}
    for story_id in _find_stories(connection, is_claim, id_):
        found = show_story(connection, story_id, with_words=False)
        if found is None:
            continue
        shown = found.shown
        matters: tuple[Claim | Difference, ...] = (
            shown.story.claims if is_claim else (*shown.story.differences, *shown.set_aside)
        )
        for matter in matters:
            if matter.id == id_:
                evidence = matter.evidence if isinstance(matter, Claim) else list_evidence(matter)
                return Anchor(id_, evidence=evidence)
    return None


def _find_stories(connection: Connection, is_claim: bool, id_: str) -> list[str]:
    """Stories that hold the id; where none does, those in which decisions made new claims."""
    table: Table = tables.claims if is_claim else tables.differences
    story_id: Column[str] = table.c.story_id
    held = list(connection.execute(select(story_id).where(table.c.id == id_)).scalars())
    if held or not is_claim:
        return held
    decisions, articles = tables.decisions.c, tables.decision_articles.c
    holders = tables.story_articles.c
    split = (
        select(holders.story_id)
        .join(tables.decision_articles, articles.article_id == holders.article_id)
        .join(tables.decisions, decisions.id == articles.decision_id)
        .where(decisions.kind == DecisionKind.CLAIM, decisions.undone_at.is_(None))
        .distinct()
        .order_by(holders.story_id)
    )
    return list(connection.execute(split).scalars())

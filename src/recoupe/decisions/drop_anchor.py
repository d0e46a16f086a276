"""What a decision holds on to, read from the store when it is made."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from recoupe.decisions.find_target import list_evidence
from recoupe.decisions.show_story import show_story
from recoupe.errors import StoreError
from recoupe.records import Anchor, Claim, DecisionKind, Difference, Evidence, Span
from recoupe.store import tables
from recoupe.store.decisions import list_decisions
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
    table = tables.claims if is_claim else tables.differences
    held = connection.execute(select(table.c.story_id).where(table.c.id == id_)).scalars()
    for story_id in held.all():
        found = show_story(connection, story_id)
        shown = found.shown.story if found else None
        matters: tuple[Claim | Difference, ...] = ()
        if shown:
            matters = shown.claims if is_claim else shown.differences
        for matter in matters:
            if matter.id == id_:
                evidence = matter.evidence if isinstance(matter, Claim) else list_evidence(matter)
                return Anchor(id_, evidence=evidence)
    return _anchor_as_before(connection, kind, id_)


def _anchor_as_before(connection: Connection, kind: DecisionKind, id_: str) -> Anchor | None:
    """The anchor of an earlier decision on the same thing: a difference that was set aside."""
    earlier = list_decisions(connection, kinds=(kind,), about=id_, limit=1)
    return next((a for d in earlier for a in d.about if a.id == id_), None)

"""Make and undo decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection

from recoupe.decisions.drop_anchor import drop_anchor, name_speaker
from recoupe.decisions.find_target import share_evidence
from recoupe.errors import StoreError
from recoupe.records import Anchor, Decision, DecisionKind, Judgement, Ruling, make_id
from recoupe.store.decisions import keep_decision, mark_undone

PAIRS = frozenset({DecisionKind.SAME_SPEAKER, DecisionKind.SAME_CLAIM, DecisionKind.SAME_STORY})


def make_decision(
    connection: Connection,
    kind: DecisionKind,
    about: Sequence[str],
    ruling: Ruling,
    *,
    made_by: str = "",
    note: str = "",
    at: str | None = None,
) -> Decision:
    """What a person decided, kept; shown from now on.

    Decisions on stories take effect when `growth.retell_decided` has made the stories anew.

    Args:
        connection: A writing transaction.
        kind: On what.
        about: Ids of what it is about, as they are shown: one, two for the kinds that begin with
            "same". Of two speakers the first stands for both.
        ruling: What was decided.
        made_by: Who decided.
        note: Why.
        at: When, ISO 8601; now where None.

    Raises:
        StoreError: An id leads nowhere, or the ruling does not fit the kind.
    """
    _check(kind, about, ruling)
    at = at or datetime.now(UTC).isoformat(timespec="milliseconds")
    if kind is DecisionKind.SAME_SPEAKER and not ruling.speaker_name:
        ruling = replace(ruling, speaker_name=name_speaker(connection, about[0]))
    anchors = tuple(drop_anchor(connection, kind, id_) for id_ in about)
    if kind is DecisionKind.CLAIM and ruling.evidence:
        _check_parts(anchors[0], ruling)
    decision = Decision(
        id=make_id("decision", at, made_by, kind, *about, ruling),
        made_at=at,
        made_by=made_by,
        kind=kind,
        about=anchors,
        ruling=ruling,
        note=note,
    )
    keep_decision(connection, decision)
    return decision


def undo_decision(connection: Connection, decision_id: str, *, at: str | None = None) -> Decision:
    """The decision, taken back; it stays in the history.

    Args:
        connection: A writing transaction.
        decision_id: Its id.
        at: When, ISO 8601; now where None.

    Raises:
        StoreError: There is no such decision.
    """
    at = at or datetime.now(UTC).isoformat(timespec="milliseconds")
    return mark_undone(connection, decision_id, at)


def _check(kind: DecisionKind, about: Sequence[str], ruling: Ruling) -> None:
    """Refuse what says nothing.

    Raises:
        StoreError: The ruling does not fit the kind.
    """
    wanted = 2 if kind in PAIRS else 1
    if len(set(about)) != wanted:
        raise StoreError(
            f"A decision of the kind {kind} is about {wanted} things.", hint="Give as many ids."
        )
    if ruling.judgement is not Judgement.CORRECTED:
        if kind is DecisionKind.STORY and ruling.judgement is Judgement.REJECTED:
            raise StoreError(
                "A story cannot be rejected as a whole.",
                hint="Correct it: name the articles that tell of another event.",
            )
        return
    given = {
        DecisionKind.SPEAKER: ruling.speaker_name,
        DecisionKind.CLAIM: ruling.evidence,
        DecisionKind.VERDICT: ruling.verdict,
        DecisionKind.STORY: ruling.articles,
    }
    if not given.get(kind):
        raise StoreError(
            f"This correction of the kind {kind} does not say what is right.",
            hint="Give the speaker, the passages, the verdict or the articles; confirm or reject pairs.",
        )


def _check_parts(claim: Anchor, ruling: Ruling) -> None:
    """Refuse to part a claim from nothing or from all of itself.

    Raises:
        StoreError: The passages are none of the claim's, or all of them.
    """
    away = share_evidence(claim.evidence, ruling.evidence)
    if not 0 < len(away) < len(claim.evidence):
        raise StoreError(
            "A claim is parted into two by some of its passages.",
            hint="Choose at least one passage, and leave at least one.",
        )

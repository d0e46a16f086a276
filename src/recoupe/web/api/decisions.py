"""What people decide, for programs: taken, listed, undone, as `recoupe decisions` has it."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, HTTPException, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from recoupe.decide import decide, undo
from recoupe.errors import StoreError
from recoupe.records import Decision, DecisionKind, Evidence, Judgement, Ruling, Span, Verdict
from recoupe.store.decisions import find_decision, list_decisions
from recoupe.web.api.pages import Cursor, Limit, Page, make_page, read_cursor
from recoupe.web.find_store import OpenStore

router = APIRouter(tags=["decisions"])
Json = dict[str, Any]
Id = Annotated[str, Path(max_length=100)]


class GivenEvidence(BaseModel):
    """A passage of an article."""

    model_config = ConfigDict(extra="forbid")
    article: str = Field(max_length=100)
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class GivenRuling(BaseModel):
    """How a person stands to a proposal; of the rest, what the kind of decision needs."""

    model_config = ConfigDict(extra="forbid")
    judgement: Judgement
    speaker_name: str | None = Field(None, max_length=300, description="The right speaker.")
    speaker_id: str | None = Field(None, max_length=300, description="Made of the name if null.")
    verdict: Verdict | None = Field(None, description="The right verdict of a difference.")
    evidence: list[GivenEvidence] = Field(
        [], max_length=500, description="Passages that do not belong to a claim."
    )
    articles: list[str] = Field(
        [], max_length=500, description="Articles of a story that tell of another event."
    )

    def read(self) -> Ruling:
        """The same as a record."""
        passages = (Evidence(e.article, Span(e.start, e.end)) for e in self.evidence)
        return Ruling(
            self.judgement,
            speaker_name=self.speaker_name,
            speaker_id=self.speaker_id,
            verdict=self.verdict,
            evidence=tuple(passages),
            articles=tuple(self.articles),
        )


class GivenDecision(BaseModel):
    """A decision to take."""

    model_config = ConfigDict(extra="forbid")
    kind: DecisionKind
    about: list[str] = Field(
        min_length=1,
        max_length=2,
        description="Ids of a statement, speaker, claim, difference or story; two of them where "
        'the kind begins with "same", the first of two speakers standing for both.',
    )
    ruling: GivenRuling
    note: str = Field("", max_length=2000)
    made_by: str = Field("", max_length=200, description="Who decides, as they call themselves.")


@router.get("/decisions")
def list_all_decisions(
    request: Request,
    store: OpenStore,
    kind: Annotated[list[DecisionKind] | None, Query()] = None,
    undone: bool | None = None,
    about: Annotated[str | None, Query(max_length=300)] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page:
    """What people decided, the latest first, with what was undone."""
    place = read_cursor(cursor, (str, str))
    with store.read() as connection:
        rows = list_decisions(
            connection,
            kinds=kind or (),
            undone=undone,
            about=about,
            after=(place[0], place[1]) if place else None,
            limit=limit + 1,
        )
    return make_page(request, rows, limit, lambda each: (each.made_at, each.id), _show)


@router.get("/decisions/{decision_id}")
def get_decision(store: OpenStore, decision_id: Id) -> Json:
    """One decision."""
    with store.read() as connection:
        found = find_decision(connection, decision_id)
    if found is None:
        raise HTTPException(404, "There is no decision of that id.")
    return _show(found)


@router.post("/decisions", status_code=201)
def take_decision(store: OpenStore, given: GivenDecision) -> Json:
    """Take a decision; it is shown from now on beside what the machine proposed."""
    try:
        ruling = given.ruling.read()
        taken = decide(
            store, given.kind, given.about, ruling, made_by=given.made_by, note=given.note
        )
    except (StoreError, ValueError) as error:
        raise HTTPException(422, str(error)) from error
    return _show(taken)


@router.post("/decisions/{decision_id}/undo")
def undo_decision(store: OpenStore, decision_id: Id) -> Json:
    """Take a decision back; it stays in the list, marked as undone."""
    try:
        return _show(undo(store, decision_id))
    except StoreError as error:
        raise HTTPException(404, str(error)) from error


def _show(decision: Decision) -> Json:
    shown: Json = msgspec.to_builtins(decision)
    return shown

"""What people decide about what the machine proposed: taken, listed, undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from recoupe.decide import decide, undo
from recoupe.errors import StoreError
from recoupe.records import DecisionKind, Judgement, Ruling, Verdict, make_slug
from recoupe.store.decisions import list_decisions
from recoupe.web.find_store import OpenStore
from recoupe.web.pages.split_claim import read_place
from recoupe.web.render import render_page

router = APIRouter(include_in_schema=False)
DECISIONS_SHOWN = 200
LONGEST_NOTE_CHARS = 2000

Several = Annotated[list[str], Form()]


@router.get("/decisions")
def show_decisions(
    request: Request, store: OpenStore, judgement: Judgement | None = None
) -> Response:
    """What people decided, the latest first, with what was undone; of one judgement what stands."""
    undone = None if judgement is None else False
    with store.read() as connection:
        found = list_decisions(
            connection, judgement=judgement, undone=undone, limit=DECISIONS_SHOWN
        )
    return render_page(request, "decisions_page.html.j2", decisions=found)


@router.post("/decisions")
def take_decision(
    request: Request,
    store: OpenStore,
    kind: Annotated[DecisionKind, Form()],
    about: Several,
    judgement: Annotated[str, Form(max_length=40)],
    speaker_name: Annotated[str, Form(max_length=300)] = "",
    articles: Annotated[list[str] | None, Form()] = None,
    passages: Annotated[list[str] | None, Form()] = None,
    note: Annotated[str, Form(max_length=LONGEST_NOTE_CHARS)] = "",
    back: Annotated[str, Form(max_length=300)] = "/decisions",
) -> Response:
    """Keep a decision and lead back to where it was made.

    `judgement` is a judgement ("confirmed", "rejected", "unsure") or, of a difference, the right
    verdict; a name of a speaker, articles of another story or passages of another claim make it a
    correction.
    """
    try:
        ruling = _read_ruling(judgement, speaker_name.strip(), articles or (), passages or ())
        decide(store, kind, about, ruling, note=note.strip())
    except (StoreError, ValueError) as error:
        return render_page(request, "refused.html.j2", status_code=422, why=str(error))
    return RedirectResponse(_read_back(back), status_code=303)


@router.post("/decisions/{decision_id}/undo")
def undo_one(
    request: Request,
    store: OpenStore,
    decision_id: str,
    back: Annotated[str, Form(max_length=300)] = "/decisions",
) -> Response:
    """Take a decision back; it stays in the list, marked as undone."""
    try:
        undo(store, decision_id)
    except StoreError as error:
        return render_page(request, "refused.html.j2", status_code=404, why=str(error))
    return RedirectResponse(_read_back(back), status_code=303)


def _read_ruling(
    judgement: str, speaker_name: str, articles: Sequence[str], passages: Sequence[str]
) -> Ruling:
    if judgement in set(Verdict):
        return Ruling(Judgement.CORRECTED, verdict=Verdict(judgement))
    if speaker_name:
        slug = make_slug(speaker_name)
        return Ruling(Judgement.CORRECTED, speaker_name=speaker_name, speaker_id=slug)
    if articles:
        return Ruling(Judgement.CORRECTED, articles=tuple(articles))
    if passages:
        evidence = tuple(read_place(place) for place in passages)
        return Ruling(Judgement.CORRECTED, evidence=evidence)
    return Ruling(Judgement(judgement))


def _read_back(back: str) -> str:
    """A page of the desk; an address of elsewhere is not followed."""
    is_ours = back.startswith("/") and not back.startswith(("//", "/\\"))
    return back if is_ours and back.isprintable() else "/decisions"

"""What waits for a person's decision, one card after the other."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import Connection

from recoupe.records import Judgement
from recoupe.store.decisions import list_decisions
from recoupe.store.list_waiting import list_waiting_differences, list_waiting_pairs
from recoupe.store.load import find_stories
from recoupe.web.find_store import OpenStore
from recoupe.web.render import choose_language, render_page
from recoupe.web.story_views import find_shown_story

router = APIRouter(include_in_schema=False)


class Pile(StrEnum):
    """What the cards are about."""

    DIFFERENCES = "ecarts"
    SPEAKERS = "voix"


@router.get("/tri")
def show_triage(
    request: Request,
    store: OpenStore,
    pile: Pile = Pile.DIFFERENCES,
    skip: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    """One card of a pile, what is left of each pile, and the last decision with its undo."""
    with store.read() as connection:
        differences = list_waiting_differences(connection)
        pairs = list_waiting_pairs(connection)
        unsure = list_decisions(connection, judgement=Judgement.UNSURE, undone=False, limit=1000)
        last = list_decisions(connection, undone=False, limit=1)
        card: dict[str, Any] = {}
        if pile is Pile.DIFFERENCES and skip < len(differences):
            waiting = differences[skip]
            language = choose_language(request)
            card = _show_difference(connection, waiting.story, waiting.id, language)
        elif pile is Pile.SPEAKERS and skip < len(pairs):
            pair = pairs[skip]
            card = {"pair": pair, "title": find_stories(connection, [pair.story])[pair.story]}
    return render_page(
        request,
        "triage.html.j2",
        pile=pile,
        skip=skip,
        counts={Pile.DIFFERENCES: len(differences), Pile.SPEAKERS: len(pairs)},
        unsure_count=len(unsure),
        last=last[0] if last else None,
        card=card,
    )


def _show_difference(
    connection: Connection, story_id: str, difference_id: str, language: str
) -> dict[str, Any]:
    """What the card of a difference is made from; nothing where the story no longer holds it."""
    found = find_shown_story(connection, story_id, language)
    for view in (v for views in found.view.differences.values() for v in views) if found else ():
        if found and view.difference.id == difference_id:
            return {"view": view, "index": found.index, "story": found.view, "marks": found.marks}
    return {}

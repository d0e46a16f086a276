"""One story: what a reader needs in half a minute, and its parts on pages of their own."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from recoupe.rooms.report.find_position import SYMBOLS, Position
from recoupe.web.addresses import PART_PAGES, PARTS
from recoupe.web.find_store import OpenStore
from recoupe.web.pages.cut_pages import cut_rows, cut_voices
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.render import choose_language, render_page
from recoupe.web.story_views import find_shown_story

router = APIRouter(include_in_schema=False)
_PART_OF_WORD = {word: name for name, word in PARTS.items()}


@router.get("/h/{story_id}")
def show_story(request: Request, store: OpenStore, story_id: str) -> Response:
    """The first screen of a story; an id from before it grew leads to what it is now."""
    return _show(request, store, story_id, "summary", "/h/{}")


@router.get("/h/{story_id}/{word}")
def show_part(
    request: Request, store: OpenStore, story_id: str, word: str, page: int = 1, claim: str = ""
) -> Response:
    """One part of a story: claims, differences, statuses, figures, speakers or origins.

    Claims and speakers of a large story come in pages; `claim` asks for the one that holds it.
    """
    name = _PART_OF_WORD.get(word)
    if name is None:
        return answer_not_found(request)
    return _show(request, store, story_id, name, PART_PAGES[name], page=page, claim=claim)


def _show(
    request: Request,
    store: OpenStore,
    story_id: str,
    part: str,
    address: str,
    *,
    page: int = 1,
    claim: str = "",
) -> Response:
    language = choose_language(request)
    with store.read() as connection:
        found = find_shown_story(connection, story_id, language)
    if found is None:
        return answer_not_found(request)
    if found.view.story.id != story_id:
        return RedirectResponse(address.format(found.view.story.id), status_code=308)
    more: dict[str, Any] = {}
    if part == "grid":
        cut, rows = cut_rows(found.view.rows, page, claim)
        more = {"shown_rows": rows, "page": cut.number, "last_page": cut.last}
    elif part == "speakers":
        cut, voices = cut_voices(found.view.voices, page)
        more = {"shown_voices": voices, "page": cut.number, "last_page": cut.last}
    return render_page(
        request,
        "story_page.html.j2",
        **more,
        story=found.view,
        index=found.index,
        marks=found.marks,
        part=part,
        parts=PARTS,
        symbols=SYMBOLS,
        positions=list(Position),
    )

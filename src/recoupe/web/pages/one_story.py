"""One story: what a reader needs in half a minute, and its parts on pages of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from recoupe.rooms.report.draw_timeline import Clock, draw_timeline
from recoupe.rooms.report.find_position import SYMBOLS, Position
from recoupe.rooms.report.view_story import StoryView
from recoupe.store.list_dropped import list_dropped_beside
from recoupe.web.addresses import PART_PAGES, PARTS
from recoupe.web.find_store import OpenStore
from recoupe.web.pages.cut_pages import (
    RowSort,
    Show,
    cut_rows,
    cut_voices,
    select_rows,
    sort_rows,
)
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.render import choose_language, render_page
from recoupe.web.story_views import find_shown_story


@dataclass(frozen=True, slots=True)
class PartAsked:
    """What an address asks of a part.

    Attributes:
        page: Number of the page, from 1.
        claim: Id of a claim: the page that holds it.
        show: Which claims.
        sort: What comes first.
        clock: By which time the statuses of the timeline stand.
    """

    page: int = 1
    claim: str = ""
    show: Show = Show.ALL
    sort: RowSort = RowSort.SHARED
    clock: Clock = Clock.SAID


router = APIRouter(include_in_schema=False)
_PART_OF_WORD = {word: name for name, word in PARTS.items()}


@router.get("/h/{story_id}")
def show_story(request: Request, store: OpenStore, story_id: str) -> Response:
    """The first screen of a story; an id from before it grew leads to what it is now."""
    return _show(request, store, story_id, "summary", "/h/{}")


@router.get("/h/{story_id}/{word}")
def show_part(
    request: Request,
    store: OpenStore,
    story_id: str,
    word: str,
    cut: Annotated[PartAsked, Depends()],
) -> Response:
    """One part of a story: claims, differences, statuses, figures, speakers or origins.

    Claims and speakers of a large story come in pages.
    """
    name = _PART_OF_WORD.get(word)
    if name is None:
        return answer_not_found(request)
    return _show(request, store, story_id, name, PART_PAGES[name], cut)


def _cut_grid(view: StoryView, asked: PartAsked) -> dict[str, Any]:
    """The page of the grid that was asked for; one that holds a claim shows claims of all sorts."""
    show = Show.ALL if asked.claim else asked.show
    rows = sort_rows(select_rows(view.rows, show), asked.sort)
    cut, shown = cut_rows(rows, asked.page, asked.claim)
    return {
        "shown_rows": shown,
        "page": cut.number,
        "last_page": cut.last,
        "show": show,
        "sort": asked.sort,
        "sorts": list(RowSort),
        "shown_counts": {each: len(select_rows(view.rows, each)) for each in Show},
        "kept": f"&show={show}&sort={asked.sort}",
    }


def _show(
    request: Request,
    store: OpenStore,
    story_id: str,
    part: str,
    address: str,
    asked: PartAsked | None = None,
) -> Response:
    language = choose_language(request)
    with store.read() as connection:
        found = find_shown_story(connection, story_id, language)
        articles = found.view.story.articles if found and part == "summary" else ()
        left_out = list_dropped_beside(connection, articles) if articles else []
    if found is None:
        return answer_not_found(request)
    if found.view.story.id != story_id:
        return RedirectResponse(address.format(found.view.story.id), status_code=308)
    more: dict[str, Any] = {"left_out_beside": left_out}
    asked = asked or PartAsked()
    if part == "grid":
        more |= _cut_grid(found.view, asked)
    elif part == "speakers":
        cut, voices = cut_voices(found.view.voices, asked.page)
        more |= {"shown_voices": voices, "page": cut.number, "last_page": cut.last, "kept": ""}
    elif part == "timeline":
        drawn = draw_timeline(found.view.rows, found.index, asked.clock)
        more |= {"shown_timeline": drawn, "clock": asked.clock, "clocks": list(Clock)}
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

"""The list of stories."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from recoupe.rooms.report.write_dates import write_period
from recoupe.store.list_stories import (
    Facet,
    Sort,
    count_stories,
    find_title_outlets,
    list_stories,
    place_of,
)
from recoupe.web.api.pages import read_cursor, write_cursor
from recoupe.web.find_store import OpenStore
from recoupe.web.render import choose_language, load_desk_labels, render_page

router = APIRouter(include_in_schema=False)
STORIES_A_PAGE = 60


@router.get("/")
def show_stories(
    request: Request,
    store: OpenStore,
    sort: Sort = Sort.CHANGED,
    facet: Annotated[list[Facet] | None, Query()] = None,
    cursor: Annotated[str | None, Query(max_length=500)] = None,
) -> Response:
    """The stories of the desk, some at a time; `cursor` is where the page before ended."""
    facets = facet or []
    place = read_cursor(cursor, (int if sort in {Sort.CONFLICTS, Sort.SIZE} else str, str))
    labels = load_desk_labels(choose_language(request))
    with store.read() as connection:
        rows = list_stories(
            connection,
            sort=sort,
            facets=facets,
            after=(place[0], place[1]) if place else None,
            limit=STORIES_A_PAGE + 1,
        )
        found = count_stories(connection, facets)
        counts = {each: count_stories(connection, [each]) for each in Facet}
        total = count_stories(connection)
        shown = rows[:STORIES_A_PAGE]
        outlets = find_title_outlets(connection, shown)
    after = write_cursor(place_of(shown[-1], sort)) if len(rows) > len(shown) else ""
    asked = [("sort", sort.value), *(("facet", each.value) for each in facets)]
    periods = {
        row.id: write_period([day for day in (row.first_day, row.last_day) if day], labels)
        for row in shown
    }
    return render_page(
        request,
        "stories.html.j2",
        rows=shown,
        found=found,
        next="/?" + urlencode([*asked, ("cursor", after)]) if after else "",
        periods=periods,
        outlets=outlets,
        counts=counts,
        total=total,
        sort=sort,
        sorts=list(Sort),
        facets=facets,
    )

"""The list of stories."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from recoupe.rooms.report.write_dates import write_period
from recoupe.store.list_stories import Facet, Sort, count_stories, list_stories
from recoupe.web.find_store import OpenStore
from recoupe.web.render import choose_language, load_desk_labels, render_page

router = APIRouter(include_in_schema=False)


@router.get("/")
def show_stories(
    request: Request,
    store: OpenStore,
    sort: Sort = Sort.CHANGED,
    facet: Annotated[list[Facet] | None, Query()] = None,
) -> Response:
    """The stories of the desk."""
    facets = facet or []
    labels = load_desk_labels(choose_language(request))
    with store.read() as connection:
        rows = list_stories(connection, sort=sort, facets=facets)
        counts = {each: count_stories(connection, [each]) for each in Facet}
        total = count_stories(connection)
    periods = {
        row.id: write_period([day for day in (row.first_day, row.last_day) if day], labels)
        for row in rows
    }
    return render_page(
        request,
        "stories.html.j2",
        rows=rows,
        periods=periods,
        counts=counts,
        total=total,
        sort=sort,
        sorts=list(Sort),
        facets=facets,
    )

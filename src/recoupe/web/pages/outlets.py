"""Outlets: how much of each was read, and how much of it is its own; no marks for any."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from recoupe.store.list_outlets import Share, list_outlet_articles, list_outlets
from recoupe.web.find_store import OpenStore
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.render import render_page

router = APIRouter(include_in_schema=False)


@router.get("/medias")
def show_outlets(
    request: Request,
    store: OpenStore,
    outlet: Annotated[str | None, Query(max_length=500)] = None,
    share: Share = Share.ALL,
) -> Response:
    """All outlets, or the articles of one of them."""
    with store.read() as connection:
        rows = list_outlets(connection)
        row = next((row for row in rows if row.name == outlet), None)
        articles = list_outlet_articles(connection, row.name, share) if row else []
    if outlet is None:
        return render_page(request, "outlets.html.j2", rows=rows)
    if row is None:
        return answer_not_found(request)
    counts = {
        Share.ALL: row.article_count,
        Share.OWN: row.own_count,
        Share.TIED: row.tied_count,
    }
    return render_page(
        request, "outlet.html.j2", row=row, articles=articles, share=share, counts=counts
    )

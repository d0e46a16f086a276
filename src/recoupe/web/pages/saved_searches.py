"""Searches that a person keeps: saved, marked as looked through, dropped."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from recoupe.store.saved_searches import (
    MOST_SAVED,
    drop_search,
    find_saved,
    list_saved,
    mark_seen,
    save_search,
)
from recoupe.store.search import ItemKind, SearchQuery
from recoupe.web.find_store import OpenStore
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.render import render_page
from recoupe.web.write_search import write_address

router = APIRouter(include_in_schema=False)
LONGEST_NAME_CHARS = 200

Several = Annotated[list[str] | None, Form()]


@router.post("/recherche/enregistrer")
def keep_search(
    request: Request,
    store: OpenStore,
    name: Annotated[str, Form(max_length=LONGEST_NAME_CHARS)] = "",
    q: Annotated[str, Form(max_length=1000)] = "",
    kind: Annotated[list[ItemKind] | None, Form()] = None,
    outlet: Several = None,
    speaker: Several = None,
    story: Several = None,
    day_from: Annotated[str, Form(max_length=10)] = "",
    day_to: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Keep a search under a name, its words where none is given, and lead to the list."""
    query = SearchQuery(
        words=q,
        kinds=tuple(kind or ()),
        outlets=tuple(outlet or ()),
        speakers=tuple(speaker or ()),
        stories=tuple(story or ()),
        day_from=day_from or None,
        day_to=day_to or None,
    )
    if not query.words.strip() and not query.is_narrowed:
        return RedirectResponse("/recherche", status_code=303)
    with store.write() as connection:
        is_full = len(list_saved(connection)) >= MOST_SAVED
        if not is_full:
            called = name.strip() or query.words.strip() or write_address(query)
            save_search(connection, called[:LONGEST_NAME_CHARS], query, _tell_time())
    if is_full:
        return render_page(request, "too_many_saved.html.j2", status_code=422, most=MOST_SAVED)
    return RedirectResponse("/recherche#saved", status_code=303)


@router.post("/recherche/{search_id}/vue")
def look_through(request: Request, store: OpenStore, search_id: str) -> Response:
    """What a search finds now is no news any more."""
    with store.write() as connection:
        search = find_saved(connection, search_id)
        if search is not None:
            mark_seen(connection, search, _tell_time())
    if search is None:
        return answer_not_found(request)
    return RedirectResponse("/recherche#saved", status_code=303)


@router.post("/recherche/{search_id}/supprimer")
def forget_search(store: OpenStore, search_id: str) -> Response:
    """Keep a search no longer; what it found stays."""
    with store.write() as connection:
        drop_search(connection, search_id)
    return RedirectResponse("/recherche#saved", status_code=303)


def _tell_time() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

"""Lists that are made rather than kept: stories in an order, what a search finds, imports."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, HTTPException, Query, Request, UploadFile

from recoupe.store.jobs import Job, list_jobs, load_job
from recoupe.store.list_stories import Facet, Sort, list_stories, place_of
from recoupe.store.search import SearchQuery, search
from recoupe.web.api.pages import Cursor, Limit, Page, make_page, read_cursor
from recoupe.web.find_store import OpenStore
from recoupe.web.import_runner import ImportRunner
from recoupe.web.read_query import read_query

router = APIRouter()
Json = dict[str, Any]


@router.get("/stories")
def list_all_stories(
    request: Request,
    store: OpenStore,
    sort: Sort = Sort.CHANGED,
    facet: Annotated[list[Facet] | None, Query()] = None,
    changed_since: Annotated[str | None, Query(max_length=40)] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page:
    """Stories, the highest in the order first, without what was found in them."""
    counted = sort in {Sort.CONFLICTS, Sort.SIZE}
    place = read_cursor(cursor, (int if counted else str, str))
    with store.read() as connection:
        rows = list_stories(
            connection,
            sort=sort,
            facets=facet or [],
            changed_since=changed_since,
            after=(place[0], place[1]) if place else None,
            limit=limit + 1,
        )
    return make_page(request, rows, limit, lambda row: place_of(row, sort), asdict)


@router.get("/search")
def find(store: OpenStore, query: Annotated[SearchQuery, Depends(read_query)]) -> Json:
    """What a search finds, best first, with counts for every facet."""
    with store.read() as connection:
        return asdict(search(connection, query))


@router.get("/imports")
def list_imports(store: OpenStore, limit: Limit = 20) -> list[Json]:
    """The last imports, the latest first."""
    with store.read() as connection:
        return [asdict(job) for job in list_jobs(connection, limit)]


@router.post("/imports", status_code=202)
async def start_import(request: Request, articles: Annotated[list[UploadFile], File()]) -> Json:
    """Hand over files; the answer says where to ask how far they are."""
    runner: ImportRunner = request.app.state.imports
    given = [(file.filename or "article.txt", await file.read()) for file in articles]
    return asdict(runner.import_files(given))


@router.get("/imports/{job_id}")
def get_import(store: OpenStore, job_id: str) -> Json:
    """How far an import is, and what it left out and why."""
    with store.read() as connection:
        job: Job | None = load_job(connection, job_id)
    if job is None:
        raise HTTPException(404, "There is no import of that id.")
    return asdict(job)

"""Hand over articles, and see what became of them."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from recoupe.feeds.add_feeds import follow_addresses
from recoupe.records import Dropped
from recoupe.store import Store
from recoupe.store.feeds import list_feeds, remove_feed
from recoupe.store.jobs import list_jobs, load_job
from recoupe.store.list_articles import list_articles
from recoupe.store.list_dropped import list_dropped
from recoupe.store.load import find_stories
from recoupe.transport.check_address import check_address
from recoupe.web.find_store import OpenStore
from recoupe.web.import_runner import ImportRunner
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.render import render_page

router = APIRouter(include_in_schema=False)
# A page without scripts asks again after so many seconds while an import runs.
REFRESH_SECONDS = 2
# At two seconds between requests to one site these take some minutes.
MOST_ADDRESSES = 200
LONGEST_FORM_CHARS = 400_000


@router.get("/importer")
def show_imports(request: Request, store: OpenStore) -> Response:
    """The forms, the feeds that are followed, and the last imports."""
    return _render_forms(request, store)


@router.post("/importer")
async def take_files(request: Request, articles: Annotated[list[UploadFile], File()]) -> Response:
    """Take the files and show the import that reads them."""
    given = [(file.filename or "article.txt", await file.read()) for file in articles]
    job = _find_runner(request).import_files(
        [(name, content) for name, content in given if content]
    )
    return RedirectResponse(f"/importer/{job.id}", status_code=303)


@router.post("/importer/exemple")
def take_sample(request: Request) -> Response:
    """Read the sample story that ships with Recoupe."""
    job = _find_runner(request).import_folder(Path(str(files("recoupe") / "sample")))
    return RedirectResponse(f"/importer/{job.id}", status_code=303)


@router.post("/importer/adresses")
def take_addresses(
    request: Request,
    addresses: Annotated[str, Form(max_length=LONGEST_FORM_CHARS)] = "",
    has_right: Annotated[bool, Form()] = False,
) -> Response:
    """Fetch the articles behind the addresses, one a line."""
    given = tuple(dict.fromkeys(addresses.split()))[:MOST_ADDRESSES]
    if not given:
        return RedirectResponse("/importer", status_code=303)
    job = _find_runner(request).import_addresses(given, has_right=has_right)
    return RedirectResponse(f"/importer/{job.id}", status_code=303)


@router.post("/importer/flux")
def take_feed(
    request: Request,
    store: OpenStore,
    feed: Annotated[str, Form(max_length=LONGEST_FORM_CHARS)] = "",
) -> Response:
    """Follow a feed and ask it for what is new; all feeds where none is named."""
    with store.read() as connection:
        wanted = frozenset(known.address for known in list_feeds(connection))
    if feed.strip():
        at = datetime.now(UTC).isoformat(timespec="seconds")
        followed = follow_addresses(store, [feed.strip()], at)
        if followed.dropped:
            return _render_forms(request, store, refused=followed.dropped[0])
        wanted = frozenset([check_address(feed).url])
    if not wanted:
        return RedirectResponse("/importer", status_code=303)
    job = _find_runner(request).pull_feeds(wanted)
    return RedirectResponse(f"/importer/{job.id}", status_code=303)


@router.post("/importer/flux/retirer")
def drop_feed(store: OpenStore, feed: Annotated[str, Form()]) -> Response:
    """Follow a feed no more; its articles stay."""
    with store.write() as connection:
        remove_feed(connection, feed)
    return RedirectResponse("/importer", status_code=303)


@router.get("/importer/{job_id}")
def show_import(request: Request, store: OpenStore, job_id: str) -> Response:
    """How far an import is, and what it left out and why."""
    with store.read() as connection:
        job = load_job(connection, job_id)
        titles = find_stories(connection, job.stories) if job else {}
        added = list_articles(connection, job.articles) if job else []
    if job is None:
        return answer_not_found(request)
    page = render_page(request, "import_job.html.j2", job=job, titles=titles, added=added)
    if not job.is_over:
        page.headers["Refresh"] = str(REFRESH_SECONDS)
    return page


def _render_forms(request: Request, store: Store, refused: Dropped | None = None) -> Response:
    """The forms, with what was refused of the one that was sent."""
    with store.read() as connection:
        jobs = list_jobs(connection)
        feeds = list_feeds(connection)
        dropped_count, dropped = list_dropped(connection)
    return render_page(
        request,
        "import_page.html.j2",
        status_code=422 if refused else 200,
        jobs=jobs,
        feeds=feeds,
        refused=refused,
        dropped_count=dropped_count,
        dropped=dropped,
    )


def _find_runner(request: Request) -> ImportRunner:
    runner: ImportRunner = request.app.state.imports
    return runner

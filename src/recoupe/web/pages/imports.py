"""Hand over articles, and see what became of them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from recoupe.store.jobs import list_jobs, load_job
from recoupe.store.load import find_stories
from recoupe.web.find_store import OpenStore
from recoupe.web.import_runner import ImportRunner
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.render import render_page

router = APIRouter(include_in_schema=False)
# A page without scripts asks again after so many seconds while an import runs.
REFRESH_SECONDS = 2


@router.get("/importer")
def show_imports(request: Request, store: OpenStore) -> Response:
    """The form, and the last imports."""
    with store.read() as connection:
        jobs = list_jobs(connection)
    return render_page(request, "import_page.html.j2", jobs=jobs)


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


@router.get("/importer/{job_id}")
def show_import(request: Request, store: OpenStore, job_id: str) -> Response:
    """How far an import is, and what it left out and why."""
    with store.read() as connection:
        job = load_job(connection, job_id)
        titles = find_stories(connection, job.stories) if job else {}
    if job is None:
        return answer_not_found(request)
    page = render_page(request, "import_job.html.j2", job=job, titles=titles)
    if not job.is_over:
        page.headers["Refresh"] = str(REFRESH_SECONDS)
    return page


def _find_runner(request: Request) -> ImportRunner:
    runner: ImportRunner = request.app.state.imports
    return runner

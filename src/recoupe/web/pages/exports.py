"""A story as a file for another program."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from recoupe.decisions import show_story
from recoupe.exports import FORMATS, Format, export
from recoupe.records import Dossier
from recoupe.rooms.report import report
from recoupe.web.find_store import OpenStore
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.render import choose_language

router = APIRouter(include_in_schema=False)
# What `recoupe report` writes, in the order of the page.
REPORTS = {
    made.name: made
    for made in (
        Format("html", ".html", "text/html; charset=utf-8", ""),
        Format("markdown", ".md", "text/markdown; charset=utf-8", ""),
        Format("json", ".json", "application/json", ""),
    )
}


@router.get("/h/{story_id}/export/{format_name}")
def send_export(
    request: Request,
    store: OpenStore,
    story_id: str,
    format_name: str,
    headers: Literal["fr", "en"] | None = None,
) -> Response:
    """The story as people see it, to be kept as a file; an id from before it grew leads on."""
    form = REPORTS.get(format_name) or FORMATS.get(format_name)
    if form is None:
        return answer_not_found(request)
    is_report = format_name in REPORTS
    with store.read() as connection:
        found = show_story(connection, story_id)
    if found is None:
        return answer_not_found(request)
    story = found.shown.story
    if story.id != story_id:
        query = f"?headers={headers}" if headers else ""
        address = f"/h/{story.id}/export/{format_name}{query}"
        return RedirectResponse(address, status_code=308)
    dossier = Dossier(found.shown.articles, (story,))
    if is_report:
        text = report(dossier, format_name, language=choose_language(request))
        content = text.encode("utf-8", "replace")
    else:
        content = export(dossier, format_name, headers=headers)
    name = f"recoupe-{story.id}{form.suffix}"
    return Response(
        content,
        media_type=form.media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )

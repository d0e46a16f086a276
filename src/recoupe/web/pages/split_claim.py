"""One claim that a person holds to be two: choose the passages that say something else."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from recoupe.records import Evidence, Span
from recoupe.rooms.report.view_passages import view_passage
from recoupe.web.find_store import OpenStore
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.render import choose_language, render_page
from recoupe.web.story_views import find_shown_story

router = APIRouter(include_in_schema=False)


@router.get("/h/{story_id}/separer")
def choose_passages(request: Request, store: OpenStore, story_id: str, claim: str) -> Response:
    """The passages of a claim, each with a box; the chosen ones become a claim of their own."""
    with store.read() as connection:
        found = find_shown_story(connection, story_id, choose_language(request))
    rows = found.view.rows if found else ()
    chosen = next((row for row in rows if row.claim.id == claim), None)
    if found is None or chosen is None:
        return answer_not_found(request)
    places = dict.fromkeys((e.article, e.span) for e in chosen.claim.evidence)
    said = {(e.article, e.span): e for e in reversed(chosen.claim.evidence)}
    return render_page(
        request,
        "split_claim.html.j2",
        story=found.view,
        index=found.index,
        chosen=chosen,
        passages=[
            (write_place(said[place]), view_passage(said[place], found.index)) for place in places
        ],
    )


def write_place(evidence: Evidence) -> str:
    """A passage as a form sends it.

    Example:
        >>> write_place(Evidence("3f2a91c07b1e", Span(10, 24)))
        '3f2a91c07b1e:10:24'
    """
    return f"{evidence.article}:{evidence.span.start}:{evidence.span.end}"


def read_place(written: str) -> Evidence:
    """The passage that a form sent.

    Raises:
        ValueError: It is none.
    """
    article, start, end = written.split(":")
    return Evidence(article, Span(int(start), int(end)))

"""What changed in the stories, as an Atom feed."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from recoupe.store.list_changes import NEWS, Change, list_changes
from recoupe.store.load import find_story
from recoupe.web.addresses import PART_PAGES
from recoupe.web.find_store import OpenStore
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.render import choose_language, load_desk_labels, make_desk_environment

router = APIRouter(include_in_schema=False)
# A reader that asks every hour misses nothing of a story that moves fast.
MOST_CHANGES = 100


@router.get("/changes.atom")
def send_changes(request: Request, store: OpenStore, story: str | None = None) -> Response:
    """The last denials, confirmations, corrections, moving figures and conflicts.

    Args:
        request: Whose language chooses the words.
        store: What is told of.
        story: Only of the story with this id.
    """
    with store.read() as connection:
        told = find_story(connection, story) if story else None
        if story and told is None:
            return answer_not_found(request)
        changes = list_changes(
            connection, story=told.id if told else None, kinds=NEWS, limit=MOST_CHANGES
        )
    root = str(request.base_url).rstrip("/")
    xml = (
        make_desk_environment()
        .get_template("changes.atom.j2")
        .render(
            t=load_desk_labels(choose_language(request)),
            story=told,
            changes=[(change, root + address_of(change)) for change in changes],
            root=root,
        )
    )
    return Response(xml, media_type="application/atom+xml")


def address_of(change: Change) -> str:
    """Where a reader finds what changed: the claim in the grid, or the difference."""
    if change.kind in {"conflict", "update"}:
        return f"{PART_PAGES['differences'].format(change.story)}#d-{change.ref}"
    return f"{PART_PAGES['grid'].format(change.story)}?claim={change.ref}#c-{change.ref}"

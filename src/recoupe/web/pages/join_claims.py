"""Two claims that a person holds to be one: choose the other, the likeliest first."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from fastapi import APIRouter, Request, Response

from recoupe.rooms.report.view_claims import ClaimRow
from recoupe.store.fold_words import fold_words
from recoupe.web.find_store import OpenStore
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.render import choose_language, render_page
from recoupe.web.story_views import find_shown_story

router = APIRouter(include_in_schema=False)


@router.get("/h/{story_id}/reunir")
def choose_other(request: Request, store: OpenStore, story_id: str, claim: str) -> Response:
    """The other claims of a story, each with a button that joins it to the one that was chosen."""
    with store.read() as connection:
        found = find_shown_story(connection, story_id, choose_language(request))
    rows = found.view.rows if found else ()
    chosen = next((row for row in rows if row.claim.id == claim), None)
    if found is None or chosen is None:
        return answer_not_found(request)
    return render_page(
        request,
        "join_claims.html.j2",
        story=found.view,
        index=found.index,
        chosen=chosen,
        others=rank_by_likeness(chosen, rows),
    )


def rank_by_likeness(chosen: ClaimRow, rows: Sequence[ClaimRow]) -> list[ClaimRow]:
    """The other rows, those first that share most and rarest words with a chosen one.

    Words are compared without case and accents, not by their lemmas: « évacué » and « évacuation »
    share nothing.
    """
    words = {row.claim.id: set(fold_words(row.claim.text).split()) for row in rows}
    count = Counter(word for some in words.values() for word in some)

    def share(row: ClaimRow) -> float:
        common = words[row.claim.id] & words[chosen.claim.id]
        return math.fsum(1 / count[word] for word in common)

    return sorted((row for row in rows if row is not chosen), key=share, reverse=True)

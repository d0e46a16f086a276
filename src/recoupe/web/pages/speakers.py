"""Who is reported, and what one speaker is reported to have said across stories."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from sqlalchemy import Connection

from recoupe.records import Article, Dossier, Statement
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.view_speakers import Voice, view_voice
from recoupe.store.list_speakers import (
    SpeakerRow,
    find_latest_articles,
    find_said,
    find_speaker,
    list_speakers,
)
from recoupe.store.load import find_stories_of, load_light_articles
from recoupe.web.addresses import ARTICLE_PAGE
from recoupe.web.api.pages import read_cursor, write_cursor
from recoupe.web.find_store import OpenStore
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.render import choose_language, load_desk_labels, render_page

router = APIRouter(include_in_schema=False)
SPEAKERS_SHOWN = 200
LIKELY_SHOWN = 20

# Id and title of a story.
Holder = tuple[str, str]


@router.get("/paroles")
def show_speakers(
    request: Request,
    store: OpenStore,
    q: str = "",
    cursor: Annotated[str | None, Query(max_length=500)] = None,
) -> Response:
    """The speakers of the desk, the most reported first; `cursor` is where the page before ended."""
    place = read_cursor(cursor, (int, str))
    with store.read() as connection:
        rows = list_speakers(
            connection,
            named_like=q,
            after=(place[0], place[1]) if place else None,
            limit=SPEAKERS_SHOWN + 1,
        )
    shown = rows[:SPEAKERS_SHOWN]
    after = (
        write_cursor([shown[-1].statement_count, shown[-1].id]) if len(rows) > len(shown) else ""
    )
    return render_page(
        request,
        "speakers_page.html.j2",
        rows=shown,
        asked=q,
        next="/paroles?" + urlencode([("q", q), ("cursor", after)]) if after else "",
    )


@router.get("/paroles/{speaker_id}")
def show_speaker(request: Request, store: OpenStore, speaker_id: str, story: str = "") -> Response:
    """What one speaker is reported to have said, story by story, oldest first.

    Args:
        request: Whose language chooses the words.
        store: What is shown.
        speaker_id: Which speaker.
        story: Only what is said in the story with this id; all stories where empty.
    """
    with store.read() as connection:
        speaker = find_speaker(connection, speaker_id)
        if speaker is None:
            return answer_not_found(request)
        ids = find_latest_articles(connection, speaker_id)
        holders = find_stories_of(connection, ids)
        ids = [key for key in ids if not story or holders[key][0] == story]
        articles = load_light_articles(connection, ids)
        said = find_said(connection, speaker_id, ids)
        likely = _find_likely(connection, speaker_id)
    labels = load_desk_labels(choose_language(request))
    index = DossierIndex(Dossier(tuple(reversed(articles)), ()), labels, article_page=ARTICLE_PAGE)
    parts = _view_parts(speaker_id, said, holders, index)
    return render_page(
        request,
        "speaker_page.html.j2",
        speaker=speaker,
        story=story,
        parts=parts,
        statement_count=len(said) if story else speaker.statement_count,
        article_count=len(ids) if story else speaker.article_count,
        articles=articles,
        likely=likely,
    )


def _view_parts(
    speaker_id: str, said: set[tuple[str, str]], holders: Mapping[str, Holder], index: DossierIndex
) -> list[tuple[Holder, Voice]]:
    """The words of a speaker by story, the story of the latest article first."""
    by_story: dict[Holder, list[tuple[Article, Statement]]] = {}
    for article in reversed(index.dossier.articles):
        by_story.setdefault(holders[article.id], [])
    for article in index.dossier.articles:
        found = [(article, each) for each in article.statements if (article.id, each.id) in said]
        by_story[holders[article.id]].extend(found)
    return [(holder, view_voice(speaker_id, words, index)) for holder, words in by_story.items()]


def _find_likely(connection: Connection, speaker_id: str) -> list[SpeakerRow]:
    """Other speakers who share the last word of a name: those whom a person may hold to be one."""
    last = speaker_id.rsplit("-", 1)[-1]
    rows = list_speakers(connection, named_like=last, limit=LIKELY_SHOWN + 1)
    return [row for row in rows if row.id != speaker_id][:LIKELY_SHOWN]

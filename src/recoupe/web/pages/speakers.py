"""Who is reported, and what one speaker is reported to have said across stories."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from sqlalchemy import Connection

from recoupe.records import Dossier
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.view_speakers import view_voice
from recoupe.store.list_speakers import (
    SpeakerRow,
    find_latest_articles,
    find_speaker,
    list_speakers,
)
from recoupe.store.load import find_stories_of, load_light_articles
from recoupe.web.addresses import ARTICLE_PAGE
from recoupe.web.find_store import OpenStore
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.render import choose_language, load_desk_labels, render_page

router = APIRouter(include_in_schema=False)
SPEAKERS_SHOWN = 200
LIKELY_SHOWN = 20


@router.get("/paroles")
def show_speakers(request: Request, store: OpenStore, q: str = "") -> Response:
    """The speakers of the desk, the most reported first."""
    with store.read() as connection:
        rows = list_speakers(connection, named_like=q, limit=SPEAKERS_SHOWN)
    return render_page(request, "speakers_page.html.j2", rows=rows, asked=q)


@router.get("/paroles/{speaker_id}")
def show_speaker(request: Request, store: OpenStore, speaker_id: str) -> Response:
    """Everything one speaker is reported to have said, story by story, oldest first."""
    labels = load_desk_labels(choose_language(request))
    with store.read() as connection:
        speaker = find_speaker(connection, speaker_id)
        if speaker is None:
            return answer_not_found(request)
        ids = find_latest_articles(connection, speaker_id)
        articles = load_light_articles(connection, ids)
        titles = find_stories_of(connection, ids)
        likely = _find_likely(connection, speaker_id)
    index = DossierIndex(Dossier(tuple(reversed(articles)), ()), labels, article_page=ARTICLE_PAGE)
    by_story: dict[tuple[str, str], list[str]] = {}
    for article in articles:
        by_story.setdefault(titles[article.id], []).append(article.id)
    parts = []
    for story, members in by_story.items():
        said = [
            (index.article(key), statement)
            for key in reversed(members)
            for statement in index.article(key).statements
            if statement.speaker and statement.speaker.id == speaker_id
        ]
        parts.append((story, view_voice(speaker_id, said, index)))
    return render_page(request, "speaker_page.html.j2", speaker=speaker, parts=parts, likely=likely)


def _find_likely(connection: Connection, speaker_id: str) -> list[SpeakerRow]:
    """Other speakers who share the last word of a name: those whom a person may hold to be one."""
    last = speaker_id.rsplit("-", 1)[-1]
    rows = list_speakers(connection, named_like=last, limit=LIKELY_SHOWN + 1)
    return [row for row in rows if row.id != speaker_id][:LIKELY_SHOWN]

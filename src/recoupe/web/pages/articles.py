"""The page of one article."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from recoupe.exports.text_fragments import link_passage
from recoupe.rooms.report.view_article import list_anchors, view_article
from recoupe.rooms.report.view_story import find_shared_passages
from recoupe.store.find_copies import find_copy, list_versions
from recoupe.store.load import find_story_of
from recoupe.web.find_store import OpenStore
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.render import choose_language, render_page
from recoupe.web.story_views import find_shown_story

router = APIRouter(include_in_schema=False)


@router.get("/a/{article_id}")
def show_article(
    request: Request, store: OpenStore, article_id: str, *, original: bool = False
) -> Response:
    """One article with its highlights and its notes in the margin.

    Args:
        request: Whose language chooses the words.
        store: What is shown.
        article_id: Which article.
        original: Show the text as it was read beside each of its lines, and the notes below.
    """
    with store.read() as connection:
        story_id = find_story_of(connection, article_id)
        language = choose_language(request)
        found = find_shown_story(connection, story_id, language) if story_id else None
        copy = find_copy(connection, article_id)
        versions = list_versions(connection, article_id)
    if found is None:
        return answer_not_found(request)
    index, story = found.index, found.view
    shared = find_shared_passages(story.story, index).get(article_id, {})
    anchors = list_anchors(index.dossier)[article_id]
    view = view_article(index.article(article_id), anchors, shared, index)
    originals = {
        note.number: link
        for note in view.notes.values()
        if note.statement and (link := link_passage(view.article, note.statement.content[0]))
    }
    members = story.story.articles
    at = members.index(article_id)
    return render_page(
        request,
        "article_page.html.j2",
        view=view,
        story=story,
        index=index,
        marks=found.marks,
        beside=original,
        copy=copy,
        versions=versions,
        originals=originals,
        before=members[at - 1] if at else None,
        after=members[at + 1] if at + 1 < len(members) else None,
    )

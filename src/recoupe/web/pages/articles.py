"""The page of one article."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from recoupe.records import Dossier
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.view_article import list_anchors, view_article
from recoupe.rooms.report.view_story import find_shared_passages
from recoupe.store.load import find_story_of, load_shown_articles, load_stories
from recoupe.web.addresses import ARTICLE_PAGE
from recoupe.web.find_store import OpenStore
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.render import choose_language, load_desk_labels, render_page

router = APIRouter(include_in_schema=False)


@router.get("/a/{article_id}")
def show_article(request: Request, store: OpenStore, article_id: str) -> Response:
    """One article with its highlights, its notes in the margin and its furniture."""
    labels = load_desk_labels(choose_language(request))
    with store.read() as connection:
        story_id = find_story_of(connection, article_id)
        if story_id is None:
            return answer_not_found(request)
        story = load_stories(connection, [story_id])[0]
        articles = load_shown_articles(connection, story.articles)
    dossier = Dossier(tuple(articles), (story,))
    index = DossierIndex(dossier, labels, article_page=ARTICLE_PAGE)
    shared = find_shared_passages(story, index).get(article_id, {})
    anchors = list_anchors(dossier)[article_id]
    view = view_article(index.article(article_id), anchors, shared, index)
    return render_page(request, "article_page.html.j2", view=view, story=story, index=index)

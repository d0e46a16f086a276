"""The list of stories and the page of one story."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from recoupe.records import Dossier
from recoupe.rooms.report.find_position import SYMBOLS, Position
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.view_article import list_anchors
from recoupe.rooms.report.view_story import view_story
from recoupe.rooms.report.write_dates import write_period
from recoupe.store.list_stories import Facet, Sort, count_stories, list_stories
from recoupe.store.load import find_story, load_shown_articles
from recoupe.web.addresses import ARTICLE_PAGE
from recoupe.web.find_store import OpenStore
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.render import choose_language, load_desk_labels, render_page

router = APIRouter(include_in_schema=False)


@router.get("/")
def show_stories(
    request: Request,
    store: OpenStore,
    sort: Sort = Sort.CHANGED,
    facet: Annotated[list[Facet] | None, Query()] = None,
) -> Response:
    """The stories of the desk."""
    facets = facet or []
    labels = load_desk_labels(choose_language(request))
    with store.read() as connection:
        rows = list_stories(connection, sort=sort, facets=facets)
        counts = {each: count_stories(connection, [each]) for each in Facet}
        total = count_stories(connection)
    periods = {
        row.id: write_period([day for day in (row.first_day, row.last_day) if day], labels)
        for row in rows
    }
    return render_page(
        request,
        "stories.html.j2",
        rows=rows,
        periods=periods,
        counts=counts,
        total=total,
        sort=sort,
        sorts=list(Sort),
        facets=facets,
    )


@router.get("/h/{story_id}")
def show_story(request: Request, store: OpenStore, story_id: str) -> Response:
    """One story; an id from before it grew leads to what it is now."""
    labels = load_desk_labels(choose_language(request))
    with store.read() as connection:
        story = find_story(connection, story_id)
        if story is None:
            return answer_not_found(request)
        if story.id != story_id:
            return RedirectResponse(f"/h/{story.id}", status_code=308)
        articles = load_shown_articles(connection, story.articles)
    dossier = Dossier(tuple(articles), (story,))
    index = DossierIndex(dossier, labels, article_page=ARTICLE_PAGE)
    return render_page(
        request,
        "story_page.html.j2",
        story=view_story(story, list_anchors(dossier), index),
        index=index,
        dossier=dossier,
        symbols=SYMBOLS,
        positions=list(Position),
    )

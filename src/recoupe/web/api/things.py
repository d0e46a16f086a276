"""Articles, statements, figures, claims and differences."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, HTTPException, Request
from sqlalchemy import Connection

from recoupe.records import Article, Story
from recoupe.rooms.report.dossier_json import (
    article_to_json,
    claim_to_json,
    difference_to_json,
    story_to_json,
)
from recoupe.store.list_rows import list_rows, place_of_row
from recoupe.store.load import find_story, load_light_articles, load_stories
from recoupe.web.api.pages import Cursor, Limit, Page, make_page, read_cursor
from recoupe.web.find_store import OpenStore

router = APIRouter()
Json = dict[str, Any]


def _list(
    request: Request, store: OpenStore, name: str, limit: int, cursor: str | None, **where: Any
) -> Page:
    after = read_cursor(cursor, (str, str) if name == "articles" else (str, int))
    with store.read() as connection:
        rows = list_rows(connection, name, where=where, after=after, limit=limit + 1)
    return make_page(request, rows, limit, lambda row: place_of_row(name, row), dict)


@router.get("/articles")
def list_articles(
    request: Request,
    store: OpenStore,
    outlet: str | None = None,
    language: str | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page:
    """Articles by day of publication, without what was found in them."""
    return _list(request, store, "articles", limit, cursor, outlet=outlet, language=language)


@router.get("/articles/{article_id}")
def get_article(store: OpenStore, article_id: str) -> Json:
    """One article as the dossier has it, and its text, into which all spans point."""
    with store.read() as connection:
        article = _find_article(connection, article_id)
    return {**article_to_json(article), "text": article.text}


@router.get("/stories/{story_id}")
def get_story(store: OpenStore, story_id: str) -> Json:
    """One story as the dossier has it; an id from before it grew gives what it is now."""
    with store.read() as connection:
        story = find_story(connection, story_id)
    if story is None:
        raise HTTPException(404, "There is no story of that id.")
    return story_to_json(story)


@router.get("/statements")
def list_statements(
    request: Request,
    store: OpenStore,
    speaker: str | None = None,
    article: str | None = None,
    stance: str | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page:
    """Statements by article and position."""
    where = {"speaker_id": speaker, "article_id": article, "stance": stance}
    return _list(request, store, "statements", limit, cursor, **where)


@router.get("/statements/{statement_id}")
def get_statement(store: OpenStore, statement_id: str) -> Json:
    """One statement as the dossier has it, with the id of its article."""
    return _get_of_article(store, "statements", statement_id)


@router.get("/figures")
def list_figures(
    request: Request,
    store: OpenStore,
    unit: str | None = None,
    article: str | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page:
    """Figures by article and position."""
    return _list(request, store, "figures", limit, cursor, unit=unit, article_id=article)


@router.get("/figures/{figure_id}")
def get_figure(store: OpenStore, figure_id: str) -> Json:
    """One figure as the dossier has it, with the id of its article."""
    return _get_of_article(store, "figures", figure_id)


@router.get("/claims")
def list_claims(
    request: Request,
    store: OpenStore,
    story: str | None = None,
    status: str | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page:
    """Claims by story, most origins first."""
    return _list(request, store, "claims", limit, cursor, story_id=story, status=status)


@router.get("/claims/{claim_id}")
def get_claim(store: OpenStore, claim_id: str) -> Json:
    """One claim as the dossier has it, with the id of its story."""
    story = _find_holder(store, "claims", claim_id)
    claim = next(claim for claim in story.claims if claim.id == claim_id)
    return {**claim_to_json(claim), "story": story.id}


@router.get("/differences")
def list_differences(
    request: Request,
    store: OpenStore,
    story: str | None = None,
    verdict: str | None = None,
    kind: str | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page:
    """Differences by story, conflicts first."""
    where = {"story_id": story, "verdict": verdict, "kind": kind}
    return _list(request, store, "differences", limit, cursor, **where)


@router.get("/differences/{difference_id}")
def get_difference(store: OpenStore, difference_id: str) -> Json:
    """One difference as the dossier has it, with the id of its story."""
    story = _find_holder(store, "differences", difference_id)
    difference = next(d for d in story.differences if d.id == difference_id)
    return {**difference_to_json(difference), "story": story.id}


def _find_article(connection: Connection, article_id: str) -> Article:
    articles = load_light_articles(connection, [article_id])
    if not articles:
        raise HTTPException(404, "There is no article of that id.")
    return articles[0]


def _get_of_article(store: OpenStore, name: str, wanted: str) -> Json:
    with store.read() as connection:
        rows = list_rows(connection, name, where={"id": wanted}, limit=1)
        if not rows:
            raise HTTPException(404, f"There is nothing of that id among the {name}.")
        article = _find_article(connection, rows[0]["article_id"])
    found = next(item for item in article_to_json(article)[name] if item["id"] == wanted)
    return {**found, "article": article.id}


def _find_holder(store: OpenStore, name: str, wanted: str) -> Story:
    with store.read() as connection:
        rows = list_rows(connection, name, where={"id": wanted}, limit=1)
        if not rows:
            raise HTTPException(404, f"There is nothing of that id among the {name}.")
        return load_stories(connection, [rows[0]["story_id"]])[0]

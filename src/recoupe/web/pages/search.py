"""Search over articles, statements, claims and figures; the same search as an Atom feed."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from recoupe.store.saved_searches import count_news, list_saved
from recoupe.store.search import MOST_COUNTED, Hit, ItemKind, SearchQuery, search
from recoupe.web.find_store import OpenStore
from recoupe.web.read_query import read_query
from recoupe.web.render import choose_language, load_desk_labels, make_desk_environment, render_page
from recoupe.web.write_search import write_address

router = APIRouter(include_in_schema=False)
# More values of one facet than this are no help in narrowing down.
FACET_VALUES_SHOWN = 8


Asked = Annotated[SearchQuery, Depends(read_query)]


@router.get("/recherche")
def show_search(request: Request, store: OpenStore, query: Asked) -> Response:
    """What a search finds, with the facets that narrow it down; unasked, the saved searches."""
    with store.read() as connection:
        page = search(connection, query)
        is_asked = bool(query.words or query.is_narrowed or query.kinds)
        saved = [] if is_asked else list_saved(connection)
        news = {each.id: count_news(connection, each) for each in saved}
    facets = {
        "kind": (page.kinds, query.kinds),
        "outlet": (page.outlets, query.outlets),
        "speaker": (page.speakers, query.speakers),
        "story": (page.stories, query.stories),
    }
    return render_page(
        request,
        "search_page.html.j2",
        query=query,
        page=page,
        most_counted=MOST_COUNTED,
        facets={k: (c[:FACET_VALUES_SHOWN], chosen) for k, (c, chosen) in facets.items()},
        addresses={id(hit): address_of(hit) for hit in page.hits},
        here_with=write_address(query),
        without_news=write_address(replace(query, added_after=None)),
        is_asked=is_asked,
        saved=[
            (each, write_address(each.query), news[each.id], write_address(each.news))
            for each in saved
        ],
        narrowed={
            (key, each.value): write_address(_narrow(query, key, each.value))
            for key, (counts, _) in facets.items()
            for each in counts[:FACET_VALUES_SHOWN]
        },
    )


def _narrow(query: SearchQuery, facet: str, value: str) -> SearchQuery:
    """The query with one value of a facet in place of what was chosen there."""
    match facet:
        case "kind":
            return replace(query, kinds=(ItemKind(value),))
        case "outlet":
            return replace(query, outlets=(value,))
        case "speaker":
            return replace(query, speakers=(value,))
        case _:
            return replace(query, stories=(value,))


@router.get("/recherche.atom")
def send_search(request: Request, store: OpenStore, query: Asked) -> Response:
    """The first page of a search as an Atom feed, for a reader that asks again and again."""
    with store.read() as connection:
        page = search(connection, query, is_counted=False)
    root = str(request.base_url).rstrip("/")
    xml = (
        make_desk_environment()
        .get_template("search.atom.j2")
        .render(
            t=load_desk_labels(choose_language(request)),
            query=query,
            page=page,
            root=root,
            address=root + write_address(query),
            addresses={id(hit): root + address_of(hit) for hit in page.hits},
        )
    )
    return Response(xml, media_type="application/atom+xml")


def address_of(hit: Hit) -> str:
    """Where a reader finds what was found: a story's claim, else the words in their article."""
    if hit.kind is ItemKind.CLAIM and hit.story:
        return f"/h/{hit.story}/grille?claim={hit.id}#c-{hit.id}"
    return f"/a/{hit.article}#a-{hit.article}-{hit.span.start}"

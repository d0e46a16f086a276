"""Searches that people keep, for programs."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path
from pydantic import BaseModel, ConfigDict, Field

from recoupe.store.saved_searches import (
    MOST_SAVED,
    SavedSearch,
    count_news,
    drop_search,
    find_saved,
    list_saved,
    mark_seen,
    save_search,
)
from recoupe.store.search import ItemKind, SearchQuery
from recoupe.web.find_store import OpenStore
from recoupe.web.write_search import write_address

router = APIRouter(tags=["searches"])
Json = dict[str, Any]
Id = Annotated[str, Path(max_length=100)]
Day = Annotated[str | None, Field(max_length=10, description="ISO date.")]


class GivenSearch(BaseModel):
    """A search to keep: the parameters of `/search` under a name."""

    model_config = ConfigDict(extra="forbid")
    name: str = Field(min_length=1, max_length=200)
    q: str = Field("", max_length=1000)
    kind: list[ItemKind] = []
    outlet: list[str] = []
    speaker: list[str] = []
    story: list[str] = []
    day_from: Day = None
    day_to: Day = None

    def read(self) -> SearchQuery:
        """The same as a query."""
        return SearchQuery(
            words=self.q,
            kinds=tuple(self.kind),
            outlets=tuple(self.outlet),
            speakers=tuple(self.speaker),
            stories=tuple(self.story),
            day_from=self.day_from,
            day_to=self.day_to,
        )


@router.get("/searches")
def list_searches(store: OpenStore) -> list[Json]:
    """The searches that are kept, by name, with how much is new in each."""
    with store.read() as connection:
        return [_show(each, count_news(connection, each)) for each in list_saved(connection)]


@router.post("/searches", status_code=201)
def keep_search(store: OpenStore, given: GivenSearch) -> Json:
    """Keep a search; what it finds so far counts as seen."""
    query = given.read()
    if not query.words.strip() and not query.is_narrowed:
        raise HTTPException(422, "This search asks nothing: give words or something to narrow.")
    with store.write() as connection:
        if len(list_saved(connection)) >= MOST_SAVED:
            raise HTTPException(422, f"At most {MOST_SAVED} searches are kept; delete one first.")
        return _show(save_search(connection, given.name, query, _tell_time()), 0)


@router.post("/searches/{search_id}/seen")
def look_through(store: OpenStore, search_id: Id) -> Json:
    """What a search finds now is no news any more."""
    with store.write() as connection:
        search = find_saved(connection, search_id)
        if search is None:
            raise HTTPException(404, "There is no saved search of that id.")
        mark_seen(connection, search, _tell_time())
        return _show(find_saved(connection, search_id) or search, 0)


@router.delete("/searches/{search_id}", status_code=204)
def forget_search(store: OpenStore, search_id: Id) -> None:
    """Keep a search no longer."""
    with store.write() as connection:
        if find_saved(connection, search_id) is None:
            raise HTTPException(404, "There is no saved search of that id.")
        drop_search(connection, search_id)


def _show(search: SavedSearch, news: int) -> Json:
    feed = write_address(search.query).replace("/recherche?", "/recherche.atom?", 1)
    return {**asdict(search), "new": news, "feed": feed}


def _tell_time() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

"""Searches that people keep: what each asks, and what came in since it was last looked at."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update

from recoupe.records.identity import make_id
from recoupe.store import tables
from recoupe.store.clean_text import clean_text
from recoupe.store.find_hits import find_hits
from recoupe.store.match_words import add_lemmas
from recoupe.store.read_query import read_terms
from recoupe.store.search_page import SearchQuery

# Each is counted anew whenever the list is shown.
MOST_SAVED = 40
_SAVED = tables.saved_searches.c


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that is kept.

    Attributes:
        id: Made from its name and what it asks: kept twice, it is one.
        name: What people call it.
        query: What it asks, from its first page.
        made_at: When it was kept, ISO 8601.
        seen_at: When somebody last looked through what it finds, ISO 8601.
    """

    id: str
    name: str
    query: SearchQuery
    made_at: str
    seen_at: str

    @property
    def news(self) -> SearchQuery:
        """The same search over what came in since it was last looked at."""
        return replace(self.query, added_after=self.seen_at)


def save_search(connection: Connection, name: str, query: SearchQuery, at: str) -> SavedSearch:
    """Keep a search, or find it where it is kept already.

    Args:
        connection: A connection that may write.
        name: What to call it.
        query: What it asks; its place and what was new are left out.
        at: The time now, ISO 8601; everything found so far counts as seen.
    """
    asked = replace(query, after=None, added_after=None)
    name = clean_text(name)
    id_ = make_id("search", name, msgspec.json.encode(asdict(asked)).decode())
    known = next((each for each in list_saved(connection) if each.id == id_), None)
    if known is not None:
        return known
    made = SavedSearch(id_, name, asked, at, at)
    row = {"id": id_, "made_at": at, "name": name, "query": _encode(made)}
    connection.execute(insert(tables.saved_searches).values(row))
    return made


def list_saved(connection: Connection) -> list[SavedSearch]:
    """The searches that are kept, by name."""
    rows = connection.execute(select(_SAVED.query).order_by(_SAVED.name, _SAVED.id)).scalars()
    return [msgspec.json.decode(row, type=SavedSearch) for row in rows]


def find_saved(connection: Connection, search_id: str) -> SavedSearch | None:
    """The search with this id, or None."""
    row = connection.execute(select(_SAVED.query).where(_SAVED.id == search_id)).scalar()
    return msgspec.json.decode(row, type=SavedSearch) if row else None


def mark_seen(connection: Connection, search: SavedSearch, at: str) -> None:
    """Note that somebody looked through what a search finds."""
    seen = _encode(replace(search, seen_at=at))
    connection.execute(
        update(tables.saved_searches).where(_SAVED.id == search.id).values(query=seen)
    )


def drop_search(connection: Connection, search_id: str) -> None:
    """Keep a search no longer; one that is not there is no trouble."""
    connection.execute(delete(tables.saved_searches).where(_SAVED.id == search_id))


def count_news(connection: Connection, search: SavedSearch) -> int:
    """How many hits of a search stand in articles that came in since it was last looked at."""
    terms = add_lemmas(connection, read_terms(search.query.words))
    if not terms and (search.query.words.strip() or not search.query.is_narrowed):
        return 0
    hits = find_hits(connection, search.news, terms)
    return connection.execute(select(func.count()).select_from(hits)).scalar_one()


def _encode(search: SavedSearch) -> str:
    return msgspec.json.encode(search).decode()

"""The questions that a search puts to the database: one page of rows, and the counts of facets."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    func,
    literal,
    or_,
    select,
    union_all,
)

from recoupe.errors import StoreError
from recoupe.store import tables
from recoupe.store.find_hits import FACETS, filter_rows, find_hits
from recoupe.store.read_query import Term
from recoupe.store.search_page import MOST_COUNTED, FacetCount, SearchQuery

# So many values of one facet are named; the others are only counted in the total.
FACET_VALUES = 20


@dataclass(frozen=True, slots=True)
class Place:
    """Where a hit stands in the order of hits: what the next page starts after."""

    rank: int
    day: str
    ref: str
    number: int

    @classmethod
    def of(cls, row: Row[Any]) -> Place:
        """The place of a row of a page."""
        return cls(row.rank, row.day or "", row.ref, row.number)

    @classmethod
    def read(cls, cursor: str) -> Place:
        """The place that a cursor names.

        Raises:
            StoreError: It is no cursor of a search.
        """
        try:
            packed = base64.urlsafe_b64decode(cursor.encode("ascii"))
            return cls(*msgspec.json.decode(packed, type=tuple[int, str, str, int]))
        except (binascii.Error, ValueError, msgspec.DecodeError) as error:
            raise StoreError(
                "This is no place in a search.", hint="Start again from the first page."
            ) from error

    def write(self) -> str:
        """The place as a cursor for an address."""
        return base64.urlsafe_b64encode(msgspec.json.encode(astuple(self))).decode("ascii")


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """How many there are in all and for each value of each facet; see `SearchPage`."""

    total: int
    is_cut: bool
    kinds: tuple[FacetCount, ...]
    outlets: tuple[FacetCount, ...]
    speakers: tuple[FacetCount, ...]
    stories: tuple[FacetCount, ...]


def fetch_page(
    connection: Connection, query: SearchQuery, terms: Sequence[Term]
) -> Sequence[Row[Any]]:
    """The rows of a page in order, and one more where there is a next page."""
    found = find_hits(connection, query, terms, is_ranked=True)
    day = func.coalesce(found.c.day, "")
    wanted: list[ColumnElement[bool]] = []
    if query.after is not None:
        place = Place.read(query.after)
        after = (
            (found.c.rank < place.rank, found.c.rank == place.rank),
            (day < place.day, day == place.day),
            (found.c.ref > place.ref, found.c.ref == place.ref),
        )
        later: ColumnElement[bool] = found.c.number > place.number
        for beyond, same in reversed(after):
            later = or_(beyond, and_(same, later))
        wanted.append(later)
    order = (found.c.rank.desc(), day.desc(), found.c.ref, found.c.number)
    page = select(found).where(*wanted).order_by(*order).limit(max(query.limit, 0) + 1)
    return connection.execute(page).all()


def count_facets(connection: Connection, query: SearchQuery, terms: Sequence[Term]) -> FacetCounts:
    """How many a query finds; for each facet as if nothing were chosen in it."""
    found = find_hits(connection, query, terms)
    parts = [select(literal("total"), literal(""), func.count()).select_from(found)]
    chosen = filter_rows(query, tables.search_items)
    for facet, column in FACETS.items():
        counted = found
        if facet in chosen:
            counted = find_hits(connection, query, terms, apart_from=facet)
            parts.append(
                select(literal("apart"), literal(facet), func.count()).select_from(counted)
            )
        value = counted.c[column]
        many = func.count().label("many")
        top = (
            select(literal(facet), value, many)
            .where(value.is_not(None))
            .group_by(value)
            .order_by(many.desc(), value)
            .limit(FACET_VALUES)
        )
        parts.append(select(top.subquery()))
    counts: dict[str, list[tuple[str, int]]] = {facet: [] for facet in ("total", "apart", *FACETS)}
    for row in connection.execute(union_all(*parts)):
        counts[row[0]].append((row[1], row[2]))
    names = _name_speakers(connection, [value for value, _ in counts["speaker"]])
    titles = _name_stories(connection, [value for value, _ in counts["story"]])

    def show(facet: str, labels: dict[str, str]) -> tuple[FacetCount, ...]:
        by_count = sorted(counts[facet], key=lambda each: (-each[1], each[0]))
        return tuple(FacetCount(v, labels.get(v, v), n) for v, n in by_count)

    return FacetCounts(
        total=counts["total"][0][1],
        is_cut=any(many >= MOST_COUNTED for _, many in (*counts["total"], *counts["apart"])),
        kinds=show("kind", {}),
        outlets=show("outlet", {}),
        speakers=show("speaker", names),
        stories=show("story", titles),
    )


def _name_speakers(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    speakers = tables.speakers.c
    rows = connection.execute(select(speakers.id, speakers.name).where(speakers.id.in_(ids)))
    return {row.id: row.name for row in rows}


def _name_stories(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    stories = tables.stories.c
    rows = connection.execute(select(stories.id, stories.title).where(stories.id.in_(ids)))
    return {row.id: row.title for row in rows}

"""The questions that a search puts to the database: one page of rows, and the counts of facets."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Any

import msgspec
from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    Row,
    and_,
    func,
    literal,
    or_,
    select,
    text,
    union_all,
)

from recoupe.errors import StoreError
from recoupe.store import tables
from recoupe.store.match_words import write_fts5, write_tsquery
from recoupe.store.read_query import Term
from recoupe.store.search_page import FacetCount, SearchQuery

# So many values of one facet are named; the others are only counted in the total.
FACET_VALUES = 20
# Ranks are whole numbers, so that near equals stand in the order of their days.
_FTS5_RANK = "CAST(ROUND(-bm25(search_words, 2.0, 1.0) * 100) AS INTEGER)"
_FTS5 = "SELECT rowid AS number, {rank} AS rank FROM search_words WHERE search_words MATCH :asked"
_TSQUERY_RANK = "CAST(ROUND(ts_rank(words, CAST(:asked AS tsquery), 1) * 10000) AS INTEGER)"
_TSQUERY = "SELECT number, {rank} AS rank FROM search_words WHERE words @@ CAST(:asked AS tsquery)"
_FACETS = {
    "kind": "kind",
    "outlet": "outlet",
    "speaker": "speaker_id",
    "story": "story_id",
}


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
    """How many there are in all and for each value of each facet."""

    total: int
    kinds: tuple[FacetCount, ...]
    outlets: tuple[FacetCount, ...]
    speakers: tuple[FacetCount, ...]
    stories: tuple[FacetCount, ...]


def fetch_page(
    connection: Connection, query: SearchQuery, terms: Sequence[Term]
) -> Sequence[Row[Any]]:
    """The rows of a page in order, and one more where there is a next page."""
    found = _find(connection, query, terms, is_ranked=True)
    day = func.coalesce(found.c.day, "")
    wanted = list(_filter(query, found).values())
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
    """How many a query finds; for each facet as if nothing were chosen in it.

    Without words all counts are of what the query narrows down to.
    """
    found = _find(connection, query, terms, is_ranked=False)
    filters = _filter(query, found)
    total = select(literal("total"), literal(""), func.count()).where(*filters.values())
    parts = [total.select_from(found)]
    for facet, column in _FACETS.items():
        others = [condition for name, condition in filters.items() if name != facet]
        value = found.c[column]
        many = func.count().label("many")
        top = (
            select(literal(facet), value, many)
            .where(value.is_not(None), *others)
            .group_by(value)
            .order_by(many.desc(), value)
            .limit(FACET_VALUES)
        )
        parts.append(select(top.subquery()))
    counts: dict[str, list[tuple[str, int]]] = {facet: [] for facet in ("total", *_FACETS)}
    for row in connection.execute(union_all(*parts)):
        counts[row[0]].append((row[1], row[2]))
    names = _name_speakers(connection, [value for value, _ in counts["speaker"]])
    titles = _name_stories(connection, [value for value, _ in counts["story"]])

    def show(facet: str, labels: dict[str, str]) -> tuple[FacetCount, ...]:
        by_count = sorted(counts[facet], key=lambda each: (-each[1], each[0]))
        return tuple(FacetCount(v, labels.get(v, v), n) for v, n in by_count)

    return FacetCounts(
        total=counts["total"][0][1],
        kinds=show("kind", {}),
        outlets=show("outlet", {}),
        speakers=show("speaker", names),
        stories=show("story", titles),
    )


def _find(
    connection: Connection, query: SearchQuery, terms: Sequence[Term], *, is_ranked: bool
) -> CTE:
    """Everything that holds the terms; without terms, everything that the query narrows down to."""
    items = tables.search_items
    if not terms:
        narrowed = select(items, literal(0).label("rank")).where(*_filter(query, items).values())
        return narrowed.cte("found")
    if connection.dialect.name == "sqlite":
        asked, statement, rank = write_fts5(terms), _FTS5, _FTS5_RANK
    else:
        asked, statement, rank = write_tsquery(terms), _TSQUERY, _TSQUERY_RANK
    ranked = (
        text(statement.format(rank=rank if is_ranked else "0"))
        .bindparams(asked=asked)
        .columns(items.c.number, rank=Integer)
        .cte("ranked")
    )
    joined = select(items, ranked.c.rank).join(ranked, ranked.c.number == items.c.number)
    return joined.cte("found")


def _filter(query: SearchQuery, rows: FromClause) -> dict[str, ColumnElement[bool]]:
    """The conditions of a query, by facet."""
    chosen = {
        "kind": query.kinds,
        "outlet": query.outlets,
        "speaker": query.speakers,
        "story": query.stories,
    }
    filters: dict[str, ColumnElement[bool]] = {
        facet: rows.c[_FACETS[facet]].in_(values) for facet, values in chosen.items() if values
    }
    if query.day_from:
        filters["from"] = rows.c.day >= query.day_from
    if query.day_to:
        filters["to"] = rows.c.day <= query.day_to
    return filters


def _name_speakers(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    statements = tables.statements.c
    rows = connection.execute(
        select(statements.speaker_id, func.max(statements.speaker_name))
        .where(statements.speaker_id.in_(ids))
        .group_by(statements.speaker_id)
    )
    return {id_: name for id_, name in rows if name}


def _name_stories(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    stories = tables.stories.c
    rows = connection.execute(select(stories.id, stories.title).where(stories.id.in_(ids)))
    return {row.id: row.title for row in rows}

"""The rows that a search is about: the newest that hold its words and fit what narrows it down."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    cast,
    column,
    func,
    literal,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from recoupe.store import tables
from recoupe.store.match_words import write_fts5, write_tsquery
from recoupe.store.read_query import Term
from recoupe.store.search_page import MOST_COUNTED, SearchQuery

# Which column of a hit each facet is about.
FACETS = {
    "kind": "kind",
    "outlet": "outlet",
    "speaker": "speaker_id",
    "story": "story_id",
}
_WORDS = table("search_words", column("rowid"), column("number"), column("words"))
# Ranks are whole numbers, so that near equals stand in the order of their days.
_FTS5_RANK = "CAST(ROUND(-bm25(search_words, 2.0, 1.0) * 100) AS INTEGER)"
_ITEMS = tables.search_items


def find_hits(
    connection: Connection,
    query: SearchQuery,
    terms: Sequence[Term],
    *,
    apart_from: str | None = None,
    is_ranked: bool = False,
) -> CTE:
    """The newest hits as a table to select from: the columns of `search_items`, and `rank`.

    Only so many as `MOST_COUNTED`: to rank and count everything that holds one of the most
    frequent words takes longer than a page may.

    Args:
        connection: A connection of the store.
        query: What is searched for.
        terms: Its words, with lemmas; none where it only narrows down.
        apart_from: A facet whose choice is left out of account.
        is_ranked: Whether `rank` is how well each fits; else it is 0.
    """
    chosen = filter_rows(query, _ITEMS)
    wanted = [condition for facet, condition in chosen.items() if facet != apart_from]
    if not terms:
        # Not by the bare number, lest the database walk through all numbers for a rare value.
        newest = select(_ITEMS, literal(0).label("rank")).where(*wanted)
        return newest.order_by((_ITEMS.c.number + 0).desc()).limit(MOST_COUNTED).cte()
    if connection.dialect.name == "sqlite":
        return _match_fts5(terms, wanted, is_ranked=is_ranked)
    return _match_tsquery(terms, wanted, is_ranked=is_ranked)


def filter_rows(query: SearchQuery, rows: FromClause) -> dict[str, ColumnElement[bool]]:
    """The conditions of a query, by facet."""
    chosen = {
        "kind": query.kinds,
        "outlet": query.outlets,
        "speaker": query.speakers,
        "story": query.stories,
    }
    filters: dict[str, ColumnElement[bool]] = {
        facet: rows.c[FACETS[facet]].in_(values) for facet, values in chosen.items() if values
    }
    if query.day_from:
        filters["from"] = rows.c.day >= query.day_from
    if query.day_to:
        filters["to"] = rows.c.day <= query.day_to
    if query.added_after:
        articles = tables.articles.c
        new = select(articles.id).where(articles.added_at > query.added_after)
        filters["added"] = rows.c.article_id.in_(new)
    return filters


def _match_fts5(
    terms: Sequence[Term], wanted: Sequence[ColumnElement[bool]], *, is_ranked: bool
) -> CTE:
    """SQLite gives matches by number, the newest first, and stops at the limit."""
    rank = literal_column(_FTS5_RANK, Integer) if is_ranked else literal(0)
    matches = text("search_words MATCH :asked").bindparams(asked=write_fts5(terms))
    return (
        select(_ITEMS, rank.label("rank"))
        .select_from(_WORDS.join(_ITEMS, _ITEMS.c.number == _WORDS.c.rowid))
        .where(matches, *wanted)
        .order_by(_WORDS.c.rowid.desc())
        .limit(MOST_COUNTED)
        .cte()
    )


def _match_tsquery(
    terms: Sequence[Term], wanted: Sequence[ColumnElement[bool]], *, is_ranked: bool
) -> CTE:
    """PostgreSQL chooses by the frequency of the words: from the newest on, or by its word index.

    The word index knows no numbers, so by it every match is read before the newest are known;
    from the newest on the reading stops at the limit, which for a frequent word comes early. Each
    row is read once, and ranked when it is known to be among the newest.
    """
    asked = cast(write_tsquery(terms), TSQUERY)
    ranked = func.round(func.ts_rank(_WORDS.c.words, asked, 1) * 10_000)
    rank = (cast(ranked, Integer) if is_ranked else literal(0)).label("rank")
    matches = _WORDS.c.words.op("@@")(asked)
    if not wanted:
        newest = select(_WORDS.c.number, rank).where(matches)
        some = newest.order_by(_WORDS.c.number.desc()).limit(MOST_COUNTED).cte()
        some = some.prefix_with("MATERIALIZED")
        # Lest the join walk through the items before the oldest of them: a third of its time.
        oldest = select(func.min(some.c.number)).scalar_subquery()
        items = select(_ITEMS, some.c.rank).join(some, some.c.number == _ITEMS.c.number)
        return items.where(_ITEMS.c.number >= oldest).cte()
    return (
        select(_ITEMS, rank)
        .join(_WORDS, _WORDS.c.number == _ITEMS.c.number)
        .where(matches, *wanted)
        .order_by(_ITEMS.c.number.desc())
        .limit(MOST_COUNTED)
        .cte()
    )

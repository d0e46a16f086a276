"""Articles, statements, figures, claims and differences as lists, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select, tuple_

from recoupe.store import tables

Row = Mapping[str, Any]

# In which order each list stands; together the columns are unique.
_ORDER = {
    "articles": ("day", "id"),
    "statements": ("article_id", "position"),
    "figures": ("article_id", "position"),
    "claims": ("story_id", "position"),
    "differences": ("story_id", "position"),
}
_HIDDEN = frozenset({"record"})


def list_rows(
    connection: Connection,
    name: str,
    *,
    where: Mapping[str, str | int | None] | None = None,
    after: Sequence[str | int] | None = None,
    limit: int = 50,
) -> list[Row]:
    """Rows of one table in its order.

    Args:
        connection: A connection of the store.
        name: "articles", "statements", "figures", "claims" or "differences".
        where: Values that columns must have; None asks for nothing.
        after: Where the page before ended, as `place_of_row` gives it.
        limit: At most so many.
    """
    table: Table = tables.metadata.tables[name]
    order = [table.c[column] for column in _ORDER[name]]
    wanted: list[ColumnElement[bool]] = [
        table.c[column] == value for column, value in (where or {}).items() if value is not None
    ]
    if after is not None:
        wanted.append(tuple_(*order) > tuple_(*after))
    columns = [column for column in table.c if column.name not in _HIDDEN]
    query = select(*columns).where(*wanted).order_by(*order).limit(limit)
    return [dict(row) for row in connection.execute(query).mappings()]


def place_of_row(name: str, row: Row) -> list[str | int]:
    """Where a row stands in its list: what the next page starts after."""
    return [row[column] for column in _ORDER[name]]

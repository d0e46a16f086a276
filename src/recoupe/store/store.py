"""The open store: transactions, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError

from recoupe.errors import StoreError

# Marks a connection that will write, so that SQLite takes its lock at the start.
WRITING = "recoupe_writing"
# A second writer waits so long for the first: longer than any batch takes to be written.
LOCK_WAIT_SECONDS = 30
# Any number that no other program on the server takes for a lock.
_WRITER_LOCK = 7261325


class Store:
    """An open database. Functions of `recoupe.store` take one of its connections.

    Attributes:
        engine: SQLAlchemy's engine, for SQLite or PostgreSQL.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the store for as long as it is open.

        Raises:
            StoreError: The database cannot be read.
        """
        with _name_trouble(), self.engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction: all of it is kept, or, where anything is raised, none.

        Raises:
            StoreError: Another program has been writing for too long, the disk is full, the
                database cannot be written to.
        """
        with _name_trouble():
            connection = self.engine.connect().execution_options(**{WRITING: True})
            with connection, connection.begin():
                if connection.dialect.name == "postgresql":
                    # One writer at a time, as on SQLite: stories are made from all neighbours.
                    wait = f"SET LOCAL lock_timeout = '{LOCK_WAIT_SECONDS * 1000:.0f}ms'"
                    connection.exec_driver_sql(wait)
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})")
                yield connection

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


@contextmanager
def _name_trouble() -> Iterator[None]:
    """Troubles of the database as errors that say what to do; faults of ours stay as they are."""
    try:
        yield
    except DBAPIError as error:
        if not isinstance(error, OperationalError) and type(error) is not DatabaseError:
            raise
        raise name_trouble(error) from error


def name_trouble(error: DBAPIError) -> StoreError:
    """What a trouble of the database means, and what to do about it."""
    reason = first_line(error)
    if "locked" in reason or "lock timeout" in reason:
        return StoreError(
            "Another program is writing to the store.", hint="Wait for it to end and try again."
        )
    if "disk is full" in reason or "No space left" in reason:
        return StoreError(
            "The disk is full; nothing of this was kept.", hint="Make room and try again."
        )
    if "readonly" in reason or "read-only" in reason:
        return StoreError(
            "The store can be read but not written to.",
            hint="Check the rights of the file and of its folder.",
        )
    if "malformed" in reason or "not a database" in reason:
        return StoreError(
            f"The store is damaged, or no store: {reason}.",
            hint="`recoupe doctor` says what is wrong; a backup can take its place.",
        )
    return StoreError(
        f"The store cannot be used: {reason}.",
        hint="Check the place given with --store, its rights, and that no other program holds it.",
    )


def first_line(error: DBAPIError) -> str:
    """The first line of what the database said."""
    return str(error.orig).strip().splitlines()[0].rstrip(".") if error.orig else "unknown reason"

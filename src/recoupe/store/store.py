"""The open store: transactions, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from recoupe.errors import StoreError

# Marks a connection that will write, so that SQLite takes its lock at the start.
WRITING = "recoupe_writing"
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
        """A connection that sees one state of the store for as long as it is open."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction: all of it is kept, or, where anything is raised, none.

        Raises:
            StoreError: Another program has been writing for too long.
        """
        connection = self.engine.connect().execution_options(**{WRITING: True})
        try:
            with connection, connection.begin():
                if connection.dialect.name == "postgresql":
                    # One writer at a time, as on SQLite: stories are made from all neighbours.
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})")
                yield connection
        except OperationalError as error:
            if "locked" in str(error.orig):
                raise StoreError(
                    "Another program is writing to the store.",
                    hint="Wait for it to end and try again.",
                ) from error
            raise

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

"""Open the store at a path or an address, and make it where there is none."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from recoupe.errors import StoreError
from recoupe.store.back_up import back_up
from recoupe.store.migrate import VERSION, migrate, read_version
from recoupe.store.store import LOCK_WAIT_SECONDS, WRITING, Store


def open_store(address: str | Path | None = None) -> Store:
    """The store at this place, its tables at the newest version.

    Args:
        address: Path of an SQLite file, `postgresql://…`, or None for `find_default_path`.

    Raises:
        StoreError: It cannot be opened: no such server, no desk of ours, newer than this Recoupe,
            locked for too long, a folder that cannot be written to.
    """
    engine = make_engine(str(address) if address is not None else str(find_default_path()))
    store = Store(engine)
    try:
        with store.read() as connection:
            version = read_version(connection)
        if version != VERSION:
            if 0 < version < VERSION:
                _back_up_before(engine.url, version)
            with store.write() as connection:
                migrate(connection)
    except StoreError:
        store.close()
        raise
    return store


def _back_up_before(url: URL, version: int) -> None:
    """Keep the store as it was before its tables are brought to a newer version."""
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        path = Path(url.database)
        back_up(path, path.with_name(f"{path.name}.version-{version}"))


def find_default_path() -> Path:
    """Where the desk lives when no place is given: RECOUPE_STORE, else the user's data folder.

    Raises:
        StoreError: There is no home folder.
    """
    given = os.environ.get("RECOUPE_STORE")
    if given:
        return Path(given)
    try:
        data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    except RuntimeError as error:
        raise StoreError(
            "There is no home folder to keep the desk in.", hint="Give a place with --store."
        ) from error
    return Path(data) / "recoupe" / "recoupe.sqlite"


def make_engine(address: str, *, make_folder: bool = True) -> Engine:
    """The engine for an address, not yet connected.

    Args:
        address: As given to `open_store`.
        make_folder: Whether the folder of an SQLite file is made where there is none.

    Raises:
        StoreError: It is no address of a store, or its driver is missing.
    """
    url = _read_address(address)
    if url.get_backend_name() == "sqlite":
        return _make_sqlite_engine(url, make_folder=make_folder)
    try:
        return create_engine(url, pool_pre_ping=True)
    except (ImportError, NoSuchModuleError) as error:
        raise StoreError(
            f"The driver for {url.get_backend_name()} is not installed.",
            hint="Install recoupe[postgres].",
        ) from error


def _read_address(address: str) -> URL:
    if "://" not in address:
        return URL.create("sqlite", database=address)
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StoreError(f"{address!r} is no address of a store.") from error
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise StoreError(
            f"A store lives in SQLite or PostgreSQL, not in {url.get_backend_name()}.",
            hint="Give a path or postgresql://user@host/database.",
        )
    return (
        url.set(drivername="postgresql+psycopg")
        if "+" not in url.drivername and url.get_backend_name() == "postgresql"
        else url
    )


def _make_sqlite_engine(url: URL, *, make_folder: bool) -> Engine:
    if make_folder and url.database and url.database != ":memory:":
        try:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"Cannot make the folder of {url.database}: {error.strerror}.",
                hint="Give another place with --store.",
            ) from error
    engine = create_engine(url, connect_args={"timeout": LOCK_WAIT_SECONDS})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions are ours, below
        for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(WRITING)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine

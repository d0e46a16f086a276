"""Bring a database to the newest version of the tables, one numbered step after another."""

from __future__ import annotations

from importlib.resources import files

from sqlalchemy import Connection, text

from recoupe.errors import StoreError

VERSION = 7


def read_version(connection: Connection) -> int:
    """Version of the tables; 0 for an empty database.

    Raises:
        StoreError: The database holds tables, but not ours.
    """
    if connection.dialect.name == "sqlite":
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        names = "SELECT name FROM sqlite_master WHERE type = 'table'"
    else:
        names = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    tables = set(connection.exec_driver_sql(names).scalars())
    if connection.dialect.name != "sqlite":
        known = "recoupe_version" in tables
        version = (
            int(connection.exec_driver_sql("SELECT version FROM recoupe_version").scalar_one())
            if known
            else 0
        )
    if not version and tables:
        raise StoreError(
            "This database holds something else than a desk.",
            hint="Give another place with --store.",
        )
    return version


def migrate(connection: Connection) -> None:
    """Take every step from the database's version to the newest, in the caller's transaction.

    Raises:
        StoreError: The database is newer than this Recoupe, or not ours.
    """
    version = read_version(connection)
    if version > VERSION:
        raise StoreError(
            f"The store is of version {version}; this Recoupe knows {VERSION}.",
            hint="Install the newest Recoupe, or give another place with --store.",
        )
    for step in range(version + 1, VERSION + 1):
        for statement in read_step(step, connection.dialect.name):
            connection.exec_driver_sql(statement)
        _write_version(connection, step)


def read_step(step: int, dialect: str) -> list[str]:
    """The statements that bring the tables from the version before to this one."""
    path = files("recoupe.store.migrations").joinpath(f"{step:04}.{dialect}.sql")
    lines = (line.split("--", 1)[0].rstrip() for line in path.read_text("utf-8").splitlines())
    return [s.strip() for s in "\n".join(lines).split(";") if s.strip()]


def _write_version(connection: Connection, version: int) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version = {version:d}")
        return
    if version == 1:
        connection.exec_driver_sql("CREATE TABLE recoupe_version (version INTEGER NOT NULL)")
        connection.exec_driver_sql("INSERT INTO recoupe_version VALUES (1)")
    else:
        connection.execute(text("UPDATE recoupe_version SET version = :v"), {"v": version})

"""What is well and what is not with the place where the store is kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DBAPIError

from recoupe.errors import StoreError
from recoupe.store import tables
from recoupe.store.migrate import VERSION, read_version
from recoupe.store.open_store import find_default_path, make_engine
from recoupe.store.store import first_line

# Less than this is soon full: a thousand articles with their parses take about 100 MB.
LEAST_FREE_BYTES = 200_000_000
OLDEST_SQLITE = (3, 37, 0)  # STRICT tables
OLDEST_POSTGRESQL = 15


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        check: What: "place", "file", "driver", "version", "integrity", "search", "counts".
        is_well: Whether nothing need be done.
        detail: What was found, with what to do where it is not well.
    """

    check: str
    is_well: bool
    detail: str


def diagnose(address: str | None = None) -> tuple[Finding, ...]:
    """What is well and what is not with a store; nothing is changed and nothing is made.

    Args:
        address: As given to `open_store`.
    """
    try:
        place = address or str(find_default_path())
        engine = make_engine(place, make_folder=False)
    except StoreError as error:
        return (Finding("place", False, f"{error} {error.hint}".strip()),)
    findings = [Finding("place", True, engine.url.render_as_string(hide_password=True))]
    if engine.dialect.name == "sqlite":
        files = tuple(_look_at_file(Path(engine.url.database or "")))
        findings += files
        if (
            not all(finding.is_well for finding in files)
            or not Path(engine.url.database or "").exists()
        ):
            return tuple(findings)
    findings += _look_inside(engine)
    engine.dispose()
    return tuple(findings)


def _look_at_file(path: Path) -> Iterator[Finding]:
    folder = path.parent
    if not path.exists():
        can_be_made = _may(_find_existing(folder), os.W_OK)
        detail = "not there yet" if can_be_made else f"{folder} cannot be written to"
        yield Finding("file", can_be_made, detail)
        return
    if not path.is_file():
        yield Finding("file", False, "not a file; give another place with --store")
        return
    if not _may(path, os.R_OK):
        yield Finding("file", False, "cannot be read; check its rights")
        return
    with path.open("rb") as file:
        head = file.read(16)
    if head and head != b"SQLite format 3\0":
        yield Finding("file", False, "not a database; give another place with --store")
        return
    writable = _may(path, os.W_OK) and _may(folder, os.W_OK)
    yield Finding(
        "file",
        writable,
        f"{path.stat().st_size:,} bytes"
        if writable
        else "can be read but not written to; check the rights of the file and its folder",
    )
    free = shutil.disk_usage(folder).free
    yield Finding("disk", free >= LEAST_FREE_BYTES, f"{free:,} bytes free")


def _may(path: Path, right: int) -> bool:
    """Whether this process has a right to a file or folder."""
    return os.access(path, right, effective_ids=os.access in os.supports_effective_ids)


def _find_existing(folder: Path) -> Path:
    while not folder.exists():
        folder = folder.parent
    return folder


def _look_inside(engine: Engine) -> list[Finding]:
    findings: list[Finding] = []
    try:
        if engine.dialect.name == "sqlite":
            findings += _check_sqlite(Path(engine.url.database or ""))
            if not all(finding.is_well for finding in findings):
                return findings
        with engine.connect() as connection:
            if engine.dialect.name == "postgresql":
                findings += _check_postgresql(connection)
            findings += _check_tables(connection)
    except DBAPIError as error:
        findings.append(Finding("connection", False, first_line(error)))
    except StoreError as error:
        findings.append(Finding("version", False, f"{error} {error.hint}"))
    return findings


def _check_sqlite(path: Path) -> Iterator[Finding]:
    is_new = sqlite3.sqlite_version_info >= OLDEST_SQLITE
    yield Finding("driver", is_new, f"SQLite {sqlite3.sqlite_version}")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as base:
            faults = [row[0] for row in base.execute("PRAGMA integrity_check(10)")]
            orphans = base.execute("PRAGMA foreign_key_check").fetchmany(10)
    except sqlite3.Error as error:
        yield Finding("integrity", False, f"{error}; take a backup in its place")
        return
    well = faults == ["ok"]
    detail = "no fault" if well else f"{'; '.join(faults)}; take a backup in its place"
    yield Finding("integrity", well, detail)
    if orphans:
        yield Finding("integrity", False, f"{len(orphans)} rows lead nowhere; run `recoupe retell`")


def _check_postgresql(connection: Connection) -> Iterator[Finding]:
    number = int(connection.exec_driver_sql("SHOW server_version_num").scalar_one()) // 10_000
    yield Finding("driver", number >= OLDEST_POSTGRESQL, f"PostgreSQL {number}")
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    detail = str(encoding) if encoding == "UTF8" else f"{encoding}: make the database with UTF8"
    yield Finding("encoding", encoding == "UTF8", detail)


def _check_tables(connection: Connection) -> Iterator[Finding]:
    version = read_version(connection)
    if version > VERSION:
        yield Finding(
            "version", False, f"{version}; this Recoupe knows {VERSION}: install the newest"
        )
        return
    if version < VERSION:
        yield Finding("version", True, f"{version}; brought to {VERSION} when it is next opened")
        return
    yield Finding("version", True, str(version))

    def count(name: str) -> int:
        table = tables.metadata.tables[name]
        return connection.execute(select(func.count()).select_from(table)).scalar_one()

    items = count("search_items")
    words = connection.exec_driver_sql("SELECT count(*) FROM search_words").scalar_one()
    detail = f"{items:,} items"
    if items != words:
        detail += f", {words:,} of them with words; run `recoupe retell`"
    yield Finding("search", items == words, detail)
    articles, parses = count("articles"), count("parses")
    detail = (
        f"{articles:,} articles, {count('stories'):,} stories, {count('decisions'):,} decisions"
    )
    yield Finding("counts", articles == parses, detail)

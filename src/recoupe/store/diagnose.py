"""What is well and what is not with the place where the store is kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
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
        check: What: "place", "file", "disk", "driver", "encoding", "connection", "version",
            "integrity", "search" or "counts".
        is_well: Whether nothing need be done.
        said: What was found, as a key for a catalogue.
        parts: What the words of the catalogue leave open, by name.
    """

    check: str
    is_well: bool
    said: str
    parts: Mapping[str, str | int] = field(default_factory=dict)


def diagnose(address: str | None = None) -> tuple[Finding, ...]:
    """What is well and what is not with a store; nothing is changed and nothing is made.

    Args:
        address: As given to `open_store`.
    """
    try:
        place = address or str(find_default_path())
        engine = make_engine(place, make_folder=False)
    except StoreError as error:
        return (Finding("place", False, "as_told", {"words": f"{error} {error.hint}".strip()}),)
    address = engine.url.render_as_string(hide_password=True)
    findings = [Finding("place", True, "as_told", {"words": address})]
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
        said = "not_there_yet" if can_be_made else "closed_folder"
        yield Finding("file", can_be_made, said, {"folder": str(folder)})
        return
    if not path.is_file():
        yield Finding("file", False, "not_a_file")
        return
    if not _may(path, os.R_OK):
        yield Finding("file", False, "not_readable")
        return
    with path.open("rb") as file:
        head = file.read(16)
    if head and head != b"SQLite format 3\0":
        yield Finding("file", False, "not_a_database")
        return
    writable = _may(path, os.W_OK) and _may(folder, os.W_OK)
    size = {"n": path.stat().st_size}
    yield Finding("file", writable, "bytes" if writable else "not_writable", size)
    free = shutil.disk_usage(folder).free
    yield Finding("disk", free >= LEAST_FREE_BYTES, "bytes_free", {"n": free})


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
        findings.append(Finding("connection", False, "as_told", {"words": first_line(error)}))
    except StoreError as error:
        findings.append(Finding("version", False, "as_told", {"words": f"{error} {error.hint}"}))
    return findings


def _check_sqlite(path: Path) -> Iterator[Finding]:
    is_new = sqlite3.sqlite_version_info >= OLDEST_SQLITE
    yield Finding("driver", is_new, "as_told", {"words": f"SQLite {sqlite3.sqlite_version}"})
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as base:
            faults = [row[0] for row in base.execute("PRAGMA integrity_check(10)")]
            orphans = base.execute("PRAGMA foreign_key_check").fetchmany(10)
    except sqlite3.Error as error:
        yield Finding("integrity", False, "damaged", {"why": str(error)})
        return
    well = faults == ["ok"]
    yield Finding("integrity", well, "whole" if well else "damaged", {"why": "; ".join(faults)})
    if orphans:
        yield Finding("integrity", False, "orphans", {"n": len(orphans)})


def _check_postgresql(connection: Connection) -> Iterator[Finding]:
    number = int(connection.exec_driver_sql("SHOW server_version_num").scalar_one()) // 10_000
    yield Finding(
        "driver", number >= OLDEST_POSTGRESQL, "as_told", {"words": f"PostgreSQL {number}"}
    )
    encoding = str(connection.exec_driver_sql("SHOW server_encoding").scalar_one())
    is_well = encoding == "UTF8"
    said = "as_told" if is_well else "other_encoding"
    yield Finding("encoding", is_well, said, {"words": encoding})


def _check_tables(connection: Connection) -> Iterator[Finding]:
    version = read_version(connection)
    known = {"version": str(version), "known": str(VERSION)}
    if version > VERSION:
        yield Finding("version", False, "newer", known)
        return
    if version < VERSION:
        yield Finding("version", True, "older", known)
        return
    yield Finding("version", True, "as_told", {"words": str(version)})

    def count(name: str) -> int:
        table = tables.metadata.tables[name]
        return connection.execute(select(func.count()).select_from(table)).scalar_one()

    items = count("search_items")
    words = connection.exec_driver_sql("SELECT count(*) FROM search_words").scalar_one()
    found = {"n": items, "words": words}
    yield Finding("search", items == words, "items" if items == words else "lost_items", found)
    articles, parses = count("articles"), count("parses")
    held = {"articles": articles, "stories": count("stories"), "decisions": count("decisions")}
    yield Finding("counts", articles == parses, "held", held)

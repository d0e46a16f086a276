"""Databases for tests: SQLite files, and a PostgreSQL server of our own where Debian's is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Protocol

import psycopg
import pytest

# Debian keeps the programs of each version apart and off the path.
PROGRAMS = Path("/usr/lib/postgresql")
OLDEST_POSTGRESQL = 15


class Databases(Protocol):
    """A place to make stores in."""

    name: str

    def make(self) -> str:
        """The address of a new empty database."""

    def copy(self, address: str) -> str:
        """The address of a new database that holds what another one holds."""


class SqliteDatabases:
    """Files in a folder."""

    name = "sqlite"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.numbers = count()

    def make(self) -> str:
        return str(self.folder / f"desk{next(self.numbers)}.sqlite")

    def copy(self, address: str) -> str:
        return str(shutil.copy(address, self.make()))


class PostgresqlDatabases:
    """Databases of one server that listens at a socket in a folder."""

    name = "postgresql"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.numbers = count()

    def make(self, template: str = "template0") -> str:
        name = f"desk{next(self.numbers)}"
        with psycopg.connect(self._write_address("postgres"), autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'")
        return self._write_address(name)

    def copy(self, address: str) -> str:
        return self.make(template=address.split("/")[3].split("?")[0])

    def _write_address(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self.folder}"


def find_programs() -> Path | None:
    """Where the programs of the newest PostgreSQL server are; None where there is none."""
    versions = sorted(int(p.name) for p in PROGRAMS.glob("*") if (p / "bin" / "initdb").exists())
    if not versions or versions[-1] < OLDEST_POSTGRESQL:
        return None
    return PROGRAMS / str(versions[-1]) / "bin"


@contextmanager
def run_server() -> Iterator[PostgresqlDatabases]:
    """A server on a socket of its own, gone with all its databases at the end.

    The server refuses to run as root; root runs it as Debian's user `postgres`.
    """
    programs = find_programs()
    if programs is None:
        pytest.skip(f"no PostgreSQL {OLDEST_POSTGRESQL} or later in {PROGRAMS}")
    user = "postgres" if os.geteuid() == 0 else None
    # Paths of sockets are short: at most 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="recoupe-pg-", dir="/tmp"))
    if user:
        shutil.chown(folder, user)
    data = folder / "data"

    def call(program: str, *arguments: str) -> None:
        subprocess.run(
            [str(programs / program), "-D", str(data), *arguments],
            user=user,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
        )

    try:
        call("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c shared_buffers=32MB"
        call("pg_ctl", "-w", "-o", options, "-l", str(folder / "log"), "start")
        try:
            yield PostgresqlDatabases(folder)
        finally:
            call("pg_ctl", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)

"""Bad inputs 67 to 70: what can happen to a store, and what is said then."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import func, select
from tests.databases import Databases

from recoupe.errors import StoreError
from recoupe.growth import add
from recoupe.records import Article
from recoupe.store import Store, open_store, tables
from recoupe.store import store as store_module
from recoupe.store.diagnose import Finding, diagnose
from recoupe.store.list_stories import list_stories
from recoupe.store.migrate import VERSION
from recoupe.store.search import SearchQuery, search
from recoupe.verify import verify

LATER = "2026-11-21T08:00:00+00:00"
NOBODY = 65534


def count_rows(store: Store) -> dict[str, int]:
    names = ("articles", "parses", "stories", "claims", "search_items")
    with store.read() as connection:
        return {
            name: connection.execute(
                select(func.count()).select_from(tables.metadata.tables[name])
            ).scalar_one()
            for name in names
        }


def find_faults(findings: tuple[Finding, ...]) -> dict[str, str]:
    """What is said of each thing that is not well, with what the words leave open."""
    return {
        each.check: " ".join(map(str, (each.said, *each.parts.values())))
        for each in findings
        if not each.is_well
    }


# 67: the same folder twice, two processes at once


def test_67_two_that_add_the_same_at_once(
    filled_store: Store, sample_articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = count_rows(filled_store)
    text = sample_articles[0].text + "\nLa marche aura lieu dimanche.\n"
    other = replace(sample_articles[0], source="new.txt", text=text, blocks=())
    growth = import_module("recoupe.growth")

    def prepare_while_another_adds(*arguments: object, **options: object) -> object:
        monkeypatch.undo()
        assert len(add(filled_store, [other], at=LATER).added) == 1
        return growth.prepare(*arguments, **options)

    monkeypatch.setattr(growth, "prepare", prepare_while_another_adds)
    late = add(filled_store, [other], at=LATER)
    assert (late.added, late.known) == ((), 1)
    assert count_rows(filled_store)["articles"] == before["articles"] + 1


def test_67_a_second_writer_is_told_to_wait(
    databases: Databases, filled_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = databases.copy(filled_address)
    monkeypatch.setattr(store_module, "LOCK_WAIT_SECONDS", 0.2)
    monkeypatch.setattr(import_module("recoupe.store.open_store"), "LOCK_WAIT_SECONDS", 0.2)
    first, second = open_store(address), open_store(address)
    with first.write():
        with pytest.raises(StoreError, match="Another program is writing"), second.write():
            pass
        with second.read() as connection:  # readers do not wait
            assert list_stories(connection)
    first.close()
    second.close()


# 68: kill -9 in the middle of writing

KILLED_WHILE_WRITING = """
import os, signal, sys
from sqlalchemy import delete
from recoupe.store import open_store, tables
store = open_store(sys.argv[1])
with store.write() as connection:
    for name in ("claims", "story_articles", "stories", "search_items"):
        connection.execute(delete(tables.metadata.tables[name]))
    os.kill(os.getpid(), signal.SIGKILL)
"""
KILLED_WHILE_MIGRATING = """
import os, signal, sys
import recoupe.store.migrate as migrate
from recoupe.store import open_store
migrate._write_version = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
open_store(sys.argv[1])
"""


@pytest.mark.parametrize("program", [KILLED_WHILE_WRITING, KILLED_WHILE_MIGRATING])
def test_68_killed_while_writing_leaves_what_was_there(
    databases: Databases, filled_address: str, program: str
) -> None:
    is_new = program is KILLED_WHILE_MIGRATING
    address = databases.make() if is_new else databases.copy(filled_address)
    ended = subprocess.run([sys.executable, "-c", program, address], check=False)
    assert ended.returncode == -signal.SIGKILL
    store = open_store(address)
    if is_new:
        assert count_rows(store)["articles"] == 0
    else:
        original = open_store(filled_address)
        assert count_rows(store) == count_rows(original)
        original.close()
        with store.read() as connection:
            assert verify(connection)[1] == ()
    assert find_faults(diagnose(address)) == {}
    store.close()


# 69: full disk, read-only folder, no home


def test_69_a_full_disk_keeps_nothing_and_says_so(tmp_path: Path) -> None:
    store = open_store(tmp_path / "desk.sqlite")
    with (
        pytest.raises(StoreError, match="disk is full"),
        store.write() as connection,
    ):
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
        connection.exec_driver_sql("INSERT INTO jobs VALUES ('j', 't', NULL, ?)", ("x" * 100_000,))
    with store.read() as connection:
        assert connection.execute(select(func.count()).select_from(tables.jobs)).scalar_one() == 0
    store.close()


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of root, who may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine can read."""
    folder = Path(tempfile.mkdtemp(prefix="recoupe-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_69_a_folder_that_cannot_be_written_to(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with as_nobody():
        for place in (open_folder / "desk.sqlite", open_folder / "sub" / "desk.sqlite"):
            with pytest.raises(StoreError) as raised:
                open_store(place)
            assert raised.value.hint
            assert "file" in find_faults(diagnose(str(place)))
    assert list(open_folder.iterdir()) == []


def test_69_a_store_that_can_only_be_read(open_folder: Path) -> None:
    path = open_folder / "desk.sqlite"
    open_store(path).close()
    path.chmod(0o444)
    open_folder.chmod(0o555)
    with as_nobody():
        assert "not_writable" in find_faults(diagnose(str(path)))["file"]
        with pytest.raises(StoreError) as raised:
            store = open_store(path)
            with store.write():
                pass
        assert raised.value.hint


def test_69_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def find_none() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("RECOUPE_STORE", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", find_none)
    with pytest.raises(StoreError, match="no home folder") as raised:
        open_store()
    assert "--store" in raised.value.hint
    assert "--store" in find_faults(diagnose())["place"]


# 70: another version, a damaged page, no database at all


def test_70_a_newer_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    open_store(path).close()
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="version 99") as raised:
        open_store(path)
    assert "newest" in raised.value.hint
    assert "99" in find_faults(diagnose(str(path)))["version"]


def test_70_an_older_store_is_brought_up_with_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "desk.sqlite"
    for module in ("migrate", "open_store"):
        monkeypatch.setattr(import_module(f"recoupe.store.{module}"), "VERSION", 1)
    open_store(path).close()
    monkeypatch.undo()
    (finding,) = (f for f in diagnose(str(path)) if f.check == "version")
    assert finding.is_well
    open_store(path).close()
    assert (finding.said, finding.parts["version"]) == ("older", "1")
    assert find_faults(diagnose(str(path))) == {}
    with sqlite3.connect(path) as base:
        assert base.execute("PRAGMA user_version").fetchone() == (VERSION,)
    with sqlite3.connect(tmp_path / "desk.sqlite.version-1") as backup:
        assert backup.execute("PRAGMA user_version").fetchone() == (1,)


def test_70_a_damaged_page_is_found(tmp_path: Path, sample_articles: list[Article]) -> None:
    path = tmp_path / "desk.sqlite"
    store = open_store(path)
    add(store, sample_articles[:2], at=LATER)
    store.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(0) + b"\x5a" * (size - 4096))
    assert "damaged" in find_faults(diagnose(str(path)))["integrity"]
    with pytest.raises(StoreError, match="damaged") as raised:
        open_damaged = open_store(path)
        with open_damaged.read() as connection:
            list_stories(connection)
    assert "doctor" in raised.value.hint


@pytest.mark.parametrize("content", [b"Bonjour", b"\0" * 8192, b"<html>" * 5000])
def test_70_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "desk.sqlite"
    path.write_bytes(content)
    with pytest.raises(StoreError):
        open_store(path)
    assert "not_a_database" in find_faults(diagnose(str(path)))["file"]
    assert path.read_bytes() == content


def test_70_a_database_of_somebody_else_is_left_alone(databases: Databases) -> None:
    address = databases.make()
    if databases.name == "sqlite":
        with sqlite3.connect(address) as base:
            base.execute("CREATE TABLE invoices (id INTEGER)")
    else:
        import psycopg

        with psycopg.connect(address) as server:
            server.execute("CREATE TABLE invoices (id INTEGER)")
    with pytest.raises(StoreError, match="something else"):
        open_store(address)
    assert "something else" in find_faults(diagnose(address))["version"]


# 6, where databases are concerned: characters that they do not take


def test_06_characters_that_databases_refuse(empty_store: Store) -> None:
    text = (
        "Le pont des Tanneurs\0 restera fermé, a annoncé mardi la maire Odile Ferrand\ufffe. "
        "Selon elle, 40\0 emplois sont menacés, et la préfecture n'a pas voulu le commenter.\n"
    )
    article = Article(
        source="pont\0\udce9.txt",
        text=text,
        title="Le pont\0",
        outlet="Le \0Courrier",
        language="fr",
    )
    grown = add(empty_store, [article], at=LATER)
    assert len(grown.added) == 1
    with empty_store.read() as connection:
        page = search(connection, SearchQuery(words="pont"))
        assert verify(connection)[1] == ()
    assert page.total >= 1
    assert page.hits[0].title == "Le pont\0"  # the record keeps what was read

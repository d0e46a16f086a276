"""What tests of several folders share: the databases that a store can live in, and a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recoupe.growth import add
from recoupe.records import Article
from recoupe.rooms.read import read
from recoupe.store import Store, open_store
from tests.databases import Databases, SqliteDatabases, run_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SAMPLE = Path(str(files("recoupe") / "sample"))
ADDED_AT = "2026-11-20T08:00:00+00:00"


@pytest.fixture(scope="session")
def sample_articles() -> list[Article]:
    """The sample story as `read` gives it, in the order of its files."""
    return [item for item in read([SAMPLE]) if isinstance(item, Article)]


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def databases(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Databases]:
    """Every test that uses it runs on both databases."""
    if request.param == "sqlite":
        yield SqliteDatabases(tmp_path_factory.mktemp("databases"))
        return
    with run_server() as server:
        yield server


@pytest.fixture(scope="session")
def filled_address(databases: Databases, sample_articles: list[Article]) -> str:
    """A store with the sample story; not to be changed."""
    address = databases.make()
    store = open_store(address)
    add(store, sample_articles, at=ADDED_AT)
    store.close()
    return address


@pytest.fixture
def empty_store(databases: Databases) -> Iterator[Store]:
    """A new store without anything in it."""
    store = open_store(databases.make())
    yield store
    store.close()


@pytest.fixture
def filled_store(databases: Databases, filled_address: str) -> Iterator[Store]:
    """A store with the sample story, to be changed at will."""
    store = open_store(databases.copy(filled_address))
    yield store
    store.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, one for each module."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed.")
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed.")
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield launched
        launched.close()

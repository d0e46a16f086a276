"""A desk that holds the sample story, asked without a network."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from recoupe.growth import add
from recoupe.rooms.read import read
from recoupe.store import Store, open_store
from recoupe.store.back_up import back_up
from recoupe.web.app import create_app

SAMPLE = Path(str(files("recoupe") / "sample"))


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the sample story; tests that write take `store` instead."""
    opened = open_store(tmp_path_factory.mktemp("desk") / "desk.sqlite")
    add(opened, read([SAMPLE]), at="2026-11-20T08:00:00+00:00")
    yield opened
    opened.close()


@pytest.fixture
def store(filled: Store, tmp_path: Path) -> Iterator[Store]:
    """A copy of the filled store, to write to."""
    back_up(Path(str(filled.engine.url.database)), tmp_path / "desk.sqlite")
    opened = open_store(tmp_path / "desk.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def client(filled: Store) -> Iterator[TestClient]:
    with TestClient(create_app(filled), base_url="http://localhost") as opened:
        opened.headers["accept-language"] = "fr"
        yield opened

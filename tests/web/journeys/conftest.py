"""A desk that answers on this machine, and a browser before it."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
import uvicorn

from recoupe.store import Store, open_store
from recoupe.store.back_up import back_up
from recoupe.web.app import create_app
from tests.web.journeys.hand import Hand

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


@dataclass(frozen=True)
class Desk:
    """A desk that answers.

    Attributes:
        root: Where.
        store: What it shows.
    """

    root: str
    store: Store


@contextmanager
def answer(store: Store) -> Iterator[Desk]:
    """A desk over a store, at a free port of this machine, for as long as it is needed."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    config = uvicorn.Config(create_app(store), log_level="error", ws="none")
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        while not server.started:
            time.sleep(0.02)
        yield Desk(f"http://127.0.0.1:{listening.getsockname()[1]}", store)
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


@pytest.fixture(scope="module")
def desk(filled: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The sample story in a store of the module's own; who changes it undoes the change."""
    copy = tmp_path_factory.mktemp("journey") / "desk.sqlite"
    back_up(Path(str(filled.engine.url.database)), copy)
    store = open_store(copy)
    with answer(store) as answering:
        yield answering
    store.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A French reader's browser; axe-core needs the page's policy bypassed, which others keep."""
    opened = browser.new_context(viewport={"width": 1440, "height": 900}, locale="fr-FR")
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, desk: Desk) -> Iterator[Page]:
    """A page of which nothing may be wrong: no error, no dialog, no request to elsewhere."""
    yield from watch(context, desk)


def watch(context: BrowserContext, desk: Desk) -> Iterator[Page]:
    """A page; once it is done with, whatever was wrong with it fails the test."""
    opened = context.new_page()
    opened.set_default_timeout(30_000)
    wrong: list[str] = []
    opened.on("console", lambda m: wrong.append(m.text) if m.type in {"error", "warning"} else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
    opened.on(
        "request", lambda r: None if r.url.startswith(f"{desk.root}/") else wrong.append(r.url)
    )
    yield opened
    assert wrong == []


@pytest.fixture(params=["mouse", "keyboard"])
def hand(request: pytest.FixtureRequest, page: Page) -> Hand:
    return Hand(page, request.param)


def find_story(page: Page, desk: Desk) -> str:
    """Address of the larger story."""
    page.goto(f"{desk.root}/?sort=size")
    return desk.root + str(page.locator(".card-title a").first.get_attribute("href"))

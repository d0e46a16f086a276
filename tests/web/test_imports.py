"""Articles handed over in a browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from recoupe.store import open_store
from recoupe.web.app import create_app
from tests.web.conftest import SAMPLE


@pytest.fixture
def empty(tmp_path: Path) -> TestClient:
    return TestClient(create_app(open_store(tmp_path / "desk.sqlite")), base_url="http://localhost")


def wait_for(client: TestClient, address: str) -> str:
    """The page of an import when it is over; closing the desk finishes what was begun."""
    client.__exit__(None, None, None)
    return client.get(address).text


def test_files_are_read_under_their_names_and_bad_ones_are_listed(empty: TestClient) -> None:
    paths = sorted(SAMPLE.glob("*.txt"))[:2]
    files = [("articles", (path.name, path.read_bytes())) for path in paths]
    files += [("articles", ("../../etc/notes.pdf", b"%PDF-1.7")), ("articles", ("vide.txt", b" "))]
    empty.__enter__()
    answer = empty.post("/importer", files=files, follow_redirects=False)
    assert answer.status_code == 303
    page = wait_for(empty, answer.headers["location"])
    assert "2\u00a0articles" in page or "2 articles" in page
    assert "notes.pdf" in page
    assert "vide.txt" in page
    assert "etc/" not in page
    assert "recoupe-import-" not in page
    assert "vide\u00a0: aucun texte" in page
    assert page.count('<li><a href="/a/') == 2, "what was added is listed"
    forms = empty.get("/importer").text
    assert "notes.pdf" in forms[forms.index('id="dropped"') :]
    in_english = empty.get(answer.headers["location"], params={"lang": "en"}).text
    assert "empty: no text" in in_english
    assert "aucun texte" not in in_english
    forms = empty.get("/importer", params={"lang": "en"}).text
    assert "empty: no text" in forms[forms.index('id="dropped"') :]


def test_a_story_names_what_was_left_out_of_its_imports(empty: TestClient) -> None:
    sample = min(SAMPLE.glob("*.txt"))
    given = [[("vide.txt", b" "), (sample.name, sample.read_bytes())], [("autre.txt", b" ")]]
    empty.__enter__()
    for files in given:
        empty.post("/importer", files=[("articles", file) for file in files])
    empty.__exit__(None, None, None)
    story = re.search(r'href="(/h/[0-9a-f]{12})"', empty.get("/").text)
    assert story
    page = empty.get(story[1], params={"lang": "fr"}).text
    assert "vide.txt" in page
    assert "autre.txt" not in page


def test_the_first_page_offers_the_sample_story(empty: TestClient) -> None:
    assert "/importer/exemple" in empty.get("/").text
    empty.__enter__()
    answer = empty.post("/importer/exemple", follow_redirects=False)
    wait_for(empty, answer.headers["location"])
    assert 'href="/h/' in empty.get("/").text

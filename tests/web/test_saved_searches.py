"""Saving a search in a browser: kept, listed with what is new, looked through, dropped."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from recoupe.store import Store
from recoupe.store.saved_searches import list_saved, mark_seen
from recoupe.web.app import create_app


@pytest.fixture
def desk(store: Store) -> TestClient:
    return TestClient(
        create_app(store), base_url="http://localhost", headers={"accept-language": "fr"}
    )


def test_a_saved_search_says_what_is_new_and_leads_to_it(desk: TestClient, store: Store) -> None:
    form = {"q": "usine", "kind": ["article"], "name": "L’usine <b>"}
    page = desk.post("/recherche/enregistrer", data=form).text
    assert "L’usine &lt;b&gt;" in page
    assert "rien de nouveau" in page
    with store.write() as connection:
        (kept,) = list_saved(connection)
        mark_seen(connection, kept, "2020-01-01T00:00:00+00:00")
    page = desk.get("/recherche").text
    fresh = re.search(r'class="chip fresh" href="([^"]+)">(\d+)', page)
    assert fresh
    found = desk.get(fresh[1].replace("&amp;", "&")).text
    assert found.count('class="hit"') == int(fresh[2]) > 0
    assert "nouveau" not in desk.post(f"/recherche/{kept.id}/vue").text.replace(
        "rien de nouveau", ""
    ).replace("de nouveau,", "")
    assert kept.id not in desk.post(f"/recherche/{kept.id}/supprimer").text


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({}, 303),
        ({"q": "   "}, 303),
        ({"q": "a", "kind": "nonsense"}, 422),
        ({"q": "a", "name": "n" * 300}, 422),
    ],
)
def test_what_asks_nothing_is_not_kept(
    desk: TestClient, store: Store, form: dict[str, str], status: int
) -> None:
    answer = desk.post("/recherche/enregistrer", data=form, follow_redirects=False)
    assert answer.status_code == status
    with store.read() as connection:
        assert list_saved(connection) == []


def test_there_is_an_end_to_what_is_kept(desk: TestClient, store: Store) -> None:
    answers = [
        desk.post("/recherche/enregistrer", data={"q": f"mot{n}"}, follow_redirects=False)
        for n in range(42)
    ]
    assert [answer.status_code for answer in answers[38:]] == [303, 303, 422, 422]


def test_nothing_of_another_site_is_kept(desk: TestClient, store: Store) -> None:
    answer = desk.post(
        "/recherche/enregistrer", data={"q": "a"}, headers={"origin": "https://evil.example"}
    )
    assert answer.status_code == 403

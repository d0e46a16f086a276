"""Decisions and saved searches through the API: taken, listed, undone, described, refused."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from recoupe.store import Store
from recoupe.store.decisions import list_decisions
from recoupe.web.app import create_app
from recoupe.web.guard import Guard

API = "/api/v1"


@pytest.fixture
def desk(store: Store) -> TestClient:
    return TestClient(create_app(store), base_url="http://localhost")


def find_first(desk: TestClient, name: str) -> dict[str, Any]:
    first: dict[str, Any] = desk.get(f"{API}/{name}?limit=1").json()["items"][0]
    return first


def test_a_verdict_is_corrected_shown_listed_and_undone(desk: TestClient, store: Store) -> None:
    difference = find_first(desk, "differences")["id"]
    given = {
        "kind": "verdict",
        "about": [difference],
        "ruling": {"judgement": "corrected", "verdict": "wording"},
        "note": "même chose",
        "made_by": "Zoé",
    }
    answer = desk.post(f"{API}/decisions", json=given)
    assert answer.status_code == 201
    taken = answer.json()
    assert desk.get(f"{API}/decisions/{taken['id']}").json() == taken
    assert desk.get(f"{API}/decisions?about={difference}").json()["items"] == [taken]
    assert find_by_id(desk, difference)["verdict"] == "wording"
    with store.read() as connection:
        (kept,) = list_decisions(connection)
    assert (kept.id, kept.made_by, kept.note) == (taken["id"], "Zoé", "même chose")
    undone = desk.post(f"{API}/decisions/{taken['id']}/undo").json()
    assert undone["undone_at"]
    assert find_by_id(desk, difference)["verdict"] != "wording"
    assert desk.get(f"{API}/decisions?undone=false").json()["items"] == []


def find_by_id(desk: TestClient, difference: str) -> dict[str, Any]:
    items = desk.get(f"{API}/differences?limit=200").json()["items"]
    return next(item for item in items if item["id"] == difference)


def test_a_speaker_is_corrected(desk: TestClient) -> None:
    statement = find_first(desk, "statements")["id"]
    ruling = {"judgement": "corrected", "speaker_name": "Zoé Valmarin"}
    given = {"kind": "speaker", "about": [statement], "ruling": ruling}
    assert desk.post(f"{API}/decisions", json=given).status_code == 201
    said = desk.get(f"{API}/statements?speaker=zoe-valmarin").json()["items"]
    assert [item["id"] for item in said] == [statement]


def test_decisions_come_in_pages(desk: TestClient) -> None:
    claims = desk.get(f"{API}/claims?limit=3").json()["items"]
    for claim in claims:
        given = {"kind": "claim", "about": [claim["id"]], "ruling": {"judgement": "confirmed"}}
        assert desk.post(f"{API}/decisions", json=given).status_code == 201
    ids, address = [], f"{API}/decisions?limit=1"
    while address:
        page = desk.get(address).json()
        ids += [item["about"][0]["id"] for item in page["items"]]
        address = page["next"]
    assert sorted(ids) == sorted(claim["id"] for claim in claims)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"kind": "verdict", "about": ["0"], "ruling": {"judgement": "unsure"}},
        {"kind": "verdict", "about": [], "ruling": {"judgement": "unsure"}},
        {"kind": "nonsense", "about": ["0"], "ruling": {"judgement": "unsure"}},
        {"kind": "claim", "about": ["0"], "ruling": {"judgement": "unsure", "more": 1}},
        {
            "kind": "claim",
            "about": ["0"],
            "ruling": {
                "judgement": "corrected",
                "evidence": [{"article": "0", "start": 9, "end": 2}],
            },
        },
    ],
)
def test_what_makes_no_sense_is_told_as_a_problem(desk: TestClient, given: dict[str, Any]) -> None:
    answer = desk.post(f"{API}/decisions", json=given)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_what_is_not_there_cannot_be_undone(desk: TestClient) -> None:
    assert desk.post(f"{API}/decisions/0/undo").status_code == 404
    assert desk.get(f"{API}/decisions/0").status_code == 404


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/decisions"),
        ("POST", "/decisions/0/undo"),
        ("POST", "/searches"),
        ("POST", "/searches/0/seen"),
        ("DELETE", "/searches/0"),
    ],
)
def test_the_rules_of_forms_hold(store: Store, method: str, path: str) -> None:
    """Nothing from a page of another site; from another machine nothing without the token."""
    desk = TestClient(create_app(store), base_url="http://localhost")
    foreign = desk.request(method, API + path, headers={"origin": "https://evil.example"}, json={})
    assert foreign.status_code == 403
    guarded = create_app(store, Guard(hosts=frozenset({"desk.example"}), token="a" * 32))
    afar = TestClient(guarded, base_url="http://desk.example")
    assert afar.request(method, API + path, json={}).status_code == 401
    with_token = afar.request(
        method, API + path, json={}, headers={"authorization": f"Bearer {'a' * 32}"}
    )
    assert with_token.status_code in {404, 422}


def test_a_search_is_kept_and_dropped(desk: TestClient) -> None:
    kept = desk.post(f"{API}/searches", json={"name": "usine", "q": "usine"})
    assert kept.status_code == 201
    assert desk.get(f"{API}/searches").json() == [kept.json()]
    assert desk.get(kept.json()["feed"]).headers["content-type"].startswith("application/atom+xml")
    id_ = kept.json()["id"]
    assert desk.post(f"{API}/searches/{id_}/seen").json()["new"] == 0
    assert desk.delete(f"{API}/searches/{id_}").status_code == 204
    assert desk.get(f"{API}/searches").json() == []
    assert desk.delete(f"{API}/searches/{id_}").status_code == 404


@pytest.mark.parametrize(
    "given", [{}, {"name": "a"}, {"name": "", "q": "a"}, {"name": "a", "x": 1}]
)
def test_a_search_that_asks_nothing_is_refused(desk: TestClient, given: dict[str, Any]) -> None:
    assert desk.post(f"{API}/searches", json=given).status_code == 422


def test_all_of_it_is_described(desk: TestClient) -> None:
    described = desk.get(f"{API}/openapi.json").json()
    assert {"/decisions", "/decisions/{decision_id}/undo", "/searches"} <= set(described["paths"])
    schema = described["components"]["schemas"]["GivenDecision"]
    assert set(schema["required"]) == {"kind", "about", "ruling"}
    assert schema["properties"]["about"]["description"]

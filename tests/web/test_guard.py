"""Bad input 75: who may ask, and how much."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from recoupe.store import Store
from recoupe.web.app import create_app
from recoupe.web.guard import LARGEST_BODY_BYTES, Guard
from recoupe.web.serve import serve


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("GET", {}, 200),
        ("GET", {"host": "127.0.0.1:8217"}, 200),
        ("GET", {"host": "[::1]:8217"}, 200),
        ("GET", {"host": "evil.example"}, 421),
        ("GET", {"host": "localhost.evil.example"}, 421),
        ("GET", {"host": "["}, 421),
        ("POST", {"origin": "http://evil.example"}, 403),
        ("POST", {"origin": "null"}, 403),
        ("POST", {"origin": "http://["}, 403),
        ("POST", {"origin": "http://localhost:80@evil.example"}, 403),
        ("POST", {"sec-fetch-site": "cross-site"}, 403),
        ("POST", {"origin": "http://localhost"}, 405),
        ("POST", {"content-length": str(LARGEST_BODY_BYTES + 1)}, 413),
        ("POST", {"content-length": "-1"}, 413),
        ("POST", {"content-length": "²"}, 413),
        ("POST", {"transfer-encoding": "chunked"}, 411),
    ],
)
def test_a_request_is_answered_or_refused(
    client: TestClient, method: str, headers: dict[str, str], status: int
) -> None:
    given = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    answer = client.request(method, "/", headers=given)
    assert answer.status_code == status
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    if status in {401, 403, 411, 413, 421}:
        assert answer.headers["content-type"] == "application/problem+json"
        assert set(answer.json()) == {"type", "title", "status", "detail"}


@pytest.mark.parametrize(
    ("wanted", "status"),
    [
        ("bytes=0-9", 206),
        ("bytes=" + ",".join(f"{n}-{n}" for n in range(0, 20_000, 2)), 200),
        ("bytes=999999999-", 416),
        ("bytes=9-2", 400),
        ("lines=1-2", 400),
    ],
)
def test_a_range_costs_no_more_than_the_file(client: TestClient, wanted: str, status: int) -> None:
    whole = client.get("/static/desk.js")
    answer = client.get("/static/desk.js", headers={"range": wanted})
    assert answer.status_code == status
    assert len(answer.content) <= max(len(whole.content), 300)
    assert "Traceback" not in answer.text
    if status >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == status
    assert ("content-range" in answer.headers) == (status in {206, 416})


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"authorization": "Bearer wrong"}, 401),
        ({"authorization": "Bearer secret"}, 200),
        ({"cookie": "recoupe_token=secret"}, 200),
    ],
)
def test_from_afar_a_token_is_needed(filled: Store, headers: dict[str, str], status: int) -> None:
    guard = Guard(hosts=frozenset({"desk.example"}), token="secret")
    with TestClient(create_app(filled, guard), base_url="http://desk.example") as client:
        assert client.get("/", headers=headers).status_code == status


def test_the_entrance_takes_the_right_token_only(filled: Store) -> None:
    guard = Guard(hosts=frozenset({"desk.example"}), token="secret")
    with TestClient(create_app(filled, guard), base_url="http://desk.example") as client:
        assert client.get("/entrer").status_code == 200
        assert client.post("/entrer", data={"token": "wrong"}).status_code == 401
        assert client.get("/").status_code == 401
        assert client.post("/entrer", data={"token": "secret"}).status_code == 200
        assert client.get("/").status_code == 200


def test_no_desk_is_open_to_others_without_a_token(filled: Store) -> None:
    with pytest.raises(ValueError, match="token"):
        serve(filled, host="0.0.0.0")

"""The API: lists by cursor, single things as the dossier has them, problems without a trace."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

API = "/api/v1"


def collect(client: TestClient, address: str) -> list[dict[str, Any]]:
    """All items of a list, page after page."""
    items: list[dict[str, Any]] = []
    while address:
        page = client.get(address).json()
        items += page["items"]
        address = page["next"]
    return items


@pytest.mark.parametrize(
    "name", ["articles", "stories", "statements", "figures", "claims", "differences"]
)
def test_a_list_in_small_pages_is_the_list(client: TestClient, name: str) -> None:
    whole = collect(client, f"{API}/{name}?limit=200")
    assert collect(client, f"{API}/{name}?limit=7") == whole
    assert len({str(item) for item in whole}) == len(whole) > 1


@pytest.mark.parametrize(
    "name", ["articles", "stories", "statements", "figures", "claims", "differences"]
)
def test_each_item_of_a_list_can_be_asked_for(client: TestClient, name: str) -> None:
    for item in collect(client, f"{API}/{name}?limit=200")[:20]:
        answer = client.get(f"{API}/{name}/{item['id']}")
        assert answer.status_code == 200
        assert answer.json()["id"] == item["id"]


def test_spans_point_into_the_text(client: TestClient) -> None:
    row = collect(client, f"{API}/statements")[0]
    article = client.get(f"{API}/articles/{row['article_id']}").json()
    cut = article["text"][row["start_char"] : row["end_char"]]
    assert row["text"].split(" […] ")[0] in " ".join(cut.split())


def test_what_is_known_already_is_not_sent_again(client: TestClient) -> None:
    first = client.get(f"{API}/stories")
    again = client.get(f"{API}/stories", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("sort", ["changed", "conflicts", "size", "day"])
def test_stories_are_paged_in_every_order(client: TestClient, sort: str) -> None:
    ids = [story["id"] for story in collect(client, f"{API}/stories?sort={sort}&limit=1")]
    assert len(ids) == len(set(ids)) == 2


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/articles/nothing", 404),
        ("/articles/..%2f..%2fetc", 404),
        ("/stories/0", 404),
        ("/claims/0", 404),
        ("/imports/0", 404),
        ("/nothing", 404),
        ("/articles?limit=-1", 422),
        ("/articles?limit=100000", 422),
        ("/articles?cursor=!!!", 422),
        ("/articles?cursor=WzEsMl0", 422),
        ("/stories?sort=nonsense", 422),
        ("/stories?cursor=W10", 422),
        ("/search?kind=nonsense", 422),
    ],
)
def test_bad_input_75_problems_are_told_without_a_trace(
    client: TestClient, address: str, status: int
) -> None:
    answer = client.get(API + address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert "Traceback" not in answer.text


def test_search_tells_what_and_where(client: TestClient) -> None:
    found = client.get(f"{API}/search", params={"q": "usine", "kind": "statement"}).json()
    assert found["total"] == len(found["hits"]) > 0
    hit = found["hits"][0]
    article = client.get(f"{API}/articles/{hit['article']}").json()
    snippet = hit["snippet"]
    assert article["text"][snippet["span"]["start"] : snippet["span"]["end"]] == snippet["text"]


def test_the_description_is_openapi_3_1(client: TestClient) -> None:
    described = client.get(f"{API}/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert {"/articles", "/stories/{story_id}", "/search", "/imports"} <= set(described["paths"])

"""Every export of a story can be taken from its page."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from recoupe.exports import FORMATS
from recoupe.web.pages.exports import REPORTS

ALL = REPORTS | FORMATS


def story_address(client: TestClient) -> str:
    found = re.search(r'href="(/h/[0-9a-f]{12})"', client.get("/").text)
    assert found
    return found[1]


def test_the_page_of_a_story_leads_to_every_format(client: TestClient) -> None:
    page = client.get(story_address(client)).text
    assert re.findall(r'href="/h/[0-9a-f]{12}/export/(\w+)', page) == list(ALL)


@pytest.mark.parametrize("name", ALL)
def test_an_export_is_sent_as_a_file(client: TestClient, name: str) -> None:
    address = story_address(client)
    answer = client.get(f"{address}/export/{name}?headers=fr")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == ALL[name].media_type
    disposition = answer.headers["content-disposition"]
    assert disposition == f'attachment; filename="recoupe-{address[3:]}{ALL[name].suffix}"'
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.content == client.get(f"{address}/export/{name}?headers=fr").content


@pytest.mark.parametrize("address", ["/h/nowhere/export/csv", "{}/export/exe", "{}/export/"])
def test_an_export_that_is_not_there(client: TestClient, address: str) -> None:
    assert client.get(address.format(story_address(client))).status_code == 404

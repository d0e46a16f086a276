"""Addresses and feeds handed over in a browser, and the feed of what changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest
from starlette.testclient import TestClient

from recoupe.growth import add
from recoupe.records import Article
from recoupe.store import Store, open_store
from recoupe.transport import Visitor
from recoupe.web.app import create_app
from tests.feeds.made_feeds import ADDRESS, FEED, write_item, write_page, write_rss
from tests.transport.fake_network import FakeNetwork, answer

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def network() -> FakeNetwork:
    said = {FEED: answer(write_rss(write_item(1)))}
    said["phare.example/1"] = answer(write_page(1), Content_Type="text/html")
    said["phare.example/robots.txt"] = answer(b"User-agent: *\nDisallow: /ferme")
    said["phare.example/ferme"] = answer(write_page(2), Content_Type="text/html")
    return FakeNetwork(dict(said))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "desk.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store, network: FakeNetwork) -> TestClient:
    def make_visitor(*, has_right: bool = False) -> Visitor:
        return network.visitor(has_right=has_right)

    app = create_app(store, visitors=make_visitor)
    return TestClient(app, base_url="http://localhost", headers={"accept-language": "en"})


def post_and_wait(desk: TestClient, address: str, **form: str) -> str:
    """The page of the import when it is over; closing the desk finishes what was begun."""
    with desk:
        answered = desk.post(address, data=form, follow_redirects=False)
        assert answered.status_code == 303, answered.text
    return desk.get(answered.headers["location"]).text


def test_addresses_are_read_and_those_that_fail_are_named(desk: TestClient) -> None:
    given = "https://phare.example/1\r\nhttps://phare.example/non\r\n\r\nhttp://127.0.0.1/<b>"
    page = post_and_wait(desk, "/importer/adresses", addresses=given)
    assert "1 article added" in page
    assert "404" in page
    assert "http://127.0.0.1/&lt;b&gt;" in page


@pytest.mark.parametrize(("form", "count"), [({}, 0), ({"has_right": "true"}, 1)])
def test_what_a_site_keeps_from_programs_needs_the_word_of_the_user(
    desk: TestClient, form: dict[str, str], count: int
) -> None:
    page = post_and_wait(
        desk, "/importer/adresses", addresses="https://phare.example/ferme", **form
    )
    assert f"{count} article" in page
    assert ("robots.txt" in page) is (count == 0)


def test_nothing_given_changes_nothing(desk: TestClient) -> None:
    with desk:
        for address in ("/importer/adresses", "/importer/flux"):
            answered = desk.post(address, data={}, follow_redirects=False)
            assert answered.headers["location"] == "/importer"


def test_a_feed_is_followed_pulled_shown_and_dropped(desk: TestClient) -> None:
    page = post_and_wait(desk, "/importer/flux", feed=f" {ADDRESS} ")
    assert "1 article added" in page
    listed = desk.get("/importer").text
    assert "Le Phare" in listed
    assert "1 feed followed" in listed
    desk.post("/importer/flux/retirer", data={"feed": ADDRESS})
    assert "feed followed" not in desk.get("/importer").text


def test_a_feed_inside_is_refused_with_its_reason(desk: TestClient) -> None:
    with desk:
        answered = desk.post("/importer/flux", data={"feed": "file:///etc/passwd"})
    assert answered.status_code == 422
    assert "neither http nor https" in answered.text


def test_a_feed_that_fails_says_why(desk: TestClient, network: FakeNetwork) -> None:
    network.said[FEED] = answer(b"<!DOCTYPE html><title>Acc\xc3\xa8s refus\xc3\xa9</title>")
    assert "Accès refusé" in post_and_wait(desk, "/importer/flux", feed=ADDRESS)
    assert "Accès refusé" in desk.get("/importer").text


def test_what_changed_is_a_feed_that_readers_read(
    desk: TestClient, store: Store, sample_articles: list[Article]
) -> None:
    add(store, sample_articles[:5], at="2026-11-20T08:00:00+00:00")
    quiet = ET.fromstring(desk.get("/changes.atom").content)
    assert quiet.findall(f"{ATOM}entry") == [], "a new story is no change"
    add(store, sample_articles[5:], at="2026-11-21T08:00:00+00:00")
    answered = desk.get("/changes.atom")
    assert answered.headers["content-type"].startswith("application/atom+xml")
    feed = feedparser.parse(answered.content)
    assert not feed.bozo
    assert feed.entries
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    entry = feed.entries[0]
    assert entry.updated == "2026-11-21T08:00:00+00:00"
    page = desk.get(entry.link.removeprefix("http://localhost"))
    assert page.status_code == 200
    assert f'id="{entry.link.split("#")[1]}"' in page.text
    story = entry.link.split("/h/")[1].split("/")[0]
    own = feedparser.parse(desk.get(f"/changes.atom?story={story}").content)
    assert own.feed.title != feed.feed.title
    assert own.entries
    assert desk.get("/changes.atom?story=nothing").status_code == 404

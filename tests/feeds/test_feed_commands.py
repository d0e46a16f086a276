"""The commands that ask addresses and follow feeds, and what watching tells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from recoupe.cli import visiting
from recoupe.growth import add
from recoupe.records import Article
from recoupe.start import app
from recoupe.store import open_store
from recoupe.transport import Visitor
from tests.feeds.made_feeds import ADDRESS, FEED, write_item, write_page, write_rss
from tests.transport.fake_network import FakeNetwork, Request, answer


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> FakeNetwork:
    made = FakeNetwork({FEED: answer(write_rss(write_item(1), write_item(2)))})
    for number in (1, 2):
        made.said[f"phare.example/{number}"] = answer(write_page(number), Content_Type="text/html")

    def make_visitor(
        *,
        has_right: bool = False,
        trusted_hosts: list[str] | None = None,
        unverified_hosts: list[str] | None = None,
    ) -> Visitor:
        trusted = frozenset(trusted_hosts or ())
        return made.visitor(has_right=has_right, trusted_hosts=trusted)

    monkeypatch.setattr(visiting, "make_visitor", make_visitor)
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["--store", str(path), "--lang", "en", *arguments])


def test_fetch_adds_articles_and_names_what_was_left_out(path: Path, network: FakeNetwork) -> None:
    addresses = ["https://phare.example/1", "https://phare.example/non", "http://127.0.0.1/"]
    result = run(path, "fetch", *addresses, "--json")
    assert result.exit_code == 3
    assert len(result.stdout.splitlines()) == 1
    assert "the server answers 404" in result.stderr
    assert "127.0.0.1 is no public address" in result.stderr
    again = run(path, "fetch", addresses[0])
    assert (again.exit_code, "articles added: 0; known already: 1" in again.stderr) == (0, True)


def test_a_fetched_article_knows_where_it_is_from(path: Path, network: FakeNetwork) -> None:
    article = json.loads(run(path, "fetch", "https://phare.example/1", "--json").stdout)["article"]
    shown = json.loads(run(path, "show", article, "--json").stdout)
    assert shown["source"] == "https://phare.example/1"
    assert shown["outlet"] == "phare.example"


def test_the_word_of_the_user_stays_with_the_article(path: Path, network: FakeNetwork) -> None:
    network.said["phare.example/robots.txt"] = answer(b"User-agent: *\nDisallow: /")
    assert run(path, "fetch", "https://phare.example/1").exit_code == 4
    result = run(path, "fetch", "https://phare.example/1", "--i-have-the-right", "--json")
    shown = run(path, "show", json.loads(result.stdout)["article"], "--json").stdout
    assert "right_asserted" in json.loads(shown)["notes"]


def test_feeds_are_added_listed_pulled_and_removed(
    path: Path, network: FakeNetwork, tmp_path: Path
) -> None:
    assert run(path, "feeds", "list").exit_code == 4
    opml = tmp_path / "flux.opml"
    opml.write_text(f'<opml><body><outline text="Phare" xmlUrl="{ADDRESS}"/></body></opml>')
    assert run(path, "feeds", "add", ADDRESS, str(opml), "ftp://a.example/").exit_code == 3
    (before,) = run(path, "feeds", "list", "--json").stdout.splitlines()
    assert json.loads(before)["checked_at"] is None
    assert network.requests == [], "nothing is asked for before the first pull"
    result = run(path, "feeds", "pull", "--json")
    assert result.exit_code == 0, result.stderr
    assert len(json.loads(result.stdout)["added"]) == 2
    listed = run(path, "feeds", "list").stdout
    assert "Le Phare" in listed
    assert "entries seen: 2" in listed
    assert run(path, "feeds", "remove", ADDRESS).exit_code == 0
    assert run(path, "feeds", "pull").exit_code == 4


def test_a_page_that_cannot_be_had_is_tried_again_and_then_given_up(
    path: Path, network: FakeNetwork
) -> None:
    network.said["phare.example/1"] = answer(status="500 Error")
    network.said["phare.example/2"] = answer(status="404 Gone")
    run(path, "feeds", "add", ADDRESS)
    for _ in range(7):
        run(path, "feeds", "pull")
    assert network.paths().count("/2") == 1
    assert network.paths().count("/1") == 5 * 3, "five pulls, three tries in each"


def test_many_new_entries_wait_for_the_next_pull(
    path: Path, network: FakeNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recoupe.feeds.pull.MOST_ARTICLES", 1)
    run(path, "feeds", "add", ADDRESS)
    first = json.loads(run(path, "feeds", "pull", "--json").stdout)
    second = json.loads(run(path, "feeds", "pull", "--json").stdout)
    assert (len(first["added"]), first["waiting"]) == (1, 1)
    assert (len(second["added"]), second["waiting"]) == (1, 0)


# watching


@pytest.fixture
def growing(path: Path, sample_articles: list[Article], network: FakeNetwork) -> list[Request]:
    """Half the sample story is there; somebody adds the other half while the feed is watched."""
    posted: list[Request] = []
    store = open_store(path)
    add(store, sample_articles[:5], at="2026-03-10T07:00:00+00:00")
    store.close()

    def say_and_grow(_: Request) -> bytes:
        desk = open_store(path)
        add(desk, sample_articles[5:], at="2026-03-10T08:00:00+00:00")
        desk.close()
        return answer(write_rss())

    def take(request: Request) -> bytes:
        posted.append(request)
        return answer(status="500 Error" if len(posted) == 1 else "204 No Content")

    network.said[FEED] = say_and_grow
    network.said["hook.example:9000/neuf"] = take
    network.names["hook.example"] = ["127.0.0.1"]
    run(path, "feeds", "add", ADDRESS)
    return posted


def test_watching_tells_what_changed_and_nothing_twice(
    path: Path, growing: list[Request], network: FakeNetwork
) -> None:
    result = run(path, "feeds", "watch", "--every", "10", "--rounds", "2", "--json")
    assert result.exit_code == 0, result.stderr
    changes = [json.loads(line) for line in result.stdout.splitlines()]
    kinds = {change["kind"] for change in changes}
    assert "article" not in kinds
    assert {"conflict", "update"} <= kinds
    assert len({change["number"] for change in changes}) == len(changes)
    assert network.clock.slept.count(600.0) == 1


def test_a_webhook_gets_the_changes_and_those_it_did_not_take_again(
    path: Path, growing: list[Request]
) -> None:
    hook = ("--webhook", "http://hook.example:9000/neuf")
    result = run(
        path,
        "feeds",
        "watch",
        "--every",
        "1",
        "--rounds",
        "2",
        *hook,
        "--trust-host",
        "hook.example",
    )
    assert "500" in result.stderr
    first, second = (json.loads(request.content) for request in growing)
    assert first["format"] == "recoupe-changes"
    assert first["changes"] == second["changes"] != []
    assert growing[0].headers["content-type"] == "application/json"


def test_a_webhook_inside_is_refused_unless_it_is_trusted(
    path: Path, growing: list[Request]
) -> None:
    hook = ("--webhook", "http://hook.example:9000/neuf")
    result = run(path, "feeds", "watch", "--rounds", "1", *hook)
    assert growing == []
    assert "127.0.0.1" in result.stderr

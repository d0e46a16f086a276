"""What people decide in a browser: marked as theirs, kept beside the machine's, undone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from recoupe.growth import add
from recoupe.retell import retell
from recoupe.rooms.read import read
from recoupe.store import Store, open_store
from recoupe.web.app import create_app
from tests.web.conftest import SAMPLE
from tests.web.test_pages import story_address


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "desk.sqlite")
    add(opened, read([SAMPLE]), at="2026-11-20T08:00:00+00:00")
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store) -> TestClient:
    return TestClient(
        create_app(store), base_url="http://localhost", headers={"accept-language": "fr"}
    )


def first_form(page: str, kind: str) -> str:
    """Id of what the first form of a kind is about."""
    found = re.search(
        rf'name="kind" value="{kind}"><input type="hidden" name="about" value="([^"]+)"', page
    )
    assert found
    return found[1]


def test_a_verdict_is_corrected_and_undone(desk: TestClient) -> None:
    address = story_address(desk) + "/ecarts"
    before = desk.get(address).text
    about = first_form(before, "verdict")
    form = {
        "kind": "verdict",
        "about": about,
        "judgement": "update",
        "note": "le lendemain",
        "back": address,
    }
    after = desk.post("/decisions", data=form).text
    assert "Décision d’une personne" in after
    assert "le lendemain" in after
    undo = re.search(r'action="(/decisions/[0-9a-f]+/undo)"', after)
    assert undo
    undone = desk.post(undo[1], data={"back": address}).text
    assert undone == before
    assert "Annulée" in desk.get("/decisions").text


def test_a_speaker_is_corrected_and_survives_a_rerun(desk: TestClient, store: Store) -> None:
    part = desk.get(story_address(desk) + "/grille").text
    article = re.search(r'href="(/a/[0-9a-f]{12})#', part)
    assert article
    about = first_form(desk.get(article[1]).text, "speaker")
    form = {
        "kind": "speaker",
        "about": about,
        "judgement": "corrected",
        "speaker_name": "Zoé Valmarin",
        "back": article[1],
    }
    assert "Zoé Valmarin" in desk.post("/decisions", data=form).text
    assert "Zoé Valmarin" in desk.get("/paroles").text
    words = desk.get("/paroles/zoe-valmarin").text
    assert words.count('class="spoken"') == words.count("/h/") == 1, "her words, in their story"
    add(store, read([SAMPLE]), at="2026-11-21T08:00:00+00:00")
    assert "Zoé Valmarin" in desk.get(article[1]).text


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"kind": "verdict", "about": "0", "judgement": "update"}, 422),
        ({"kind": "verdict", "about": "0", "judgement": "nonsense"}, 422),
        ({"kind": "nonsense", "about": "0", "judgement": "update"}, 422),
    ],
)
def test_what_makes_no_sense_is_refused(
    desk: TestClient, form: dict[str, str], status: int
) -> None:
    assert desk.post("/decisions", data=form).status_code == status


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_nobody_is_led_elsewhere(desk: TestClient, back: str) -> None:
    about = first_form(desk.get(story_address(desk) + "/ecarts").text, "verdict")
    form = {"kind": "verdict", "about": about, "judgement": "unsure", "back": back}
    answer = desk.post("/decisions", data=form, follow_redirects=False)
    assert answer.headers["location"] == "/decisions"


def test_stories_are_merged_and_an_article_is_split_off(desk: TestClient) -> None:
    ids = re.findall(r'name="about" value="([0-9a-f]{12})"', desk.get("/").text)
    assert len(ids) == 2
    form = {"kind": "same_story", "about": ids, "judgement": "confirmed", "back": "/"}
    page = desk.post("/decisions", data=form).text
    assert 'name="about"' not in page, "one story alone has none to be merged with"
    merged = list(dict.fromkeys(re.findall(r'href="/h/([0-9a-f]{12})"', page)))
    assert len(merged) == 1
    page = desk.get(f"/h/{merged[0]}").text
    article = re.findall(r'name="articles" value="([0-9a-f]{12})"', page)[0]
    form = {
        "kind": "story",
        "about": merged,
        "judgement": "corrected",
        "articles": [article],
        "back": "/",
    }
    split = re.findall(
        r'name="about" value="([0-9a-f]{12})"', desk.post("/decisions", data=form).text
    )
    assert len(split) == 2


def test_two_names_of_one_speaker_are_joined(desk: TestClient) -> None:
    ids = [
        "helene-castaing",
        re.findall(r'href="/paroles/([a-z0-9-]+)"', desk.get("/paroles").text)[-1],
    ]
    form = {"kind": "same_speaker", "about": ids, "judgement": "confirmed", "back": "/paroles"}
    before = desk.get(f"/paroles/{ids[1]}").text
    assert f'href="/paroles/{ids[1]}"' not in desk.post("/decisions", data=form).text
    words = re.findall(r'class="spoken"[^>]*>([^<]+)<', before)
    after = desk.get("/paroles/helene-castaing").text
    assert words
    assert all(each in after for each in words), "what either said stands under the one name"


def test_a_claim_that_was_joined_with_two_others_names_both(desk: TestClient) -> None:
    address = story_address(desk)
    grid = desk.get(f"{address}/grille").text
    chosen = re.findall(r'id="c-([0-9a-f]{12})"', grid)[0]
    page = desk.get(f"{address}/reunir", params={"claim": chosen}).text
    others = re.findall(r'<button name="about" value="([0-9a-f]{12})"', page)[:2]
    for other in others:
        form = {
            "kind": "same_claim",
            "about": [chosen, other],
            "judgement": "confirmed",
            "back": f"{address}/grille?claim={chosen}",
        }
        grid = desk.post("/decisions", data=form).text
    named = re.findall(r"même affirmation que <q>([^<]+)</q>", grid)
    assert len(set(named)) == 2
    left = desk.get(f"{address}/reunir", params={"claim": chosen}).text
    assert not [other for other in others if other in left]


def test_a_claim_is_parted_survives_a_rerun_and_is_joined_again(
    desk: TestClient, store: Store
) -> None:
    address = story_address(desk)
    before = desk.get(f"{address}/grille").text
    claim = re.search(r"/separer\?claim=([0-9a-f]{12})", before)
    assert claim
    page = desk.get(f"{address}/separer", params={"claim": claim[1]}).text
    places = re.findall(r'name="passages" value="([^"]+)"', page)
    form = {
        "kind": "claim",
        "about": claim[1],
        "judgement": "corrected",
        "passages": places[:1],
        "back": f"{address}/grille?claim={claim[1]}",
    }
    parted = desk.post("/decisions", data=form).text
    assert "1 passage mis à part" in parted
    assert count_claims(parted) == count_claims(before) + 1
    retell(store, at="2026-11-21T08:00:00+00:00")
    left = desk.get(f"{address}/separer", params={"claim": claim[1]}).text
    assert re.findall(r'name="passages" value="([^"]+)"', left) == places[1:]
    undo = re.search(r'action="(/decisions/[0-9a-f]+/undo)"', parted)
    assert undo
    assert count_claims(desk.post(undo[1], data={"back": f"{address}/grille"}).text) == (
        count_claims(before)
    )


def count_claims(grid: str) -> int:
    found = re.search(r'show=all[^>]*>[^<]*<span class="n">(\d+)</span>', grid)
    assert found
    return int(found[1])


@pytest.mark.parametrize("wrong", [slice(None), ["0:1"], ["0:1:2"], ["a:b:c"]])
def test_a_claim_is_not_parted_from_all_or_none_of_itself(
    desk: TestClient, wrong: slice | list[str]
) -> None:
    address = story_address(desk)
    claim = re.search(r"/separer\?claim=([0-9a-f]{12})", desk.get(f"{address}/grille").text)
    assert claim
    page = desk.get(f"{address}/separer", params={"claim": claim[1]}).text
    places = re.findall(r'name="passages" value="([^"]+)"', page)
    given = wrong if isinstance(wrong, list) else places
    form = {"kind": "claim", "about": claim[1], "judgement": "corrected", "passages": given}
    assert desk.post("/decisions", data=form).status_code == 422


@pytest.mark.parametrize("asked", ["?claim=0", "?claim=%00", ""])
@pytest.mark.parametrize("page", ["reunir", "separer"])
def test_there_is_nothing_to_join_or_part_with_what_is_no_claim(
    desk: TestClient, page: str, asked: str
) -> None:
    assert desk.get(f"{story_address(desk)}/{page}{asked}").status_code in {404, 422}

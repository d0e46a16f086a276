"""The pages of the desk, read as a browser without scripts reads them."""

from __future__ import annotations

import re
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from recoupe.web.pages import speakers


def story_address(client: TestClient) -> str:
    found = re.search(r'href="(/h/[0-9a-f]{12})"', client.get("/").text)
    assert found
    return found[1]


def test_the_list_leads_to_a_story_and_the_story_to_a_sentence(client: TestClient) -> None:
    page = client.get(story_address(client) + "/grille").text
    found = re.search(r'href="(/a/[0-9a-f]{12})#(a-[0-9a-f]{12}-\d+)"', page)
    assert found
    article = client.get(found[1])
    assert article.status_code == 200
    assert f'id="{found[2]}"' in article.text


@pytest.mark.parametrize("address", ["/h/nothing", "/a/nothing", "/h/../../etc"])
def test_an_address_that_leads_nowhere(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("query", ["sort=conflicts", "sort=size", "sort=day", "facet=conflicts"])
def test_the_list_is_sorted_and_narrowed(client: TestClient, query: str) -> None:
    assert client.get(f"/?{query}").status_code == 200


def test_every_link_within_the_desk_leads_somewhere(client: TestClient) -> None:
    waiting, seen, broken = ["/"], set[str](), []
    while waiting:
        address = waiting.pop()
        seen.add(address)
        answer = client.get(address)
        if answer.status_code != 200:
            broken.append(address)
        for found in map(unescape, re.findall(r'href="(/[^"#]*)', answer.text)):
            # Each search narrows down to others, without end.
            is_endless = address.startswith("/recherche") and found.startswith("/recherche")
            if {found} - seen - {*waiting} and not is_endless and not found.startswith("/static"):
                waiting.append(found)
    assert not broken


def test_the_language_is_chosen_and_kept(client: TestClient) -> None:
    assert "Histoires" in client.get("/").text
    assert "Stories" in client.get("/?lang=en").text
    assert "Stories" in client.get("/").text


def test_a_speaker_across_stories(client: TestClient) -> None:
    found = re.search(r'href="(/paroles/[a-z0-9-]+)"', client.get("/paroles").text)
    assert found
    page = client.get(found[1]).text
    assert re.search(r'<blockquote class="spoken"', page)
    assert re.search(r'href="/a/[0-9a-f]{12}#a-', page)


def test_a_speaker_is_found_without_accents(client: TestClient) -> None:
    assert "helene-castaing" in client.get("/paroles?q=HÉLENE").text
    assert "helene-castaing" not in client.get("/paroles?q=zzz").text


@pytest.mark.parametrize("words", ["usine", "«\u00a0une fuite\u00a0»", "EVACUES", "œuvre"])
def test_a_search_marks_what_it_found(client: TestClient, words: str) -> None:
    page = client.get("/recherche", params={"q": words})
    assert page.status_code == 200
    assert ("<mark>" in page.text) == ("0 résultat" not in page.text.replace("\u00a0", " "))


@pytest.mark.parametrize(
    "words",
    ['"unclosed', "l'état", "NEAR(", "*", "a AND", "\0", "x" * 10_000, "' OR 1=1 --", "<b>"],
)
def test_bad_input_73_no_words_are_an_error(client: TestClient, words: str) -> None:
    page = client.get("/recherche", params={"q": words})
    assert page.status_code == 200
    assert "<b>" not in page.text.replace('<b aria-hidden="true">', "")


def test_a_search_is_an_atom_feed(client: TestClient) -> None:
    answer = client.get("/recherche.atom", params={"q": "usine"})
    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = ET.fromstring(answer.text)
    atom = "{http://www.w3.org/2005/Atom}"
    assert root.tag == f"{atom}feed"
    entries = root.findall(f"{atom}entry")
    assert entries
    for entry in entries:
        link = entry.find(f"{atom}link")
        assert link is not None
        assert client.get(link.attrib["href"]).status_code == 200


def test_two_articles_side_by_side(client: TestClient) -> None:
    page = client.get(story_address(client)).text
    first, second = list(dict.fromkeys(re.findall(r"/a/([0-9a-f]{12})", page)))[:2]
    both = client.get(f"/comparer?a={first}&b={second}")
    assert both.status_code == 200
    for link in re.findall(
        r'class="proof" href="(/a/[0-9a-f]{12})#(a-[0-9a-f]{12}-[0-9]+)"', both.text
    )[:6]:
        assert f'id="{link[1]}"' in client.get(link[0]).text
    assert client.get(f"/comparer?a={first}&b={first}").status_code == 404
    assert client.get("/comparer").status_code == 404


def test_statuses_stand_at_the_day_of_the_words_or_of_their_publication(
    client: TestClient,
) -> None:
    address = story_address(client) + "/chronologie"
    drawn = [client.get(address, params={"clock": clock}).text for clock in ("said", "published")]
    places = [re.findall(r'class="status-sym" x="([0-9.]+)"', page) for page in drawn]
    assert len(places[0]) == len(places[1]) > 0
    assert places[0] != places[1]
    tables = [page[page.index("<table") : page.index("</table>")] for page in drawn]
    assert tables[0] == tables[1], "the table has both times in any case"


def test_every_count_of_an_outlet_leads_to_as_many_articles(client: TestClient) -> None:
    page = client.get("/medias").text
    links = re.findall(r'class="n" href="(/medias[^"]+)"[^>]*>(\d+)</a>', page)
    assert len(links) > 10
    for address, count in links:
        listed = client.get(address.replace("&amp;", "&")).text
        assert listed.count('<li><a href="/a/') == int(count), address
    told = client.get("/medias", params={"outlet": "Midi Express", "share": "tied"}).text
    assert "réécriture" in told


@pytest.mark.parametrize("asked", ["outlet=Nulle%20part", "outlet=%00", "share=?"])
def test_an_outlet_that_nobody_read_is_not_found(client: TestClient, asked: str) -> None:
    assert client.get(f"/medias?{asked}").status_code in {404, 422}


@pytest.mark.parametrize("show", ["all", "disputed", "single", "changed"])
def test_a_choice_of_the_grid_lists_as_many_claims_as_it_says(
    client: TestClient, show: str
) -> None:
    address = story_address(client) + "/grille"
    said = re.search(
        rf'show={show}&amp;[^>]*>[^<]*<span class="n">(\d+)</span>', client.get(address).text
    )
    assert said
    listed = set()
    for page in (1, 2):
        text = client.get(f"{address}?show={show}&page={page}").text
        listed |= set(re.findall(r'class="claim"[^>]*(?:>\s*<th[^>]*)? id="(c-[0-9a-f]+)"', text))
    assert len(listed) == int(said[1]) > 0


def test_the_grid_can_begin_with_the_first_day(client: TestClient) -> None:
    page = client.get(story_address(client) + "/grille?show=single&sort=date").text
    days = re.findall(r'data-date="([^"]*)"', page)
    assert days == sorted(days, key=lambda day: day or "9999")
    assert len(set(days)) > 1


def test_the_words_of_a_speaker_in_one_story_are_counted_and_listed(client: TestClient) -> None:
    story = story_address(client)
    page = client.get(f"{story}/paroles").text
    found = re.search(
        r'href="(/paroles/[a-z0-9-]+\?story=[0-9a-f]+)">(\d+)\s+paroles, (\d+)\s+articles<', page
    )
    assert found
    text = client.get(found[1]).text.replace("\u00a0", " ")
    assert f"{found[2]} paroles</a>, <a" in text
    assert text.count('class="in-story"') == 1
    listed = text[text.index('id="articles"') :].count('<a href="/a/')
    assert listed == int(found[3])


def test_each_origin_lists_the_articles_that_its_number_counts(client: TestClient) -> None:
    story = story_address(client)
    found = re.search(
        r'href="(/h/[^"]+/lignee)#(h-[^"]+-o-\d+)"[^>]*>×\s(\d+)<', client.get(story).text
    )
    assert found
    page = client.get(found[1]).text
    origin = page[page.index(f'id="{found[2]}"') :].split("</ul>")[0]
    assert origin.count('<a href="/a/') == int(found[3])


def test_a_share_leads_to_the_two_articles_side_by_side(client: TestClient) -> None:
    page = client.get(story_address(client) + "/lignee").text
    address = re.search(r'href="(/comparer[^"]+)">\d+', page)
    assert address
    assert client.get(address[1].replace("&amp;", "&")).text.count('class="two-title"') == 2


def test_the_speakers_come_in_pages_that_are_the_whole_list(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = re.findall(r'href="(/paroles/[^"]+)"', client.get("/paroles").text)
    monkeypatch.setattr(speakers, "SPEAKERS_SHOWN", 7)
    found, address = [], "/paroles"
    while address:
        page = client.get(address).text
        found += re.findall(r'href="(/paroles/[^"]+)"', page)
        further = re.search(r'rel="next" href="([^"]+)"', page)
        address = unescape(further[1]) if further else ""
    assert found == whole
    assert len(whole) > 14


@pytest.mark.parametrize("address", ["/paroles?cursor=x", "/?cursor=x"])
def test_a_place_that_is_none_is_said_on_a_page(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 422
    assert answer.headers["content-type"].startswith("text/html")

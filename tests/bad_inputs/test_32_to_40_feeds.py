"""Bad inputs 32 to 40: what feeds and lists of feeds can hold."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.feeds.made_feeds import ADDRESS, FEED, write_atom, write_item, write_page, write_rss
from tests.transport.fake_network import FakeNetwork, Request, answer

from recoupe.feeds import read_feed as reading
from recoupe.feeds import read_opml as listing
from recoupe.feeds.add_feeds import follow_addresses, follow_list
from recoupe.feeds.entries import Feed, FeedEntry, NoFeed
from recoupe.feeds.pull import Pulled, pull_all
from recoupe.feeds.read_feed import read_feed
from recoupe.feeds.read_opml import OutlineList, read_opml
from recoupe.records import Article
from recoupe.store import Store, open_store
from recoupe.store.feeds import KeptFeed, list_feeds
from recoupe.store.list_rows import list_rows

NOW = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)
AT = "2026-03-11T12:00:00+00:00"


def read(data: bytes) -> Feed:
    feed = read_feed(data, ADDRESS, NOW)
    assert isinstance(feed, Feed), feed
    return feed


def read_entry(data: bytes) -> FeedEntry:
    (entry,) = read(data).entries
    return entry


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "desk.sqlite")


def pull(store: Store, network: FakeNetwork) -> Pulled:
    follow_addresses(store, [ADDRESS], AT)
    (pulled,) = pull_all(store, network.visitor())
    return pulled


def find_feed(store: Store) -> KeptFeed:
    with store.read() as connection:
        (feed,) = list_feeds(connection)
    return feed


# 32: feeds that break off


@pytest.mark.parametrize(
    ("cut", "keys"), [(60, ["g0", "g1"]), (30, ["g0", "g1"]), (10, ["g0", "g1", "g2"])]
)
def test_32_entries_before_the_break_are_kept(cut: int, keys: list[str]) -> None:
    whole = write_rss(*(write_item(n) for n in range(3)))
    feed = read(whole[:-cut])
    assert [entry.key for entry in feed.entries] == keys
    assert feed.notes == ("cut",)
    assert [entry.published for entry in feed.entries] == [None] * len(keys)


def test_32_a_whole_feed_is_not_called_cut() -> None:
    assert read(write_rss(write_item(1))).notes == ()


# 33: signs that XML does not allow


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Marie & Paul", "Marie & Paul"),
        ("L&apos;&eacute;t&eacute; &#8217;26", "L'été ’26"),
        ("<![CDATA[L’œuvre & le « prix »]]>", "L’œuvre & le « prix »"),
        ("Prix &lt; 5 €", "Prix < 5 €"),
    ],
)
def test_33_titles_come_out_right(written: str, meant: str) -> None:
    item = f"<item><guid>g</guid><title>{written}</title></item>"
    assert read_entry(write_rss(item)).title == meant


def test_33_other_encodings_are_read() -> None:
    text = write_rss("<item><guid>g</guid><title>L'été à Évreux</title></item>").decode()
    assert (
        read_entry(text.replace("utf-8", "iso-8859-1").encode("cp1252")).title == "L'été à Évreux"
    )


# 34: entities that swell or reach out


def write_bomb(element: str) -> bytes:
    lines = ['<!ENTITY a0 "aaaaaaaaaaaaaaaaaaaa">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    body = f"<rss version='2.0'><channel><item><guid>g</guid>{element}</item></channel></rss>"
    return f"<?xml version='1.0'?><!DOCTYPE r [{''.join(lines)}]>{body}".encode()


def test_34_nested_entities_are_not_unfolded() -> None:
    result = read_feed(write_bomb("<title>&a11; fin</title>"), ADDRESS, NOW)
    assert len(repr(result)) < 10_000


@pytest.mark.parametrize("target", ["file:///etc/passwd", "http://127.0.0.1/"])
def test_34_external_entities_are_not_loaded(target: str) -> None:
    feed = (
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "{target}">]>'
        "<rss version='2.0'><channel><title>&x;</title>"
        "<item><guid>g</guid><title>&x; fin</title></item></channel></rss>"
    )
    assert "root:" not in repr(read_feed(feed.encode(), ADDRESS, NOW))


@pytest.mark.parametrize("data", [b"/etc/passwd", b"file:///etc/passwd", b"http://127.0.0.1/"])
def test_34_a_feed_that_names_a_file_opens_none(data: bytes) -> None:
    assert isinstance(read_feed(data, ADDRESS, NOW), NoFeed)


def test_34_lists_of_feeds_declare_no_entities() -> None:
    bomb = b'<!DOCTYPE o [<!ENTITY a "x">]><opml><body><outline xmlUrl="http://a.example/&a;"/></body></opml>'
    assert isinstance(read_opml(bomb), NoFeed)


# 35: a page where a feed was


def test_35_a_page_is_named_and_what_was_known_stays(store: Store) -> None:
    page = b"<!DOCTYPE html><html><head><title>Acc\xc3\xa8s refus\xc3\xa9</title></head></html>"
    network = FakeNetwork({FEED: answer(write_rss(write_item(1)))})
    pull(store, network)
    before = find_feed(store)
    network.said[FEED] = answer(page)
    pulled = pull(store, network)
    after = find_feed(store)
    assert "«\u202fAccès refusé\u202f»" in str(pulled.error)
    assert after.state.error == pulled.error
    assert (after.state.seen, after.title) == (before.state.seen, "Le Phare")


def test_35_the_feeds_that_a_page_announces_are_named() -> None:
    page = b'<html><head><link rel=alternate type="application/rss+xml" href="/flux.xml"></head>'
    result = read_feed(page, ADDRESS, NOW)
    assert isinstance(result, NoFeed)
    assert result.announced == ("https://phare.example/flux.xml",)


@pytest.mark.parametrize("data", [b"", b"  ", b"{}", b'{"items": []}', b"{" * 100_000, b"texte"])
def test_35_what_is_no_feed_is_named(data: bytes) -> None:
    result = read_feed(data, ADDRESS, NOW)
    assert isinstance(result, NoFeed)
    assert result.why.startswith("ce n'est pas un flux")


# 36: dates


@pytest.mark.parametrize(
    ("written", "published", "notes"),
    [
        ("Tue, 10 Mar 2026 08:00:00 +0100", "2026-03-10T08:00:00", ()),
        ("Tue, 10 Mar 2026 23:30:00 GMT", "2026-03-11T00:30:00", ()),
        ("Tue, 10 Mar 2026 08:00", "2026-03-10T08:00:00", ()),
        ("mar., 10 mars 2026 08:00:00 +0100", "2026-03-10T08:00:00", ()),
        ("10 mars 2026", "2026-03-10", ()),
        ("2026-03-10", "2026-03-10", ()),
        ("2026-03-10T07:00:00Z", "2026-03-10T08:00:00", ()),
        ("hier", None, ("date_unreadable",)),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None, ("date_implausible",)),
        ("Thu, 01 Jan 2099 00:00:00 GMT", None, ("date_implausible",)),
        ("Fri, 01 May 2026 00:00:00 GMT", None, ("date_implausible",)),
        ("0000-00-00 00:00:00", None, ("date_implausible",)),
        ("", None, ()),
    ],
)
def test_36_a_date_that_cannot_be_is_none(
    written: str, published: str | None, notes: tuple[str, ...]
) -> None:
    entry = read_entry(write_rss(write_item(1, date=written)))
    assert (entry.published, entry.notes) == (published, notes)


def test_36_without_a_date_there_is_none() -> None:
    assert read_entry(write_rss(write_item(1))).published is None
    assert read_entry(write_atom(1)).published is None


def test_36_the_day_of_the_pull_is_never_the_day_of_an_article(store: Store) -> None:
    said = {
        FEED: answer(write_rss(write_item(1, date="01 Jan 2099 00:00:00 GMT"))),
        "phare.example/1": answer(write_page(1), Content_Type="text/html"),
    }
    pulled = pull(store, FakeNetwork(dict(said)))
    (article,) = load(store, pulled.added)
    assert article.published is None
    assert "date_implausible" in article.notes


# 37 and 38: versions


def load(store: Store, ids: tuple[str, ...]) -> list[Article]:
    from recoupe.store.load import load_light_articles

    with store.read() as connection:
        return load_light_articles(connection, ids)


def test_37_the_same_guid_with_another_text_is_a_new_version(store: Store) -> None:
    network = FakeNetwork(
        {
            FEED: answer(write_rss(write_item(1))),
            "phare.example/1": answer(write_page(1), Content_Type="text/html"),
        }
    )
    first = pull(store, network)
    assert len(first.added) == 1
    assert pull(store, network).added == ()
    assert network.paths().count("/1") == 1, "what the feed says of it did not change"
    network.said[FEED] = answer(write_rss(write_item(1, title="Titre corrigé", path="/1-corrige")))
    network.said["phare.example/1-corrige"] = answer(
        write_page(1, extra="Un troisième marin a été entendu."), Content_Type="text/html"
    )
    second = pull(store, network)
    old, new = load(store, (*first.added, *second.added))
    assert old.source == new.source == "https://phare.example/1"
    assert "new_version" in new.notes
    assert "new_version" not in old.notes
    assert "https://phare.example/1-corrige" in new.also_at


def test_38_another_guid_with_the_same_text_is_no_new_article(store: Store) -> None:
    network = FakeNetwork(
        {
            FEED: answer(write_rss(write_item(1))),
            "phare.example/1": answer(write_page(1), Content_Type="text/html"),
            "phare.example/2": answer(
                write_page(1).replace(
                    b"</body>", b"<aside><p>Nos autres titres du jour</p></aside></body>"
                ),
                Content_Type="text/html",
            ),
        }
    )
    pull(store, network)
    network.said[FEED] = answer(write_rss(write_item(1, guid="autre", path="/2")))
    second = pull(store, network)
    assert (second.added, second.known) == ((), 1)
    with store.read() as connection:
        assert len(list_rows(connection, "articles")) == 1


# 39: huge feeds


def test_39_a_feed_of_many_entries_is_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ENTRIES", 100)
    feed = read(write_rss(*(write_item(n) for n in range(5_000))))
    assert len(feed.entries) == 100
    assert feed.notes == ("capped",)
    items = [{"id": n, "url": f"/{n}"} for n in range(5_000)]
    body = {"version": "https://jsonfeed.org/version/1.1", "items": items}
    as_json = read(json.dumps(body).encode())
    assert (len(as_json.entries), as_json.notes) == (100, ("capped",))


def test_39_a_feed_of_many_bytes_is_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_BYTES", 10_000)
    feed = read(write_rss(*(write_item(n, title="t" * 1_000) for n in range(30))))
    assert 5 < len(feed.entries) < 15
    assert feed.notes == ("capped",)


def test_39_a_feed_beyond_all_bounds_is_named(store: Store) -> None:
    def say_for_ever(_: Request) -> object:
        yield b"HTTP/1.1 200 OK\r\n\r\n<rss><channel>"
        while True:
            yield b"<item><title>a</title></item>" * 30_000

    pulled = pull(store, FakeNetwork({FEED: say_for_ever}))  # type: ignore[dict-item]
    assert "trop grand" in str(pulled.error)


# 40: lists of feeds


def test_40_deep_lists_are_flattened_and_feeds_named_once() -> None:
    inner = '<outline text="Le Phare" xmlUrl="http://a.example/rss"/>' * 2
    opening = "".join(f'<outline text="Dossier {n}">' for n in range(1_000))
    text = f"<opml><body>{opening}{inner}{'</outline>' * 1_000}</body></opml>"
    result = read_opml(text.encode())
    assert isinstance(result, OutlineList)
    (outline,) = result.outlines
    assert (outline.address, outline.title) == ("http://a.example/rss", "Le Phare")
    assert str(outline.folder).startswith("Dossier 0 / Dossier 1 / ")


def test_40_long_lists_are_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "MOST_FEEDS", 10)
    outlines = "".join(f'<outline xmlUrl="http://a.example/{n}"/>' for n in range(50))
    result = read_opml(f"<opml><body>{outlines}</body></opml>".encode())
    assert isinstance(result, OutlineList)
    assert (len(result.outlines), result.notes) == (10, ("capped",))


def test_40_cut_lists_keep_what_came_before() -> None:
    result = read_opml(b'<opml><body><outline xmlUrl="http://a.example/"/><outline xml')
    assert isinstance(result, OutlineList)
    assert (len(result.outlines), result.notes) == (1, ("cut",))


def test_40_feeds_are_followed_once_and_bad_addresses_named(store: Store) -> None:
    outlines = "".join(
        f'<outline text="{name}" xmlUrl="{url}"/>'
        for name, url in (
            ("Le Phare", "https://phare.example/rss"),
            ("Double", "https://PHARE.example/rss#haut"),
            ("Dedans", "file:///etc/passwd"),
        )
    )
    body = f"<opml><body><outline text='Ports'>{outlines}</outline></body></opml>".encode()
    followed = follow_list(store, "flux.opml", body, AT)
    assert followed.added == ("https://phare.example/rss",)
    assert [item.source for item in followed.dropped] == ["file:///etc/passwd"]
    assert follow_list(store, "flux.opml", body, AT).known == 1
    feed = find_feed(store)
    assert (feed.title, feed.folder) == ("Le Phare", "Ports")

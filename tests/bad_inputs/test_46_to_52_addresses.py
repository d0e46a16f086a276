"""Bad inputs 46 to 52: what addresses can do to whoever asks them. No network is touched."""

from __future__ import annotations

import gzip
import itertools
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.transport.fake_network import FakeNetwork, Request, answer, redirect

from recoupe.feeds.fetch_articles import fetch_articles
from recoupe.records import Article, Remark
from recoupe.transport import Page, Refused, RefusedCode
from recoupe.transport.ask import Limits
from recoupe.transport.cache import FolderCache

PAGE = answer(b"<p>Le pont est ferm\xc3\xa9.</p>", Content_Type="text/html; charset=utf-8")
SMALL = Limits(body_bytes=100_000)


def refuse(network: FakeNetwork, url: str, **options: object) -> Refused:
    result = network.visitor(**options).visit(url)  # type: ignore[arg-type]
    assert isinstance(result, Refused), result
    return result


def fetch(network: FakeNetwork, url: str, **options: object) -> Page:
    result = network.visitor(**options).visit(url)  # type: ignore[arg-type]
    assert isinstance(result, Page), result
    return result


def test_a_page_comes_with_name_and_certificate_of_its_host() -> None:
    network = FakeNetwork({"journal.example/une?a=1": PAGE})
    page = fetch(network, "https://journal.example/une?a=1#haut")
    assert page.body.decode() == "<p>Le pont est fermé.</p>"
    assert (page.content_type, page.charset) == ("text/html", "utf-8")
    request = network.requests[-1]
    assert (request.ip, request.port, request.sni) == (
        "93.184.216.34",
        443,
        "journal.example",
    )
    assert request.headers["host"] == "journal.example"
    assert request.headers["user-agent"].startswith("Recoupe/")


# 46: bombs, lies and drips


def test_46_a_small_body_that_swells_is_stopped() -> None:
    bomb = gzip.compress(b"a" * 50_000_000)
    assert len(bomb) < SMALL.body_bytes
    network = FakeNetwork({"a.example/": answer(bomb, Content_Encoding="gzip")})
    assert refuse(network, "http://a.example/", limits=SMALL).code is RefusedCode.TOO_LARGE


def test_46_a_body_without_end_is_stopped() -> None:
    read = 0

    def say_for_ever(_: Request) -> Iterator[bytes]:
        nonlocal read
        yield b"HTTP/1.1 200 OK\r\n\r\n"
        for _piece in itertools.count():
            read += 10_000
            yield b"a" * 10_000

    network = FakeNetwork({"a.example/": say_for_ever})
    assert refuse(network, "http://a.example/", limits=SMALL).code is RefusedCode.TOO_LARGE
    assert read <= 2 * SMALL.body_bytes


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip", "compress"])
def test_46_only_known_single_compressions_are_read(encoding: str) -> None:
    network = FakeNetwork({"a.example/": answer(b"abc", Content_Encoding=encoding)})
    assert refuse(network, "http://a.example/").code is RefusedCode.ENCODING


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(answer(b"court", length=5000), id="shorter than it says"),
        pytest.param(answer(b"pas du gzip", Content_Encoding="gzip"), id="no gzip"),
        pytest.param(b"220 smtp.example ESMTP\r\n", id="another protocol"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_46_a_broken_answer_is_no_page(body: bytes) -> None:
    assert refuse(FakeNetwork({"a.example/": body}), "http://a.example/").code is RefusedCode.BROKEN


def test_46_longer_than_it_says_is_cut_there() -> None:
    network = FakeNetwork({"a.example/": answer(b"dix octets et la suite", length=10)})
    assert fetch(network, "http://a.example/").body == b"dix octets"


def test_46_a_byte_at_a_time_ends_at_the_deadline() -> None:
    drops = [bytes([byte]) for byte in answer(b"a" * 1000)]
    network = FakeNetwork({"a.example/": drops}, seconds_per_read=1.0)
    limits = Limits(total_seconds=30)
    answered = network.asker(limits=limits).ask("http://a.example/")
    assert isinstance(answered, Refused)
    assert answered.code is RefusedCode.TOO_SLOW
    assert network.clock.seconds <= 31


def test_46_deflate_with_and_without_its_head_is_read() -> None:
    bare = zlib.compressobj(wbits=-15)
    for packed in (zlib.compress(b"texte"), bare.compress(b"texte") + bare.flush()):
        network = FakeNetwork({"a.example/": answer(packed, Content_Encoding="deflate")})
        assert fetch(network, "http://a.example/").body == b"texte"


# 47: addresses that lead inside


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.0.0.1:8217/",
        "http://0.0.0.0/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://192.88.99.1/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[2001:0:7f00:1::1]/",
        "http://[fe80::1]/",
        "http://[fe80::1%25eth0]/",
        "http://[fc00::1]/",
        "http://[ff02::1]/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://2130706433/",
        "http://127.1/",
        "http://127.0.0.1./",
        "http://①②⑦.⓪.⓪.①/",
        "http://user@127.0.0.1/",
        "http://localhost.@evil.example/",
        "http://a.example:25/",
        "http://a.example:99999/",
        "http://a.example\\@127.0.0.1/",
        "http://a.example/\r\nHost: b",
        "http://[::1/",
        "http:///une",
        "http://../",
    ],
)
def test_47_no_connection_is_made(url: str) -> None:
    network = FakeNetwork({"a.example/": PAGE, "evil.example/": PAGE})
    assert refuse(network, url).why
    assert network.connected == []


@pytest.mark.parametrize(
    "ips",
    [["127.0.0.1"], ["::1"], ["93.184.216.34", "10.0.0.1"], ["::ffff:10.0.0.1"], ["fe80::1%2"]],
)
def test_47_names_that_lead_inside(ips: list[str]) -> None:
    network = FakeNetwork({"a.example/": PAGE}, names={"a.example": ips})
    assert refuse(network, "https://a.example/").code is RefusedCode.PRIVATE
    assert network.connected == []


@pytest.mark.parametrize("target", ["http://169.254.169.254/", "//127.0.0.1/", "http://in.example"])
def test_47_redirects_that_lead_inside(target: str) -> None:
    network = FakeNetwork({"a.example/": redirect(target)}, names={"in.example": ["10.0.0.1"]})
    refused = refuse(network, "http://a.example/")
    assert refused.code is RefusedCode.PRIVATE
    assert refused.hops == ("http://a.example/",)
    assert set(network.connected) == {"93.184.216.34"}


def test_47_a_name_is_looked_up_once_for_each_connection() -> None:
    lookups: list[str] = []
    network = FakeNetwork({"a.example/": PAGE})

    def rebind(host: str, _: int) -> list[str]:
        lookups.append(host)
        return ["93.184.216.34" if len(lookups) == 1 else "127.0.0.1"]

    asker = network.asker()
    asker.resolver = rebind
    assert not isinstance(asker.ask("http://a.example/"), Refused)
    second = asker.ask("http://a.example/")
    assert isinstance(second, Refused)
    assert (len(lookups), network.connected) == (2, ["93.184.216.34"])


def test_47_the_next_address_of_a_name_is_tried() -> None:
    network = FakeNetwork({"a.example/": PAGE}, names={"a.example": ["2606:2800::1", "8.8.4.4"]})
    fetch(network, "http://a.example/")
    assert network.connected[0] == "2606:2800::1"


def test_47_a_host_may_be_private_where_somebody_says_so() -> None:
    network = FakeNetwork({"localhost:9000/": PAGE}, names={"localhost": ["127.0.0.1"]})
    url = "http://localhost:9000/"
    assert refuse(network, url).code is RefusedCode.PRIVATE
    fetch(network, url, trusted_hosts=frozenset({"localhost"}))


# 48: redirects


def test_48_a_loop_stops() -> None:
    said = {"a.example/": redirect("/b"), "a.example/b": redirect("http://a.example/#c")}
    network = FakeNetwork(dict(said))
    assert refuse(network, "http://a.example/").code is RefusedCode.REDIRECTS
    assert network.paths() == ["/", "/b"]


@pytest.mark.parametrize(("count", "is_read"), [(10, True), (11, False), (30, False)])
def test_48_at_most_ten_redirects(count: int, is_read: bool) -> None:
    said = {f"a.example/{n}": redirect(f"/{n + 1}") for n in range(count)}
    network = FakeNetwork({**said, f"a.example/{count}": PAGE})
    result = network.visitor().visit("http://a.example/0")
    assert isinstance(result, Page) is is_read
    assert len(network.paths()) == 11
    if isinstance(result, Page):
        assert result.final_address == "http://a.example/10"
        assert len(result.hops) == 10


def test_48_a_downgrade_is_noted() -> None:
    network = FakeNetwork({"a.example/": redirect("http://b.example/"), "b.example/": PAGE})
    assert fetch(network, "https://a.example/").notes == ("downgraded",)
    assert fetch(network, "http://a.example/").notes == ()


def test_48_a_downgrade_stays_with_the_article() -> None:
    prose = "<p>Le bac de Sarlonne restera à quai jusqu'à lundi, a annoncé la capitainerie.</p>"
    page = answer(f"<article>{prose * 3}</article>".encode(), Content_Type="text/html")
    network = FakeNetwork({"a.example/": redirect("http://b.example/"), "b.example/": page})
    (article,), refused = fetch_articles(network.visitor(), "https://a.example/")
    assert refused is None
    assert isinstance(article, Article)
    assert Remark.DOWNGRADED in article.notes
    assert {article.source, *article.also_at} == {"https://a.example/", "http://b.example/"}


# 49: other schemes


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://a.example/",
        "gopher://a.example:70/",
        "data:text/html,abc",
        "javascript:alert(1)",
        "//a.example/",
        "a.example",
        "",
    ],
)
def test_49_other_schemes_are_refused(url: str) -> None:
    network = FakeNetwork({"a.example/": PAGE, "b.example/": redirect(url or "file:///")})
    assert refuse(network, url).code in {RefusedCode.SCHEME, RefusedCode.ADDRESS}
    assert network.connected == []


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://a.example/", "data:,abc"])
def test_49_not_behind_a_redirect_either(target: str) -> None:
    refused = refuse(FakeNetwork({"a.example/": redirect(target)}), "http://a.example/")
    assert refused.code is RefusedCode.SCHEME


# 50: what sites ask of programs

ROBOTS = b"User-agent: *\nDisallow: /abonnes/\nCrawl-delay: 7\n"


def test_50_robots_txt_is_obeyed_and_asked_once() -> None:
    said = {
        "a.example/robots.txt": answer(ROBOTS),
        "a.example/abonnes/1": PAGE,
        "a.example/libre": PAGE,
        "a.example/vers": redirect("/abonnes/1"),
    }
    network = FakeNetwork(dict(said))
    visitor = network.visitor()
    for path in ("/abonnes/1", "/vers"):
        refused = visitor.visit(f"http://a.example{path}")
        assert isinstance(refused, Refused)
        assert refused.code is RefusedCode.ROBOTS
    assert isinstance(visitor.visit("http://a.example/libre"), Page)
    assert network.paths() == ["/vers", "/libre"]
    assert [r.path for r in network.requests].count("/robots.txt") == 1
    assert network.clock.slept == [7.0], "the site's own delay"


@pytest.mark.parametrize(
    ("status", "is_read"), [("404 No", True), ("403 No", True), ("503 No", False)]
)
def test_50_a_site_whose_rules_cannot_be_read_is_left_alone(status: str, is_read: bool) -> None:
    said = {"a.example/robots.txt": answer(status=status), "a.example/": PAGE}
    result = FakeNetwork(dict(said)).visitor().visit("http://a.example/")
    assert isinstance(result, Page) is is_read


@pytest.mark.parametrize(
    "page",
    [
        answer(b"<p>Texte</p>", TDM_Reservation="1"),
        answer(b'<head><meta name="tdm-reservation" content="1"></head>'),
        answer(b"<head><META content='1' name=tdm-reservation></head>"),
    ],
)
def test_50_a_reservation_is_obeyed(page: bytes) -> None:
    network = FakeNetwork({"a.example/": page})
    assert refuse(network, "http://a.example/").code is RefusedCode.RESERVED
    assert fetch(network, "http://a.example/", has_right=True).notes == ("right_asserted",)


def test_50_without_a_reservation_nothing_is_noted() -> None:
    page = answer(b'<meta name="tdm-reservation" content="0">', TDM_Reservation="0")
    network = FakeNetwork({"a.example/": page})
    assert fetch(network, "http://a.example/", has_right=True).notes == ()


RESERVED = b"""[
    {"location": "/", "tdm-reservation": 0}, {"location": "/dossiers/*", "tdm-reservation": 1},
    {"location": "/dossiers/libres/", "tdm-reservation": 0}, {"location": "/a\\nAllow: /", "tdm-reservation": 1}, 3
]"""


@pytest.mark.parametrize(
    ("path", "page", "is_read"),
    [
        ("/dossiers/pont", PAGE, False),
        ("/dossiers/libres/pont", PAGE, True),
        ("/une", PAGE, True),
        ("/dossiers/pont", answer(b"<p>Texte</p>", TDM_Reservation="0"), True),
        ("/une", answer(b'<meta name="tdm-reservation" content="1">'), False),
    ],
)
def test_50_a_site_may_reserve_in_a_file(path: str, page: bytes, is_read: bool) -> None:
    said = {"a.example/.well-known/tdmrep.json": answer(RESERVED), f"a.example{path}": page}
    network = FakeNetwork(dict(said))
    visitor = network.visitor()
    for _ in range(2):
        result = visitor.visit(f"http://a.example{path}")
        assert isinstance(result, Page) is is_read
        assert isinstance(result, Page) or result.code is RefusedCode.RESERVED
    assert [r.path for r in network.requests].count("/.well-known/tdmrep.json") <= 1
    assert isinstance(network.visitor(has_right=True).visit(f"http://a.example{path}"), Page)


@pytest.mark.parametrize(
    "said",
    [
        b"<html>",
        b"",
        b"{}",
        b"[" * 100_000,
        b'[{"location": 1, "tdm-reservation": 1}]',
        b'[{"location": "/", "tdm-reservation": []}]',
        b"\xff",
    ],
)
def test_50_a_broken_file_of_reservations_reserves_nothing(said: bytes) -> None:
    network = FakeNetwork({"a.example/.well-known/tdmrep.json": answer(said), "a.example/": PAGE})
    fetch(network, "http://a.example/")


def test_50_the_word_of_the_user_is_recorded() -> None:
    said = {"a.example/robots.txt": answer(b"User-agent: *\nDisallow: /"), "a.example/": PAGE}
    network = FakeNetwork(dict(said))
    assert refuse(network, "http://a.example/").code is RefusedCode.ROBOTS
    assert fetch(network, "http://a.example/", has_right=True).notes == ("right_asserted",)


# 51: busy servers


def say_in_turn(*answers: bytes) -> Iterator[bytes]:
    yield from answers
    while True:
        yield answers[-1]


@pytest.mark.parametrize(
    ("first", "waited"),
    [
        (answer(status="429 Busy", Retry_After="20"), 20.0),
        (answer(status="503 Busy", Retry_After="Tue, 10 Mar 2026 08:00:45 GMT"), 45.0),
        (answer(status="503 Busy", Retry_After="bientôt"), 3.0),
        (answer(status="500 Error"), 3.0),
        (b"", 3.0),
    ],
)
def test_51_a_busy_server_is_asked_again_when_it_wants(first: bytes, waited: float) -> None:
    turns = say_in_turn(first, PAGE)
    network = FakeNetwork({"a.example/": lambda _: next(turns)})
    fetch(network, "http://a.example/")
    assert network.clock.slept[0] == waited


def test_51_after_three_tries_it_is_given_up() -> None:
    network = FakeNetwork({"a.example/": answer(status="500 Error")})
    refused = refuse(network, "http://a.example/")
    assert (refused.code, refused.status) == (RefusedCode.STATUS, 500)
    assert network.paths() == ["/"] * 3


def test_51_a_long_wait_is_put_off_and_kept() -> None:
    network = FakeNetwork({"a.example/": answer(status="429 Busy", Retry_After="7200")})
    refused = refuse(network, "http://a.example/")
    assert refused.code is RefusedCode.LATER
    assert refused.not_before == "2026-03-10T10:00:00+00:00"
    assert network.clock.slept == []


def test_51_what_is_gone_is_not_asked_again() -> None:
    network = FakeNetwork({"a.example/": answer(status="410 Gone")})
    assert refuse(network, "http://a.example/").status == 410
    assert network.paths() == ["/"]


def test_51_one_host_is_not_hurried_others_do_not_wait() -> None:
    said = {"a.example/1": PAGE, "a.example/2": PAGE, "b.example/": PAGE}
    network = FakeNetwork(dict(said))
    visitor = network.visitor()
    for url in ("http://a.example/1", "http://b.example/", "http://a.example/2"):
        assert isinstance(visitor.visit(url), Page)
    assert network.clock.slept == [visitor.delay_seconds]


# 52: certificates


def test_52_a_bad_certificate_is_refused() -> None:
    network = FakeNetwork({"a.example/": PAGE}, bad_certificates=frozenset({"a.example"}))
    assert refuse(network, "https://a.example/").code is RefusedCode.TLS
    assert network.requests == []


def test_52_only_the_named_host_is_believed_without() -> None:
    bad = frozenset({"a.example", "b.example"})
    network = FakeNetwork({"a.example/": PAGE, "b.example/": PAGE}, bad_certificates=bad)
    believed = frozenset({"a.example"})
    page = fetch(network, "https://a.example/", unverified_hosts=believed)
    assert page.notes == ("tls_not_verified",)
    assert refuse(network, "https://b.example/", unverified_hosts=believed).code is RefusedCode.TLS


# asked again, a server need only say that nothing changed


def test_a_page_is_kept_and_asked_for_its_changes(tmp_path: Path) -> None:
    def say_once(request: Request) -> bytes:
        if request.headers.get("if-none-match") == '"v1"':
            return answer(status="304 Not Modified")
        return answer(b"Texte", ETag='"v1"')

    network = FakeNetwork({"a.example/": say_once})
    cache = FolderCache(tmp_path)
    first = fetch(network, "http://a.example/", cache=cache)
    again = fetch(network, "http://a.example/", cache=cache)
    third = fetch(network, "http://a.example/", cache=cache)
    assert (first.notes, again.notes) == ((), ("not_modified",))
    assert again.body == third.body == b"Texte"
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"broken")
    assert fetch(network, "http://a.example/", cache=cache).notes == ()


def test_old_pages_make_room(tmp_path: Path) -> None:
    cache = FolderCache(tmp_path, largest_bytes=1)
    cache.keep(Page("http://a.example/", "http://a.example/", b"Texte"))
    assert cache.find("http://a.example/") is None


def test_what_was_read_by_a_right_is_not_kept_for_those_without(tmp_path: Path) -> None:
    def say(request: Request) -> bytes:
        if request.headers.get("if-none-match"):
            return answer(status="304 Not Modified")
        return answer(b"Texte", ETag='"v1"', TDM_Reservation="1")

    network = FakeNetwork({"a.example/": say})
    cache = FolderCache(tmp_path)
    fetch(network, "http://a.example/", cache=cache, has_right=True)
    assert refuse(network, "http://a.example/", cache=cache).code is RefusedCode.RESERVED
    kept = fetch(network, "http://a.example/", cache=cache, has_right=True)
    assert kept.notes == ("not_modified", "right_asserted")

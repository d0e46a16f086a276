"""Bad inputs 41 to 45 and 72: archives and tables that lie, break off, or lead elsewhere."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import stat
import zipfile
from pathlib import Path

import brotli
import openpyxl
import pytest

from recoupe.records import Article, Dropped
from recoupe.rooms.read import read, read_warc, read_zip

PROSE = (
    "Le bac de Sarlonne restera à quai jusqu'à lundi, a annoncé la capitainerie. Deux marins ont "
    "été entendus après la collision avec un chaland, survenue mardi vers sept heures du matin. "
)


def write_page(number: int) -> bytes:
    title = f"Le bac de Sarlonne, épisode {number}"
    paragraphs = "".join(f"<p>{PROSE} Suite {number}.{n}.</p>" for n in range(4))
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}"
        "</article></body></html>"
    ).encode()


def write_text(number: int) -> bytes:
    return f"Le bac de Sarlonne, épisode {number}\n\n{PROSE * 3}\n".encode()


def read_file(folder: Path, name: str, data: bytes) -> tuple[list[Article], list[Dropped]]:
    (folder / name).write_bytes(data)
    items = list(read([folder / name]))
    articles = [item for item in items if isinstance(item, Article)]
    return articles, [item for item in items if isinstance(item, Dropped)]


def pack(members: dict[str, bytes], *, links: frozenset[str] = frozenset()) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = (
                (stat.S_IFLNK | 0o777) if name in links else (stat.S_IFREG | 0o644)
            ) << 16
            archive.writestr(info, data)
    return packed.getvalue()


def write_warc(
    bodies: list[bytes],
    *,
    is_packed: bool = True,
    headers: tuple[tuple[str, str], ...] = (),
    status: str = "200 OK",
) -> bytes:
    records = [_write_record("warcinfo", "", b"software: test\r\n")]
    for number, body in enumerate(bodies):
        lines = [f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8"]
        lines += [f"{name}: {value}" for name, value in headers]
        block = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
        records.append(_write_record("response", f"https://port.example/{number}", block))
    return b"".join(gzip.compress(record) if is_packed else record for record in records)


def _write_record(kind: str, url: str, block: bytes) -> bytes:
    digest = base64.b32encode(hashlib.sha1(block).digest()).decode()
    lines = [
        "WARC/1.1",
        f"WARC-Type: {kind}",
        "WARC-Record-ID: <urn:uuid:5e8aba64-2470-4f90-9e01-6d9086b5490c>",
        "WARC-Date: 2026-03-10T08:00:00Z",
        *([f"WARC-Target-URI: {url}"] if url else []),
        f"WARC-Block-Digest: sha1:{digest}",
        f"Content-Type: application/{'http; msgtype=response' if url else 'warc-fields'}",
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


# 41: archives that swell


def test_41_a_member_that_swells_is_stopped_and_the_others_read(tmp_path: Path) -> None:
    members = {"a.txt": write_text(1), "b.txt": b"a" * 30_000_000, "c.txt": write_text(2)}
    data = pack(members)
    assert len(data) < 100_000
    articles, dropped = read_file(tmp_path, "une.zip", data)
    assert [a.source.rsplit("#", 1)[1] for a in articles] == ["a.txt", "c.txt"]
    (bomb,) = dropped
    assert bomb.source.endswith("#b.txt")
    assert "enfle" in bomb.why


def test_41_what_a_member_claims_of_its_size_is_not_believed(tmp_path: Path) -> None:
    data = bytearray(pack({"a.txt": b"a" * 30_000_000}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    articles, dropped = read_file(tmp_path, "une.zip", bytes(data))
    assert all(len(a.text) <= 10 for a in articles)
    assert dropped


def test_41_the_whole_is_capped_and_what_came_before_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_zip, "LARGEST_TOTAL_BYTES", 2 * len(write_text(1)))
    data = pack({f"{n}.txt": write_text(n) for n in range(1, 6)})
    articles, dropped = read_file(tmp_path, "une.zip", data)
    assert len(articles) == 2
    assert "le reste n'est pas lu" in dropped[-1].why


@pytest.mark.parametrize(("listed", "is_cut"), [(3, False), (4, True), (40, True)])
def test_41_many_members_are_capped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, listed: int, is_cut: bool
) -> None:
    monkeypatch.setattr(read_zip, "MOST_MEMBERS", 3)
    data = b"before the archive" + pack({f"{n:02}.txt": write_text(n) for n in range(listed)})
    articles, dropped = read_file(tmp_path, "une.zip", data)
    assert [a.source.rsplit("#", 1)[1] for a in articles] == ["00.txt", "01.txt", "02.txt"]
    assert ["après les 3 premiers" in d.why for d in dropped] == [True] * is_cut


@pytest.mark.parametrize("claimed", [0xFFFF, 0xFFFF_FFFF])
def test_41_of_more_members_than_the_old_format_counts_the_first_are_read(
    tmp_path: Path, claimed: int
) -> None:
    listed = 66_000
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", write_text(1))
        for number in range(listed):
            archive.writestr(f"vide/{number}/", b"")
    data = bytearray(packed.getvalue())
    assert b"PK\x06\x06" in data[-200:], "the list is counted in the longer record"
    if claimed == 0xFFFF_FFFF:
        at = data.rfind(b"PK\x05\x06")
        data[at + 12 : at + 20] = b"\xff" * 8
    articles, dropped = read_file(tmp_path, "une.zip", bytes(data))
    assert [a.source.rsplit("#", 1)[1] for a in articles] == ["a.txt"]
    assert "après les 20\u202f000 premiers" in dropped[-1].why


def test_41_a_list_of_many_bytes_is_not_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_zip, "LARGEST_LIST_BYTES", 2_000)
    members = {f"{n}{'n' * 800}.txt": write_text(n) for n in range(5)}
    articles, dropped = read_file(tmp_path, "une.zip", pack(members))
    assert len(articles) == 2
    assert "trop grande" in dropped[0].why


def test_41_archives_in_archives_are_named(tmp_path: Path) -> None:
    members = {"dedans.zip": pack({"b.txt": write_text(2)}), "a.txt": write_text(1)}
    articles, dropped = read_file(tmp_path, "une.zip", pack(members))
    assert len(articles) == 1
    assert "archive dans l'archive" in dropped[0].why


# 42: names that lead elsewhere


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/x.txt",
        "/etc/x.txt",
        "C:\\x.txt",
        "C:x.txt",
        "a/../../x.txt",
        "..\\x.txt",
        "//serveur/x.txt",
    ],
)
def test_42_names_that_leave_the_archive_are_named(tmp_path: Path, name: str) -> None:
    data = pack({name: write_text(1), "bon.txt": write_text(2)})
    articles, dropped = read_file(tmp_path, "une.zip", data)
    assert [a.source.rsplit("#", 1)[1] for a in articles] == ["bon.txt"]
    assert "hors de l'archive" in dropped[0].why
    assert [p.name for p in tmp_path.iterdir()] == ["une.zip"]


def test_42_links_are_named_and_not_followed(tmp_path: Path) -> None:
    data = pack({"lien.txt": b"/etc/passwd"}, links=frozenset({"lien.txt"}))
    articles, dropped = read_file(tmp_path, "une.zip", data)
    assert articles == []
    assert "lien" in dropped[0].why


@pytest.mark.parametrize("name", ["CON.txt", "n" * 5000 + ".txt", "é\u202etxt.txt", "a\nb.txt"])
def test_42_odd_names_are_no_files(tmp_path: Path, name: str) -> None:
    articles, _ = read_file(tmp_path, "une.zip", pack({name: write_text(1)}))
    assert len(articles) == 1
    assert [p.name for p in tmp_path.iterdir()] == ["une.zip"]


def test_42_what_a_folder_passes_over_an_archive_does_too(tmp_path: Path) -> None:
    members = {"style.css": b"a", "__MACOSX/._a.txt": b"b", ".cache/a.txt": b"c", "n.pdf": b"%PDF-"}
    articles, dropped = read_file(tmp_path, "une.zip", pack(members))
    assert articles == []
    assert [d.source.rsplit("#", 1)[1] for d in dropped] == ["n.pdf"]


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"pas une archive", pack({"a.txt": b"x"})[:-9]]
)
def test_42_broken_archives_are_named(tmp_path: Path, data: bytes) -> None:
    articles, dropped = read_file(tmp_path, "une.zip", data)
    assert articles == []
    assert dropped


def test_42_a_broken_member_stops_nothing(tmp_path: Path) -> None:
    data = bytearray(pack({"a.txt": write_text(1), "b.txt": write_text(2)}))
    data[60] ^= 0xFF
    articles, dropped = read_file(tmp_path, "une.zip", bytes(data))
    assert (len(articles), len(dropped)) == (1, 1)


# 43: archives of the web that break off


@pytest.mark.parametrize("is_packed", [True, False])
def test_43_the_last_record_of_a_cut_archive_is_not_used(tmp_path: Path, is_packed: bool) -> None:
    name = "a.warc.gz" if is_packed else "a.warc"
    data = write_warc([write_page(n) for n in range(3)], is_packed=is_packed)
    assert len(read_file(tmp_path, name, data)[0]) == 3
    for cut in (20, 120):
        articles, dropped = read_file(tmp_path, name, data[:-cut])
        assert [a.source.rsplit("#", 1)[1][-1] for a in articles] == ["0", "1"]
        assert "tronquée" in dropped[-1].why


def test_43_a_lost_end_mark_counts_as_cut(tmp_path: Path) -> None:
    data = write_warc([write_page(n) for n in range(2)])
    articles, dropped = read_file(tmp_path, "a.warc.gz", data[:-4])
    assert len(articles) == 1
    assert "tronquée" in dropped[-1].why


@pytest.mark.parametrize("data", [b"", b"\x1f\x8b", b"WARC/1.0\r\n", b"rien", gzip.compress(b"x")])
def test_43_what_is_no_archive_is_named(tmp_path: Path, data: bytes) -> None:
    articles, dropped = read_file(tmp_path, "a.warc.gz", data)
    assert articles == []
    assert dropped


def test_43_the_day_of_the_capture_is_no_day_of_publication(tmp_path: Path) -> None:
    (article,), _ = read_file(tmp_path, "a.warc.gz", write_warc([write_page(1)]))
    assert article.published is None
    assert article.outlet == "port.example"
    assert article.also_at == ("https://port.example/0",)


# 44: wrong digests, compressions, chunks


def test_44_a_wrong_digest_is_noted(tmp_path: Path) -> None:
    data = write_warc([write_page(1), write_page(2)], is_packed=False)
    (first, second), _ = read_file(tmp_path, "a.warc", data.replace(b"Suite 1.0", b"Suite 1.9"))
    assert "digest_mismatch" in first.notes
    assert "digest_mismatch" not in second.notes


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("br", brotli.compress(write_page(1))),
        ("gzip", gzip.compress(write_page(1))),
    ],
)
def test_44_compressed_answers_are_read(tmp_path: Path, encoding: str, packed: bytes) -> None:
    data = write_warc([packed], headers=(("Content-Encoding", encoding),))
    (article,), _ = read_file(tmp_path, "a.warc.gz", data)
    assert "capitainerie" in article.text


def test_44_chunked_answers_are_read(tmp_path: Path) -> None:
    page = write_page(1)
    chunked = f"{len(page):x}\r\n".encode() + page + b"\r\n0\r\n\r\n"
    data = write_warc([chunked], headers=(("Transfer-Encoding", "chunked"),))
    (article,), _ = read_file(tmp_path, "a.warc.gz", data)
    assert "capitainerie" in article.text


@pytest.mark.parametrize(
    ("header", "body"),
    [
        (("Transfer-Encoding", "chunked"), b"5\r\nhello\r\nZZ\r\nfoo"),
        (("Content-Encoding", "gzip"), b"no gzip at all"),
        (("Content-Encoding", "br"), b"no brotli at all"),
    ],
)
def test_44_a_damaged_answer_stops_nothing(
    tmp_path: Path, header: tuple[str, str], body: bytes
) -> None:
    bad = write_warc([body], headers=(header,))
    good = write_warc([write_page(1)])
    articles, dropped = read_file(tmp_path, "a.warc.gz", bad + good)
    assert len(articles) == 1
    assert "abîmé" in dropped[0].why


def test_44_a_record_that_swells_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_warc, "LARGEST_RECORD_BYTES", 100_000)
    packed = gzip.compress(b"a" * 5_000_000)
    data = write_warc([packed, write_page(1)], headers=(("Content-Encoding", "gzip"),))
    _, dropped = read_file(tmp_path, "a.warc.gz", data)
    assert "trop grand" in dropped[0].why


def test_44_errors_of_servers_are_no_articles(tmp_path: Path) -> None:
    data = write_warc([write_page(1)], status="403 Forbidden")
    articles, dropped = read_file(tmp_path, "a.warc.gz", data)
    assert articles == []
    assert "403" in dropped[0].why


# 45: packed web archives


def test_45_without_a_list_of_pages_all_are_read(tmp_path: Path) -> None:
    warc = write_warc([write_page(n) for n in range(2)])
    articles, _ = read_file(tmp_path, "a.wacz", pack({"archive/data.warc.gz": warc}))
    assert [a.source.rsplit("#", 1)[1] for a in articles] == [
        "https://port.example/0",
        "https://port.example/1",
    ]


@pytest.mark.parametrize(
    ("pages", "count"),
    [
        (b'{"format": "json-pages-1.0"}\n{"url": "https://port.example/1"}\n', 1),
        (b"broken", 2),
        (b"", 2),
        (b"[" * 100_000, 2),
    ],
)
def test_45_the_list_of_pages_says_which_matter(tmp_path: Path, pages: bytes, count: int) -> None:
    warc = write_warc([write_page(n) for n in range(2)])
    data = pack({"archive/data.warc.gz": warc, "pages/pages.jsonl": pages})
    assert len(read_file(tmp_path, "a.wacz", data)[0]) == count


# 72: tables


ROW = PROSE * 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_72_tables_with_quotes_newlines_and_marks(
    tmp_path: Path, delimiter: str, mark: str
) -> None:
    quoted = f'"Il a dit ""non""; puis, rien.\n\n{ROW}"'
    head = delimiter.join(["Titre", "texte", "url", "Média", "date"])
    cells = ["Le bac", quoted, "https://port.example/1", "Le Phare", "10 mars 2026"]
    text = f"{mark}{head}\r\n{delimiter.join(cells)}\r\n"
    (article,), dropped = read_file(tmp_path, "a.csv", text.encode())
    assert dropped == []
    assert article.text.startswith('Il a dit "non"; puis, rien.\n\nLe bac')
    assert (article.title, article.outlet) == ("Le bac", "Le Phare")
    assert (article.published, article.source[-7:]) == ("2026-03-10", "a.csv:2")


@pytest.mark.parametrize(
    ("rows", "line", "why"),
    [
        (f'"{ROW}', 2, "guillemet"),
        (f"{ROW};Titre;trop;de", 2, "4 cellules pour 2 colonnes"),
        (";Titre seul", 2, "ni texte ni page"),
        (f'"{ROW}" x;Titre\n', 2, "guillemet"),
    ],
)
def test_72_a_bad_row_is_named_with_its_line(
    tmp_path: Path, rows: str, line: int, why: str
) -> None:
    articles, dropped = read_file(tmp_path, "a.csv", f"text;title\n{rows}".encode())
    assert articles == []
    assert dropped[0].source.endswith(f":{line}")
    assert why in dropped[0].why


def test_72_a_bad_row_stops_nothing_and_short_rows_are_read(tmp_path: Path) -> None:
    rows = f"text;title;url\nvide;;;;x\n{ROW}\n\n{ROW} Fin.;Titre;;\n"
    articles, dropped = read_file(tmp_path, "a.csv", rows.encode("cp1252"))
    assert [a.source.rsplit(":", 1)[1] for a in articles] == ["3", "5"]
    assert len(dropped) == 1


def test_72_a_table_without_texts_is_named(tmp_path: Path) -> None:
    _, dropped = read_file(tmp_path, "a.csv", b"nom;prix\npain;3\n")
    assert "aucune colonne" in dropped[0].why


def test_72_workbooks_are_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["title", "html", "published"])
    sheet.append(["Le bac", write_page(1).decode(), "2026-03-10T08:00"])
    sheet.append(["=1+1", None, None])
    book.save(tmp_path / "book.xlsx")
    items = list(read([tmp_path / "book.xlsx"]))
    (article,) = [item for item in items if isinstance(item, Article)]
    assert (article.published, article.source[-6:]) == ("2026-03-10T08:00:00", "xlsx:2")
    assert "<p>" not in article.text


def test_42_a_catalogue_in_the_archive_is_taken_into_account(tmp_path: Path) -> None:
    rows = "path;outlet;published\na.txt;Le Phare;2026-03-10\nb/c.txt;L'Ancre;2026-03-11\n"
    members = {"une/articles.csv": rows.encode(), "une/a.txt": write_text(1)}
    data = pack({**members, "une/b/c.txt": write_text(2), "a.txt": write_text(3)})
    articles, dropped = read_file(tmp_path, "une.zip", data)
    assert dropped == []
    assert [(a.outlet, a.published) for a in articles] == [
        (None, None),
        ("Le Phare", "2026-03-10"),
        ("L'Ancre", "2026-03-11"),
    ]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", pack({"xl/workbook.xml": b"<a>"})])
def test_72_broken_workbooks_are_named(tmp_path: Path, data: bytes) -> None:
    articles, dropped = read_file(tmp_path, "a.xlsx", data)
    assert articles == []
    assert dropped

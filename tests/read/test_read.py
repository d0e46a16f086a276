"""Reading: dates, titles, authors, catalogues, folders, standard input, versions of one article."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from recoupe.errors import InputError
from recoupe.records import Article, PublishedFrom
from recoupe.rooms.read import read
from recoupe.rooms.read.decode import decode
from recoupe.rooms.read.iso_dates import read_iso
from recoupe.rooms.read.text_dates import find_written_date
from recoupe.rooms.read.text_titles import find_byline, find_title

PROSE = (
    "Le préfet de la Vesle a fermé lundi le pont de Varsille après la découverte d'une longue fissure.",
    "Les habitants de Montbrun devront faire un détour d'une vingtaine de minutes par Corvans.",
)
TEXT = "Le pont de Varsille fermé aux camions\n\n" + "\n\n".join(PROSE)


def articles_of(*paths: Path | str, **options: str) -> list[Article]:
    items = list(read(paths, **options))
    assert all(isinstance(item, Article) for item in items), items
    return [item for item in items if isinstance(item, Article)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Publié le 12 mars 2024 à 10h15", "2024-03-12T10:15:00"),
        ("29/10/2024 11:12", "2024-10-29T11:12:00"),
        ("le 02.06.2026", "2026-06-02"),
        ("Mercredi 11 mars 2026, 12h15", "2026-03-11T12:15:00"),
        ("par Odile Sempé / mercredi 11 mars 2026 17:20", "2026-03-11T17:20:00"),
        ("Publié le 1er août 2025 | Mis à jour le 3 août 2025 à 9h", "2025-08-01"),
        ("Mis à jour le 3 août 2025 à 9h", "2025-08-03T09:00:00"),
        ("October 29, 2024", "2024-10-29"),
        ("AFP, publié le mardi 03 février 2026 à 08h42", "2026-02-03T08:42:00"),
        ("2026-03-11", "2026-03-11"),
        ("Publié le 31 février 2024", None),
        ("Le 12 mars 2024, la digue de Corvans a cédé et la ville a été noyée", None),
        ("il y a 3 heures", None),
        ("12 mars", None),
        ("01/01/1970", None),
    ],
)
def test_written_dates(line: str, expected: str | None) -> None:
    assert find_written_date(f"Le pont fermé\n{line}\n\n{PROSE[0]}") == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2026-03-10T19:40:00+01:00", "2026-03-10T19:40:00"),
        ("2026-07-10T23:30:00Z", "2026-07-11T01:30:00"),
        ("2026-03-10T19:40:00.123Z", "2026-03-10T20:40:00"),
        ("2026-03-10 19:40", "2026-03-10T19:40:00"),
        ("2026-02-30", None),
        ("2099-01-01", None),
        ("", None),
    ],
)
def test_iso_dates(raw: str, expected: str | None) -> None:
    assert read_iso(raw) == expected


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Le Phare", "Le pont de Varsille fermé"], "Le pont de Varsille fermé"),
        (
            ["La Tribune du Val", "Hôpital : la maternité sauvée pour deux ans"],
            "Hôpital : la maternité sauvée pour deux ans",
        ),
        (
            ["Accueil | Monde | Sports", "Par Jeanne Roy", "Le pont de Varsille fermé"],
            "Le pont de Varsille fermé",
        ),
        (
            [
                "Le journal du lac depuis 1887",
                "Le pont fermé aux camions",
                "Le pont fermé aux camions",
            ],
            "Le pont fermé aux camions",
        ),
    ],
)
def test_titles(lines: list[str], title: str) -> None:
    assert find_title("\n".join([*lines, *PROSE])) == title


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Par Jeanne Roy", "Jeanne Roy"),
        ("Par Jeanne Roy et Marc Aubry", "Jeanne Roy et Marc Aubry"),
        ("Par Hugo Ferrand Publié le 4 avril 2026", "Hugo Ferrand"),
        ("Enquête – Par Damien Vial-Roche", "Damien Vial-Roche"),
        ("Par la route, il faut une heure", None),
    ],
)
def test_bylines(line: str, byline: str | None) -> None:
    assert find_byline(f"Le pont fermé\n{line}\n{PROSE[0]}") == byline


def test_given_goes_before_metadata_before_text_before_default(tmp_path: Path) -> None:
    dated = TEXT.replace("\n\n", "\nPublié le 4 avril 2026\n\n", 1)
    (tmp_path / "a.txt").write_text(dated, encoding="utf-8")
    (tmp_path / "b.txt").write_text(dated + " b", encoding="utf-8")
    (tmp_path / "c.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "articles.csv").write_text(
        "path;url;outlet;published\na.txt;https://www.phare.example/pont;;2026-04-01\n",
        encoding="utf-8-sig",
    )
    a, b, c = articles_of(tmp_path, published="2026-05-01")
    assert (a.published, a.published_from) == ("2026-04-01", PublishedFrom.GIVEN)
    assert (a.outlet, a.also_at) == ("phare.example", ("https://www.phare.example/pont",))
    assert (b.published, b.published_from) == ("2026-04-04", PublishedFrom.TEXT)
    assert (c.published, c.published_from) == ("2026-05-01", PublishedFrom.GIVEN)


def test_each_folder_has_its_catalogue_and_the_nearer_one_stands(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.txt").write_text(TEXT, encoding="utf-8")
    rows = {
        tmp_path: "path,outlet\ndeep/a.txt,Le Loin\n",
        tmp_path / "deep": "path,outlet\na.txt,Le Phare\n",
    }
    for folder, row in rows.items():
        (folder / "articles.csv").write_text(row, encoding="utf-8")
    assert [article.outlet for article in articles_of(tmp_path)] == ["Le Phare"]


def test_text_is_the_file_without_newline_translation(tmp_path: Path) -> None:
    raw = TEXT.replace("\n", "\r\n") + "\r\n\r\n"
    (tmp_path / "a.txt").write_bytes(raw.encode("utf-8-sig"))
    assert articles_of(tmp_path / "a.txt")[0].text == raw


def test_folders_are_read_in_order_and_deep(tmp_path: Path) -> None:
    for name in ("z/b.txt", "a/c.txt", "b.txt", "README.md", ".cache/x.txt", "photo.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{TEXT} {name}", encoding="utf-8")
    assert [Path(a.source).relative_to(tmp_path).as_posix() for a in articles_of(tmp_path)] == [
        "a/c.txt",
        "b.txt",
        "z/b.txt",
    ]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stream:
        buffer = io.BytesIO(
            json.dumps(
                {"text": TEXT, "title": "Le pont", "url": "https://phare.example/p"}
            ).encode()
        )

    monkeypatch.setattr("sys.stdin", Stream)
    (article,) = articles_of("-")
    assert (article.title, article.outlet, article.source) == ("Le pont", "phare.example", "-:1")


@pytest.mark.parametrize(("path", "published"), [("missing", None), (".", "demain")])
def test_what_cannot_be_read_at_all(tmp_path: Path, path: str, published: str | None) -> None:
    with pytest.raises(InputError) as caught:
        list(read([tmp_path / path], published=published))
    assert caught.value.hint


def make_page(extra: str = "", head: str = "") -> str:
    body = "".join(f"<p>{p}</p>" for p in PROSE * 2)
    link = '<link rel="canonical" href="https://phare.example/pont">'
    return f"<html><head>{link}{head}</head><body><article><h1>Le pont fermé</h1>{body}</article>{extra}</body></html>"


def test_28_versions_of_one_article(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(make_page(), encoding="utf-8")
    (tmp_path / "amp.html").write_text(make_page("<footer>AMP</footer>"), encoding="utf-8")
    (tmp_path / "print.html").write_text(
        make_page("<p>Imprimé depuis le site</p>"), encoding="utf-8"
    )
    (article,) = articles_of(tmp_path)
    assert [Path(name).name for name in sorted(article.also_at)] == [
        "amp.html",
        "print.html",
        "pont",
    ]


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<meta property="og:site_name" content="Le Phare">', "outlet", "Le Phare"),
        ('<meta name="author" content="Jeanne Roy">', "byline", "Jeanne Roy"),
        ('<meta property="og:title" content="Le pont, fermé">', "title", "Le pont, fermé"),
        ('<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Le pont ferme",'
         '"datePublished":"2026-04-04T06:30:00+02:00"}]}</script>', "published", "2026-04-04T06:30:00"),
        ('<script type="application/ld+json">{"@type":"NewsArticle", broken</script>', "title", "Le pont fermé"),
    ],
)  # fmt: skip
def test_metadata(tmp_path: Path, head: str, field: str, value: str) -> None:
    (tmp_path / "a.html").write_text(make_page(head=head), encoding="utf-8")
    assert getattr(articles_of(tmp_path / "a.html")[0], field) == value


@pytest.mark.parametrize(
    ("data", "encoding", "notes"),
    [
        ("Été à l'œuvre".encode("cp1252"), "cp1252", ()),
        ("Été".encode(), "utf-8", ()),
        (b'<meta charset="iso-8859-1">' + "Été".encode(), "utf-8", ("charset_conflict",)),
        ("É".encode() * 40 + b"\xff", "utf-8", ("bytes_replaced",)),
        ("Привет, мир".encode("cp1251"), "cp1251", ()),
    ],
)
def test_decode(data: bytes, encoding: str, notes: tuple[str, ...]) -> None:
    declared = "windows-1251" if encoding == "cp1251" else None
    found = decode(data, declared=declared)
    assert (found.encoding, found.notes) == (encoding, notes)


AGREED_PAGE = (
    "<html><head><title>Le pont</title></head><body><article><h1>Le pont fermé</h1>"
    + "".join(
        f"<p>Le pont de Varsille, long de {n}00 mètres, ferme pour des travaux de fond.</p>"
        for n in range(1, 7)
    )
    + "</article></body></html>"
)
# A list of linked titles is longer than the article, and only one engine leaves it out.
DISPUTED_PAGE = AGREED_PAGE.replace(
    "</article>",
    "</article><section><h2>Suite</h2>"
    + "".join(
        f"<div><a href=x><p>Un titre parmi d'autres pour le numéro {n} de cette liste</p></a></div>"
        for n in range(12)
    )
    + "</section>",
)


@pytest.mark.parametrize(("page", "is_noted"), [(AGREED_PAGE, False), (DISPUTED_PAGE, True)])
def test_engines_that_disagree_are_noted(tmp_path: Path, page: str, is_noted: bool) -> None:
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (article,) = read([tmp_path / "a.html"])
    assert isinstance(article, Article)
    assert {engine for block in article.blocks for engine in block.kept_by} == {
        "resiliparse",
        "trafilatura",
    }
    assert ("engines_disagree" in article.notes) is is_noted

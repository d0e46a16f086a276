"""Bad inputs 1 to 31, 62 to 66 as far as reading and cleaning go; each test bears its number."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from recoupe.records import Article, Dropped
from recoupe.records.lines import write_line
from recoupe.rooms.clean import clean
from recoupe.rooms.read import read
from recoupe.rooms.read.pages.parser import PageParser

PROSE = [
    "Le préfet de la Vesle a fermé lundi le pont de Varsille après la découverte d'une fissure.",
    "« La sécurité d'abord », a-t-il déclaré devant la presse réunie à l'hôtel de ville.",
    "Le pont voit passer 1 900 camions par jour et sa rénovation coûtera 4 millions d'euros.",
    "Les habitants de Montbrun devront faire un détour d'une vingtaine de minutes par Corvans.",
]
TEXT = "Le pont de Varsille fermé aux camions\n\n" + "\n\n".join(PROSE)
PARAGRAPHS = "".join(f"<p>{p}</p>" for p in PROSE)
PAGE = f"<html><head><title>Le pont</title></head><body><article><h1>Le pont fermé</h1>{PARAGRAPHS}</article></body></html>"


def read_one(folder: Path, name: str, data: bytes | str) -> Article | Dropped:
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return next(iter(read([file])))


def read_article(folder: Path, name: str, data: bytes | str) -> Article:
    item = read_one(folder, name, data)
    assert isinstance(item, Article), item
    return item


def body_of(article: Article) -> str:
    (item,) = clean([article])
    assert isinstance(item, Article), item
    return "\n".join(span.cut(item.text) for span in item.body)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", TEXT + " « Été », dit-il… l’œuvre."),
        ("iso-8859-15", TEXT + " Il coûte 20 €."),
        ("utf-8-sig", TEXT),
        ("utf-16", TEXT),
        ("utf-16-le", TEXT),
        ("utf-16-be", TEXT),
    ],
)
def test_01_02_04_encodings(tmp_path: Path, encoding: str, text: str) -> None:
    assert read_article(tmp_path, "a.txt", text.encode(encoding)).text == text


def test_03_declared_utf8_but_cp1252(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="utf-8">').encode("cp1252")
    article = read_article(tmp_path, "a.html", page)
    assert "découverte" in article.text
    assert "charset_conflict" in article.notes


def test_05_mojibake_is_noted_and_kept(tmp_path: Path) -> None:
    text = TEXT.encode().decode("cp1252", "replace")
    article = read_article(tmp_path, "a.txt", text)
    assert article.text == text
    assert "mojibake" in article.notes


def test_06_control_characters(tmp_path: Path) -> None:
    article = read_article(tmp_path, "a.txt", TEXT + " a\x00b\x0bc\ufffe")
    assert "control_characters" in article.notes
    line = json.dumps({"text": TEXT + " \ud800 fin"})
    lone = read_article(tmp_path, "b.jsonl", line)
    assert "control_characters" in lone.notes
    assert lone.text.endswith("\ufffd fin")
    assert "\\ud800" not in write_line(lone)
    page = read_article(tmp_path, "c.html", PAGE.replace("fissure", "fis\x00sure"))
    assert "pont" in page.text


def test_07_08_13_marks_and_spaces_stay(tmp_path: Path) -> None:
    words = "Le cafe\u0301 du pont\u00a0: «\u202f12\u00a0%\u202f» 😀 dit-il."
    assert words in read_article(tmp_path, "a.txt", f"{TEXT}\n{words}").text
    page = PAGE.replace("</article>", f"<p>{words}</p></article>")
    assert words in read_article(tmp_path, "a.html", page).text


def test_10_11_12_tricks_are_noted(tmp_path: Path) -> None:
    text = TEXT + "\nLe M\u043ende \u202e" + "\u200b" * 8
    notes = read_article(tmp_path, "a.txt", text).notes
    assert {"mixed_scripts", "bidi_controls", "zero_width"} <= set(notes)


@pytest.mark.parametrize("unit", ["a", ".", "« ", "mot | "])
def test_14_a_line_of_two_megabytes(tmp_path: Path, unit: str) -> None:
    start = time.monotonic()
    item = read_one(tmp_path, "a.txt", TEXT + "\n" + unit * (2_000_000 // len(unit)))
    assert isinstance(item, Article)
    list(clean([item]))
    assert time.monotonic() - start < 20


@pytest.mark.parametrize("data", ["", " \n\t ", "Le pont fermé"])
def test_15_empty_or_title_only(tmp_path: Path, data: str) -> None:
    item = read_one(tmp_path, "a.txt", data)
    assert isinstance(item, Dropped)
    assert item.why.startswith("vide")


def test_16_to_20_active_content_is_not_text(tmp_path: Path) -> None:
    evil = (
        '<script>alert("x")</script><svg><set attributeName=href to="javascript:y()"></set><text>svgtexte</text></svg>'
        "<math><annotation-xml>mathtexte</annotation-xml></math><style>@import 'z'</style>"
        '<base href="//evil"><form action="//evil"></form><meta http-equiv=refresh content="0;//evil">'
    )
    text = read_article(tmp_path, "a.html", PAGE.replace("<h1>", evil + "<h1>")).text
    assert all(word not in text for word in ("alert", "svgtexte", "mathtexte", "import", "evil"))


def test_21_nesting(tmp_path: Path) -> None:
    deep = read_one(tmp_path, "a.html", "<div>" * 1000 + PARAGRAPHS)
    assert isinstance(deep, Article)
    assert PROSE[0] in deep.text
    start = time.monotonic()
    for depth in (20_000, 100_000):
        item = read_one(tmp_path, f"{depth}.html", "<div>" * depth + PARAGRAPHS)
        assert isinstance(item, Dropped)
        assert "imbriqués" in item.why
    assert time.monotonic() - start < 10


def test_21_a_page_that_takes_too_long_is_killed_and_the_next_is_read() -> None:
    parser = PageParser(time_limit_seconds=0.05)
    try:
        slow = parser.parse("<p>Un mot.</p>" * 150_000)
        assert isinstance(slow, str)
        assert "dépassé" in slow
        parser.time_limit_seconds = 9
        page = parser.parse(PAGE)
        assert not isinstance(page, str)
    finally:
        parser.close()


def test_22_a_large_page_is_read_without_the_engines(tmp_path: Path) -> None:
    article = read_article(
        tmp_path, "a.html", PAGE.replace("</article>", PARAGRAPHS * 6_000 + "</article>")
    )
    assert "engines_not_run" in article.notes


def test_23_a_huge_attribute(tmp_path: Path) -> None:
    item = read_one(tmp_path, "a.html", PAGE.replace("<h1>", f'<h1 title="{"x" * 5_000_000}">'))
    assert isinstance(item, Article | Dropped)


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display: none">SECRET</p>',
        "<p hidden>SECRET</p>",
        '<p aria-hidden="true">SECRET</p>',
        '<p class="sr-only">SECRET</p>',
        '<p class="cachee">SECRET</p>',
        '<p style="color:#fff;background:#fff">SECRET</p>',
        "<!-- SECRET -->",
        "<template><p>SECRET</p></template>",
        "<noscript>SECRET</noscript>",
    ],
)
def test_24_hidden_text(tmp_path: Path, hidden: str) -> None:
    page = PAGE.replace(
        "</head>", "<style>.cachee{display:none} @media print{.x{color:red}}</style></head>"
    )
    assert (
        "SECRET"
        not in read_article(tmp_path, "a.html", page.replace("</h1>", "</h1>" + hidden)).text
    )


@pytest.mark.parametrize(
    "text",
    [
        "403 Forbidden\nVous n'avez pas le droit d'accéder à cette page. Revenez plus tard ou écrivez au support du site.",
        "Le pont fermé\nLe préfet a fermé le pont lundi.\nLa suite de cet article est réservée aux abonnés.\nDéjà abonné ?",
        "Nous et nos partenaires déposons des cookies avec votre consentement pour mesurer l'audience.\nTout accepter\nRefuser",
    ],
)
def test_25_walls(tmp_path: Path, text: str) -> None:
    (item,) = clean([read_article(tmp_path, "a.txt", text)])
    assert isinstance(item, Dropped)
    assert item.why.startswith("mur")


def test_26_live_page(tmp_path: Path) -> None:
    entries = "\n".join(f"{hour}h{hour} – {PROSE[hour % 4]}" for hour in range(10, 20))
    (item,) = clean([read_article(tmp_path, "a.txt", f"DIRECT. Le pont de Varsille\n{entries}")])
    assert isinstance(item, Article)
    assert "direct" in item.notes
    assert all(not f.is_dropped for f in item.furniture)


def test_27_two_articles_in_a_page(tmp_path: Path) -> None:
    other = (
        "<article><h2>La gare de Corvans rouvre</h2>"
        + "<p>La gare de Corvans a rouvert mardi matin.</p>" * 20
        + "</article>"
    )
    first = PAGE.replace("</article>", PARAGRAPHS * 3 + "</article>" + other)
    (tmp_path / "a.html").write_text(first, encoding="utf-8")
    article, dropped = list(read([tmp_path / "a.html"]))
    assert isinstance(article, Article)
    assert isinstance(dropped, Dropped)
    assert "autre article" in dropped.why
    assert "gare" not in body_of(article)
    assert PROSE[0] in body_of(article)


def test_29_mhtml(tmp_path: Path) -> None:
    import quopri

    body = quopri.encodestring(PAGE.encode()).decode()
    data = (
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://phare.example/pont\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--b"\n\n----b\nContent-Type: text/html; charset=utf-8\n'
        f"Content-Transfer-Encoding: quoted-printable\n\n{body}\n----b--\n"
    )
    article = read_article(tmp_path, "a.mhtml", data)
    assert PROSE[0] in article.text
    assert article.outlet == "phare.example"


def test_30_one_cut_record_among_many(tmp_path: Path) -> None:
    rows = [json.dumps({"text": f"{TEXT} {n}", "title": f"Le pont {n}"}) for n in range(500)]
    rows[123] = rows[123][:40]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    items = list(read([tmp_path / "a.jsonl"]))
    dropped = [item for item in items if isinstance(item, Dropped)]
    assert len(items) - len(dropped) == 499
    assert dropped[0].source.endswith("a.jsonl:124")


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.pdf", b"%PDF-1.7 x"), ("a.docx", b"PK\x03\x04xx"), ("b.txt", b"%PDF-1.4")],
)
def test_31_other_formats(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(TEXT, encoding="utf-8")
    dropped, article = list(read([tmp_path]))
    assert isinstance(dropped, Dropped)
    assert dropped.why.startswith("format non pris en charge")
    assert isinstance(article, Article)


@pytest.mark.parametrize("date", ["1970-01-01T00:00:00Z", "2099-12-31", "mars"])
def test_36_dates_that_cannot_be(tmp_path: Path, date: str) -> None:
    meta = f'<meta property="article:published_time" content="{date}">'
    article = read_article(tmp_path, "a.html", PAGE.replace("<head>", "<head>" + meta))
    assert article.published is None
    assert "date_implausible" in article.notes


def test_62_just_after_midnight(tmp_path: Path) -> None:
    article = read_article(
        tmp_path, "a.txt", TEXT.replace("\n\n", "\nPublié le 29 mars 2026 à 00h05\n\n", 1)
    )
    assert article.published == "2026-03-29T00:05:00"


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("Une précédente version indiquait que le pont datait de 1910.", "rectificatif"),
        ("Satire", "satire"),
        ("Communiqué de presse", "communique"),
        ("Publi-rédactionnel", "publicite"),
    ],
)
def test_63_64_classes_are_noted(tmp_path: Path, line: str, note: str) -> None:
    (item,) = clean([read_article(tmp_path, "a.txt", f"{TEXT}\n{line}")])
    assert isinstance(item, Article)
    assert note in item.notes


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The bridge at Varsille was closed on Monday after engineers found a crack in the main arch, officials said. "
            * 3,
            "en",
        ),
        (TEXT, "fr"),
        (
            "Serret eo bet ar pont d'al Lun goude ma oa bet kavet ur skarr e-barzh ar volz vras, hervez ar prefed. "
            * 3,
            "br",
        ),
        (
            "El puente de Varsille fue cerrado el lunes después de que los ingenieros encontraran una grieta. "
            * 3,
            "es",
        ),
    ],
)
def test_65_languages(tmp_path: Path, text: str, language: str) -> None:
    assert read_article(tmp_path, "a.txt", text).language == language

"""Bad inputs 1 to 31, 62 to 66 as far as reading and cleaning go; each test bears its number."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.records import Article, Dropped, Sentence, Span, Token
from recoupe.records.lines import write_line
from recoupe.records.reason import give_reason
from recoupe.rooms.clean import clean
from recoupe.rooms.read import read
from recoupe.rooms.read.pages.parser import PageParser, ParsedPage
from recoupe.rooms.trace import trace

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


def test_01_cp1252_without_charset(tmp_path: Path) -> None:
    text = TEXT + " « Été », dit-il… l’œuvre."
    page = PAGE.replace("</article>", "<p>« Été », dit-il… l’œuvre.</p></article>")
    assert read_article(tmp_path, "a.txt", text.encode("cp1252")).text == text
    assert (
        "« Été », dit-il… l’œuvre." in read_article(tmp_path, "a.html", page.encode("cp1252")).text
    )


def test_02_latin_9_with_euro(tmp_path: Path) -> None:
    text = TEXT + " Il coûte 20 €."
    assert read_article(tmp_path, "a.txt", text.encode("iso-8859-15")).text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_04_utf_16_with_and_without_mark(tmp_path: Path, encoding: str) -> None:
    assert read_article(tmp_path, "a.txt", TEXT.encode(encoding)).text == TEXT


def test_03_declared_utf8_but_cp1252(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="utf-8">').encode("cp1252")
    article = read_article(tmp_path, "a.html", page)
    assert "découverte" in article.text
    assert "charset_conflict" in article.notes


def break_encoding(text: str) -> str:
    """UTF-8 read as Windows-1252, as careless exports do."""
    return "".join(bytes([byte]).decode("cp1252", "replace") for byte in text.encode())


def test_05_mojibake_is_noted_and_kept(tmp_path: Path) -> None:
    text = break_encoding(f"Le pont fermé après la crue\nPublié le 3 août 2026 à 10h15\n{TEXT}")
    article = read_article(tmp_path, "a.txt", text)
    assert article.text == text
    assert "mojibake" in article.notes
    assert article.title == break_encoding("Le pont fermé après la crue")
    assert article.published == "2026-08-03T10:15:00", "read in the repaired copy"


def test_05_mojibake_is_matched_by_a_repaired_copy() -> None:
    def parse(source: str, words: str) -> Article:
        tokens, at = [], 0
        for number, word in enumerate(words.split(" ")):
            tokens.append(Token(at, at + len(word), word, word, "NOUN", "dep", max(0, number - 1)))
            at += len(word) + 1
        whole = Span(0, len(words))
        return Article(source, words, language="fr", sentences=(Sentence(whole, tuple(tokens)),))

    right = parse("a", " ".join(f"forêt{n} récolté{n} gelée{n}" for n in range(30)))
    broken = parse("b", break_encoding(right.text))
    (origin,) = trace([right, broken])
    assert set(origin.articles) == {right.id, broken.id}
    (link,) = origin.links
    shown = link.source_spans if link.source == broken.id else link.target_spans
    assert shown[0].cut(broken.text).startswith("forÃª"), "the passage is shown as it is stored"


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


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Le cafe\u0301 du pont et le café du pont, dit-il.", id="07 NFD and NFC"),
        pytest.param(
            "Hausse\u00a0: «\u202f12\u00a0%\u202f», dit-il\u2009; puis rien.", id="08 narrow spaces"
        ),
        pytest.param("Le maire 😀 dit que « 𝕋out va bien ».", id="13 astral characters"),
    ],
)
def test_07_08_13_characters_stay_as_read(tmp_path: Path, words: str) -> None:
    assert words in read_article(tmp_path, "a.txt", f"{TEXT}\n{words}").text
    page = PAGE.replace("</article>", f"<p>{words}</p></article>")
    article = read_article(tmp_path, "a.html", page)
    assert words in article.text
    assert words in body_of(article)


@pytest.mark.parametrize("quote", ["«\u00a0Non\u00a0»", "“Non”", '"Non"', "‹ Non ›", "« Non"])
def test_09_quotation_marks_stay_as_read(tmp_path: Path, quote: str) -> None:
    words = f"Le maire a dit : {quote}, et il est parti."
    page = PAGE.replace("</article>", f"<p>{words}</p></article>")
    assert words in body_of(read_article(tmp_path, "a.html", page))


@pytest.mark.parametrize(
    ("words", "note"),
    [
        pytest.param("Le pré\u00adfet" + "\u200b" * 8, "zero_width", id="10"),
        pytest.param("Le maire \u202eeriam", "bidi_controls", id="11"),
        pytest.param("Le M\u043ende", "mixed_scripts", id="12"),
    ],
)
def test_10_11_12_tricks_are_noted_and_kept(tmp_path: Path, words: str, note: str) -> None:
    article = read_article(tmp_path, "a.txt", f"{TEXT}\n{words}")
    assert words in article.text
    assert note in article.notes
    assert note not in read_article(tmp_path, "b.txt", TEXT).notes


@pytest.mark.parametrize("unit", ["a", ".", "« ", "mot | ", "«a"])
def test_14_a_line_of_two_megabytes_is_set_aside(tmp_path: Path, unit: str) -> None:
    line = (unit * (2_000_000 // len(unit))).strip()
    (item,) = clean([read_article(tmp_path, "a.txt", f"{TEXT}\n{line}\n{PROSE[0]}")])
    assert isinstance(item, Article)
    assert "data_line" in item.notes
    assert sum(span.length_chars for span in item.body) < 2 * len(TEXT)
    assert sum(PROSE[0] in span.cut(item.text) for span in item.body) == 2


@pytest.mark.parametrize("data", ["", " \n\t ", "Le pont fermé"])
def test_15_empty_or_title_only(tmp_path: Path, data: str) -> None:
    item = read_one(tmp_path, "a.txt", data)
    assert isinstance(item, Dropped)
    assert item.why.startswith("vide")


@pytest.mark.parametrize(
    ("evil", "word"),
    [
        pytest.param('<script>alert("x")</script>', "alert", id="16 script"),
        pytest.param(
            '<img src=x onerror="alert(1)"><a href="javascript:alert(2)">lien</a>',
            "alert",
            id="16 handlers",
        ),
        pytest.param(
            '<script>var a = "</script><script>alert(1)";</script>',
            "alert",
            id="17 closed inside a string",
        ),
        pytest.param(
            '<svg><set attributeName=href to="javascript:y()"></set><text>dessin</text></svg>',
            "dessin",
            id="18 svg",
        ),
        pytest.param(
            "<math><annotation-xml>formule</annotation-xml></math>", "formule", id="18 mathml"
        ),
        pytest.param("<style>@import 'evil.css'</style>", "import", id="19 style"),
        pytest.param(
            '<base href="//evil"><form action="//evil"></form>', "evil", id="20 base and form"
        ),
        pytest.param('<meta http-equiv=refresh content="0;//evil">', "evil", id="20 refresh"),
    ],
)
def test_16_to_20_active_content_is_not_text(tmp_path: Path, evil: str, word: str) -> None:
    article = read_article(tmp_path, "a.html", PAGE.replace("<h1>", evil + "<h1>"))
    assert word not in article.text
    assert PROSE[0] in article.text


def test_21_a_thousand_nested_elements_are_read(tmp_path: Path) -> None:
    deep = read_article(tmp_path, "a.html", "<div>" * 1000 + PARAGRAPHS)
    assert PROSE[0] in body_of(deep)


@pytest.mark.parametrize("markup", ["<div>" * 20_000, "<div>" * 100_000, "<div></b>" * 100_000])
def test_21_deeper_nesting_is_refused(tmp_path: Path, markup: str) -> None:
    item = read_one(tmp_path, "a.html", markup + PARAGRAPHS)
    assert isinstance(item, Dropped)
    assert "imbriqués" in item.why


def test_21_a_page_that_takes_too_long_is_killed_and_the_next_is_read() -> None:
    parser = PageParser(time_limit_seconds=0.05)
    try:
        slow = parser.parse("<p>Un mot.</p>" * 150_000)
        assert slow == give_reason("page_too_slow", seconds=0.05)
        parser.time_limit_seconds = 9
        page = parser.parse(PAGE)
        assert isinstance(page, ParsedPage)
    finally:
        parser.close()


def test_22_a_large_page_is_read_without_the_engines(tmp_path: Path) -> None:
    article = read_article(
        tmp_path, "a.html", PAGE.replace("</article>", PARAGRAPHS * 6_000 + "</article>")
    )
    assert "engines_not_run" in article.notes


def test_22_of_two_hundred_thousand_paragraphs_the_first_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(
        PAGE.replace("</article>", PARAGRAPHS * 50_000 + "</article>"), encoding="utf-8"
    )
    article, rest = read([file])
    assert isinstance(article, Article)
    assert {"page_cut", "engines_not_run"} <= set(article.notes)
    assert PROSE[0] in article.text
    assert isinstance(rest, Dropped)
    assert rest.why.startswith("page coupée")


def test_23_an_attribute_of_five_megabytes(tmp_path: Path) -> None:
    page = PAGE.replace("<h1>", f'<h1 title="{"x" * 5_000_000}">')
    assert PROSE[0] in body_of(read_article(tmp_path, "a.html", page))


def test_23_a_million_attributes(tmp_path: Path) -> None:
    many = " ".join(f"a{n}=b" for n in range(1_000_000))
    item = read_one(tmp_path, "a.html", PAGE.replace("<h1>", f"<h1 {many}>"))
    assert isinstance(item, Dropped)
    assert "attributs" in item.why


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


def make_live_page(times: list[str], published: str) -> str:
    entries = "\n".join(f"{at} – {PROSE[n % 4]}" for n, at in enumerate(times))
    return (
        f"DIRECT. Le pont de Varsille\nPublié le {published}\n{entries}\nPartager\nMentions légales"
    )


def test_26_a_live_page_of_eighty_entries(tmp_path: Path) -> None:
    times = [f"{20 - n // 6}h{55 - n % 6 * 10:02d}" for n in range(80)]
    text = make_live_page(times, "10 mars 2026 à 21h00")
    (item,) = clean([read_article(tmp_path, "a.txt", text)])
    assert isinstance(item, Article)
    assert "direct" in item.notes
    assert len(item.entries) == 80
    assert item.entries[0].published == "2026-03-10T20:55:00"
    assert item.entries[79].published == "2026-03-10T07:45:00"
    assert item.entries[0].span.cut(item.text) == f"20h55 – {PROSE[0]}"
    assert item.entries[79].span.cut(item.text) == f"7h45 – {PROSE[79 % 4]}"


@pytest.mark.parametrize(
    ("times", "published", "dates"),
    [
        pytest.param(
            ["22h", "23h", "0h", "1h"],
            "10 mars 2026 à 21h50",
            ["10", "10", "11", "11"],
            id="oldest first",
        ),
        pytest.param(
            ["1h", "0h", "23h", "22h"],
            "11 mars 2026 à 01h10",
            ["11", "11", "10", "10"],
            id="newest first",
        ),
        pytest.param(["1h", "0h", "23h", "22h"], "11 mars 2026", None, id="the page gives no time"),
    ],
)
def test_26_entries_around_midnight(
    tmp_path: Path, times: list[str], published: str, dates: list[str] | None
) -> None:
    text = make_live_page([f"{at}05" for at in times], published)
    (item,) = clean([read_article(tmp_path, "a.txt", text)])
    assert isinstance(item, Article)
    found = [entry.published and entry.published[8:10] for entry in item.entries]
    assert found == (dates if dates is not None else [None, None, None, None])


def test_26_timed_teasers_are_no_live_page(tmp_path: Path) -> None:
    teasers = "\n".join(f"{hour}:12 Football. Le club de Corvans battu" for hour in range(10, 20))
    (item,) = clean([read_article(tmp_path, "a.txt", f"{TEXT}\nL'actualité en continu\n{teasers}")])
    assert isinstance(item, Article)
    assert item.entries == ()
    assert "direct" not in item.notes


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


def test_27_the_article_that_bears_the_title_is_the_main_one(tmp_path: Path) -> None:
    other = (
        "<article><h2>La gare de Corvans rouvre</h2>"
        + "<p>La gare de Corvans a rouvert mardi matin.</p>" * 20
        + "</article>"
    )
    page = PAGE.replace("<title>Le pont", "<title>Le pont fermé - Le Phare")
    page = page.replace("<article>", other + "<article>").replace(
        "</article></body>", PARAGRAPHS * 3 + "</article></body>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    article, dropped = read([tmp_path / "a.html"])
    assert isinstance(article, Article)
    assert isinstance(dropped, Dropped)
    assert dropped.why.endswith("La gare de Corvans rouvre")
    assert "gare" not in body_of(article)


def test_27_related_links_and_repeated_captions_are_no_article(tmp_path: Path) -> None:
    caption = "<figure><img src=x><figcaption>Le pont vu de la rive, lundi.</figcaption></figure>"
    related = (
        "<h3>À lire aussi</h3><ul><li><a href=/a>La gare de Corvans rouvre enfin ses portes</a></li>"
        "<li><a href=/b>Un nouveau bac pour traverser la Vesle</a></li></ul>"
    )
    page = PAGE.replace("</h1>", f"</h1>{caption}").replace(
        "</article>", f"{caption}{related}</article>"
    )
    body = body_of(read_article(tmp_path, "a.html", page))
    assert "vu de la rive" not in body
    assert "Corvans rouvre" not in body
    assert all(sentence in body for sentence in PROSE)


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


def test_30_one_cut_record_among_many_lines(tmp_path: Path) -> None:
    rows = [json.dumps({"text": f"{TEXT} {n}", "title": f"Le pont {n}"}) for n in range(500)]
    rows[123] = rows[123][:40]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    items = list(read([tmp_path / "a.jsonl"]))
    dropped = [item for item in items if isinstance(item, Dropped)]
    assert len(items) - len(dropped) == 499
    assert dropped[0].source.endswith("a.jsonl:124")


def make_export(count: int) -> list[str]:
    return [
        f"""<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Phare, no. {n}</span></div>
<span class="DocHeader">Régions, mardi 10 mars 2026 743 mots, p. {n}</span>
<div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">Le pont numéro {n} fermé aux camions</p></div>
<p class="sm-margin-bottomNews">Jeanne Roy</p></header>
<section><div class="DocText clearfix">{PARAGRAPHS}<p>Dossier {n}.</p></div></section>
<aside>Note(s) : Illustration.</aside><footer>© 2026 Le Phare. Tous droits réservés. <div class="publiC-lblNodoc">news·{n}</div></footer></article>
"""
        for n in range(1, count + 1)
    ]


@pytest.mark.parametrize(
    ("number", "cut"),
    [
        pytest.param(124, lambda piece: piece[:700], id="in the middle"),
        pytest.param(500, lambda piece: piece[:900], id="at the end"),
        pytest.param(7, lambda piece: piece.replace("DocText", "Rest"), id="without its text"),
    ],
)
def test_30_an_export_with_one_cut_article(
    tmp_path: Path, number: int, cut: Callable[[str], str]
) -> None:
    pieces = make_export(500)
    pieces[number - 1] = cut(pieces[number - 1])
    file = tmp_path / "export.html"
    file.write_text(f"<html><body>{''.join(pieces)}</body></html>", encoding="utf-8")
    items = list(read([file]))
    (dropped,) = [item for item in items if isinstance(item, Dropped)]
    assert len(items) == 500
    assert dropped.source.endswith(f"export.html#{number}")
    assert "tronqué" in dropped.why


def test_30_fields_of_an_export(tmp_path: Path) -> None:
    file = tmp_path / "export.html"
    file.write_text(f"<html><body>{make_export(1)[0]}</body></html>", encoding="utf-8")
    (article,) = read([file])
    assert isinstance(article, Article)
    assert (article.outlet, article.published, article.byline) == (
        "Le Phare",
        "2026-03-10",
        "Jeanne Roy",
    )
    assert article.title == "Le pont numéro 1 fermé aux camions"
    body = body_of(article)
    assert all(sentence in body for sentence in PROSE)
    assert "droits" not in body
    assert "743 mots" not in body


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7 x"),
        ("a.docx", b"PK\x03\x04xx"),
        ("a.doc", b"\xd0\xcf\x11\xe0xx"),
        ("b.txt", b"%PDF-1.4"),
        ("c.html", b"\xef\xbb\xbf\n%PDF-1.4"),
        ("d.jsonl", b"PK\x03\x04xx"),
    ],
)
def test_31_other_formats(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(TEXT, encoding="utf-8")
    dropped, article = list(read([tmp_path]))
    assert isinstance(dropped, Dropped)
    assert dropped.why.startswith("format non pris en charge")
    assert "\u00a0: " in dropped.why, "a hint follows"
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

"""A report given back: the same articles, or a line that says why not."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.records import Article, Dossier, Dropped, PublishedFrom, pack_texts, unpack_texts
from recoupe.rooms.read import read
from recoupe.rooms.report import report

ONE = Article(
    "textes/une.txt",
    "La criée de Port-Hérault rouvre.\r\n\r\n« Enfin », a dit <b>la mareyeuse</b> Odile Quéméner.\u202e\x00 ",
    outlet="Le Guet",
    title="La criée rouvre </script>",
    published="2031-03-04T08:00:00",
    published_from=PublishedFrom.METADATA,
    language="fr",
    also_at=("https://le-guet.example/criee",),
    notes=("bidi_controls", "control_characters"),
)
OTHER = Article(
    "textes/deux.txt", "Le port a compté \ud83d\udc1f douze chalutiers lundi.", language="fr"
)


def write(folder: Path, page: str) -> Path:
    file = folder / "rapport.html"
    file.write_text(page, "utf-8", "surrogatepass", newline="")
    return file


def make_page(*articles: Article) -> str:
    return report(Dossier(articles, ()), "html")


def test_the_articles_of_a_report_come_back_as_they_were_read(tmp_path: Path) -> None:
    assert list(read([write(tmp_path, make_page(ONE, OTHER))])) == [ONE, OTHER]


def test_a_text_that_was_changed_is_left_out_and_the_others_read(tmp_path: Path) -> None:
    changed = make_page(ONE, OTHER).replace(
        pack_texts([ONE.text, OTHER.text]), pack_texts([ONE.text + " Non.", OTHER.text])
    )
    dropped, kept = list(read([write(tmp_path, changed)]))
    assert isinstance(dropped, Dropped)
    assert dropped.source.endswith("rapport.html#1")
    assert kept == OTHER


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"format":"recoupe-dossier"', '"format":"autre"'),
        ('"articles":[', '"sans":['),
        (pack_texts([OTHER.text]), pack_texts([OTHER.text])[:40]),
        (pack_texts([OTHER.text]), "AAAA"),
        ('id="dossier">{', 'id="dossier">' + "[" * 100_000),
    ],
)
def test_a_broken_report_is_named(tmp_path: Path, old: str, new: str) -> None:
    page = make_page(OTHER)
    assert old in page
    (dropped,) = read([write(tmp_path, page.replace(old, new))])
    assert isinstance(dropped, Dropped)
    assert "rapport illisible" in dropped.why


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("published", "hier"),
        ("published_from", "oracle"),
        ("language", "../../fr"),
        ("also_at", "https://le-guet.example/"),
        ("notes", [{"a": 1}, "<script>"]),
    ],
)
def test_a_field_that_cannot_be_is_not_taken(tmp_path: Path, field: str, value: object) -> None:
    written = getattr(ONE, field)
    old = json.dumps(list(written) if isinstance(written, tuple) else written).replace(", ", ",")
    page = make_page(ONE)
    assert f'"{field}":{old}' in page
    page = page.replace(f'"{field}":{old}', f'"{field}":{json.dumps(value)}')
    (read_back,) = read([write(tmp_path, page)])
    expected = {
        "published": replace(ONE, published=None, published_from=None),
        "published_from": replace(ONE, published_from=None),
        "language": replace(ONE, language=None),  # so short a text is of no language
        "also_at": replace(ONE, also_at=()),
        "notes": replace(ONE, notes=()),
    }
    assert read_back == expected[field]


def test_texts_that_swell_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recoupe.records.packed_texts.LARGEST_UNPACKED_BYTES", 1000)
    with pytest.raises(ValueError, match="too large"):
        unpack_texts(pack_texts(["a" * 2000]))

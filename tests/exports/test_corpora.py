"""Corpora for TXM as lxml and pandas read them, and for IRaMuTeQ as its own rules cut them."""

from __future__ import annotations

import io
import re
import zipfile

import pandas as pd
import pytest
from lxml import etree

from recoupe.exports import export
from recoupe.exports.body_text import cut_paragraphs
from recoupe.exports.clean_characters import clean_characters
from recoupe.exports.write_iramuteq import fold_value
from recoupe.records import Article, Dossier, Furniture, FurnitureKind, Span

NAMES = {"t": "http://www.tei-c.org/ns/1.0"}


def read_txm(content: bytes) -> tuple[pd.DataFrame, dict[str, etree._Element]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        metadata = pd.read_csv(archive.open("metadata.csv"), dtype=str, keep_default_na=False)
        texts = {
            name.removesuffix(".xml"): etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith(".xml")
        }
    return metadata, texts


def test_txm_has_a_row_of_metadata_for_each_text(either: Dossier) -> None:
    metadata, texts = read_txm(export(either, "txm"))
    assert metadata.columns[0] == "id"
    assert metadata["id"].tolist() == list(texts) == [article.id for article in either.articles]
    stories = {key: story.id for story in either.stories for key in story.articles}
    assert metadata["story"].tolist() == [stories[key] for key in texts]


def test_tei_paragraphs_are_the_text_letter_for_letter(either: Dossier) -> None:
    _, texts = read_txm(export(either, "txm"))
    for article in either.articles:
        paragraphs = texts[article.id].findall("t:text/t:body/t:p", NAMES)
        assert paragraphs
        for paragraph in paragraphs:
            start, end = map(int, paragraph.get("n").split(":"))
            assert paragraph.text == clean_characters(article.text[start:end])


def test_tei_says_where_a_text_comes_from(sample: Dossier) -> None:
    _, texts = read_txm(export(sample, "txm"))
    for article in sample.articles:
        header = texts[article.id].find("t:teiHeader", NAMES)
        assert header.find(".//t:publisher", NAMES).text == article.outlet
        assert header.find(".//t:date", NAMES).get("when") == article.published
        assert header.find(".//t:idno", NAMES).text == f"urn:recoupe:article:{article.id}"


def test_iramuteq_has_a_line_of_variables_for_each_text(either: Dossier) -> None:
    text = export(either, "iramuteq").decode()
    heads = [line for line in text.splitlines() if line.startswith("****")]
    assert len(heads) == len(either.articles)
    for head, article in zip(heads, either.articles, strict=True):
        assert re.fullmatch(r"\*{4}( \*[a-z]+_[a-z0-9]+)+", head)
        assert f"*art_{article.id} " in head


def test_iramuteq_keeps_words_and_drops_what_it_would_obey(either: Dossier) -> None:
    text = export(either, "iramuteq").decode()
    corpus = [
        part.splitlines() for part in re.split(r"^\*\*\*\* .*\n", text, flags=re.MULTILINE)[1:]
    ]
    for lines, article in zip(corpus, either.articles, strict=True):
        assert not [line for line in lines if set(line) & set("*$^")]
        words = re.findall(r"\w+", " ".join(lines))
        body = " ".join(span.cut(article.text) for span in cut_paragraphs(article))
        assert words == re.findall(r"\w+", body)


def test_corpora_hold_no_furniture() -> None:
    text = "Menu\r\n\r\n Un pont.\n \nLire aussi\nDeux ponts."
    menu = Furniture(Span(0, 4), FurnitureKind.NAVIGATION)
    more = Furniture(Span(text.index("Lire"), text.index("Deux")), FurnitureKind.RELATED)
    article = Article("a.txt", text, furniture=(menu, more))
    assert [span.cut(text) for span in cut_paragraphs(article)] == ["Un pont.", "Deux ponts."]
    corpus = export(Dossier((article,), ()), "iramuteq").decode()
    assert corpus.splitlines()[1:] == ["Un pont.", "Deux ponts."]
    assert "*media_inconnu" in corpus


@pytest.mark.parametrize(
    ("value", "folded"),
    [("Le Courrier – Z", "lecourrierz"), ("Œuvre ÉTÉ", "oeuvreete"), (None, "inconnu")],
)
def test_values_are_folded(value: str | None, folded: str) -> None:
    assert fold_value(value) == folded

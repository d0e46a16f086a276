"""References as rispy, bibtexparser and a plain JSON reader see them."""

from __future__ import annotations

import json

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware

from recoupe.exports import export
from recoupe.exports.citations import cite_articles
from recoupe.exports.write_bibtex import escape_latex
from recoupe.records import Dossier


def test_csl_says_what_is_known_and_no_more(either: Dossier) -> None:
    items = json.loads(export(either, "csl"))
    cited = list(cite_articles(either))
    assert [item["id"] for item in items] == [citation.key for citation in cited]
    for item, citation in zip(items, cited, strict=True):
        assert item["type"] == "article-newspaper"
        assert item.get("title") == citation.title
        assert item.get("container-title") == citation.outlet
        assert item.get("URL") == citation.url
        assert item.get("author", [{}])[0].get("literal") == citation.author
        parts = item.get("issued", {}).get("date-parts", [None])[0]
        assert parts == (list(citation.date) if citation.date else None)


def test_bibtex_is_read_back_whole(either: Dossier) -> None:
    text = export(either, "bibtex").decode()
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    cited = list(cite_articles(either))
    assert [entry.key for entry in library.entries] == [citation.key for citation in cited]
    for entry, citation in zip(library.entries, cited, strict=True):
        fields = {key: field.value for key, field in entry.fields_dict.items()}
        # The decoder has no words for braces.
        title = (citation.title or "").translate({ord("{"): None, ord("}"): None})
        assert fields.get("title", "").strip("{}") == title
        assert fields.get("journal") == citation.outlet


def test_bibtex_keeps_addresses_as_they_are(either: Dossier) -> None:
    library = parse_string(export(either, "bibtex").decode())
    urls = [entry.get("url") for entry in library.entries]
    assert [url.value if url else None for url in urls] == [c.url for c in cite_articles(either)]


@pytest.mark.parametrize("text", ["{", "}", "\\", "a_b^c~d", "100 % & #1 $x$", "œuvre – « été »"])
def test_latex_prints_what_was_written(text: str) -> None:
    source = f"@article{{k,\n title = {{{{{escape_latex(text)}}}}},\n note = {{fin}},\n}}\n"
    library = parse_string(source)
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry["note"] == "fin"


def test_ris_is_read_back_whole(either: Dossier) -> None:
    records = rispy.loads(export(either, "ris").decode())
    cited = list(cite_articles(either))
    assert len(records) == len(cited)
    for record, citation in zip(records, cited, strict=True):
        assert record["type_of_reference"] == "NEWS"
        assert record["id"] == citation.key
        assert record.get("title") == citation.title
        assert record.get("secondary_title") == citation.outlet
        assert record.get("urls", [None])[0] == citation.url
        assert record.get("authors", [None])[0] == citation.author
        assert record.get("year") == (f"{citation.date[0]:04}" if citation.date else None)

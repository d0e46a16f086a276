"""The articles as a corpus for TXM: TEI with a table of metadata."""

from __future__ import annotations

from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from recoupe.exports.body_text import cut_paragraphs
from recoupe.exports.clean_characters import clean_characters
from recoupe.exports.headings import Headings
from recoupe.exports.look_up import Lookup, find_web_address, make_urn
from recoupe.exports.tables import Table
from recoupe.exports.write_csv import write_table
from recoupe.exports.zip_files import zip_files
from recoupe.records import Article, Dossier

TEI = "http://www.tei-c.org/ns/1.0"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_E = ElementMaker(namespace=TEI, nsmap={None: TEI})
_COLUMNS = ("id", "outlet", "published", "title", "byline", "story", "origin", "language")


def write_txm(dossier: Dossier, headings: Headings) -> bytes:  # noqa: ARG001
    """A zip of one TEI file for each article and `metadata.csv`, for the import XML-TEI Zero.

    The `id` of the table is the name of the file without its end, as TXM wants it. Page furniture
    is left out; `n` of a paragraph is the start and end of its words in the article's text.

    Source: TEI P5; TXM manual, « Importer un corpus », metadata.csv.
    """
    lookup = Lookup(dossier)
    files = {"metadata.csv": write_table(_list_metadata(lookup), Headings())}
    files.update((f"{article.id}.xml", write_tei(article)) for article in dossier.articles)
    return zip_files(files)


def write_tei(article: Article) -> bytes:
    """An article as a TEI document."""
    title = _E.titleStmt(_E.title(_flatten(article.title or article.source)))
    if article.byline:
        title.append(_E.author(_flatten(article.byline)))
    source = find_web_address(article) or article.source
    described = _E.sourceDesc(_E.bibl(_E.ref(target=_flatten(source))))
    header = _E.teiHeader(_E.fileDesc(title, _write_publication(article), described))
    body = _E.body(
        *(
            _E.p(clean_characters(span.cut(article.text)), n=f"{span.start}:{span.end}")
            for span in cut_paragraphs(article)
        )
    )
    text = _E.text(body)
    if article.language:
        text.set(_LANG, article.language)
    return bytes(etree.tostring(_E.TEI(header, text), encoding="UTF-8", xml_declaration=True))


def _write_publication(article: Article) -> Any:
    identity = _E.idno(make_urn("article", article.id))
    # TEI wants somebody who publishes before a date and a number, or plain words.
    if not article.outlet:
        return _E.publicationStmt(_E.p(identity))
    made = _E.publicationStmt(_E.publisher(_flatten(article.outlet)))
    if article.published:
        made.append(_E.date(when=article.published))
    made.append(identity)
    return made


def _flatten(text: str) -> str:
    return " ".join(clean_characters(text).split())


def _list_metadata(lookup: Lookup) -> Table:
    rows = []
    for article in lookup.dossier.articles:
        story, origin = lookup.stories.get(article.id), lookup.origins.get(article.id)
        rows.append(
            {
                "id": article.id,
                "outlet": article.outlet,
                "published": article.published[:10] if article.published else None,
                "title": _flatten(article.title) if article.title else None,
                "byline": article.byline,
                "story": story.id if story else None,
                "origin": origin.id if origin else None,
                "language": article.language,
            }
        )
    return Table("metadata", _COLUMNS, tuple(rows))

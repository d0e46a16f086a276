"""References to the articles as CSL-JSON."""

from __future__ import annotations

from typing import Any

from recoupe.exports.citations import Citation, cite_articles
from recoupe.exports.headings import Headings
from recoupe.exports.write_json import write_json
from recoupe.records import Dossier


def write_csl(dossier: Dossier, headings: Headings) -> bytes:  # noqa: ARG001
    """A list of items for citation processors; an author line stays one literal name.

    Source: CSL-JSON schema 1.0.
    """
    return write_json([_make_item(citation) for citation in cite_articles(dossier)])


def _make_item(citation: Citation) -> dict[str, Any]:
    known = {
        "title": citation.title,
        "author": [{"literal": citation.author}] if citation.author else None,
        "container-title": citation.outlet,
        "issued": {"date-parts": [list(citation.date)]} if citation.date else None,
        "URL": citation.url,
        "language": citation.language,
    }
    made = {key: value for key, value in known.items() if value}
    return {"id": citation.key, "type": "article-newspaper", **made}

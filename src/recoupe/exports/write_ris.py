"""References to the articles as RIS."""

from __future__ import annotations

from recoupe.exports.citations import Citation, cite_articles
from recoupe.exports.headings import Headings
from recoupe.records import Dossier


def write_ris(dossier: Dossier, headings: Headings) -> bytes:  # noqa: ARG001
    """One record of type NEWS for each article, UTF-8, lines ended with CR and LF."""
    records = (_write_record(citation) for citation in cite_articles(dossier))
    return "\r\n".join(records).encode("utf-8")


def _write_record(citation: Citation) -> str:
    date = citation.date
    lines = [
        ("TY", "NEWS"),
        ("ID", citation.key),
        ("TI", citation.title),
        ("AU", citation.author),
        ("T2", citation.outlet),
        ("PY", f"{date[0]:04}" if date else None),
        ("DA", f"{date[0]:04}/{date[1]:02}/{date[2]:02}/" if date else None),
        ("UR", citation.url),
        ("LA", citation.language),
    ]
    written = "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value)
    return f"{written}ER  - \r\n"

"""What kind of file some bytes are, from their name and their first bytes."""

from __future__ import annotations

import json
from enum import StrEnum

_SNIFF_BYTES = 2048


class FileKind(StrEnum):
    """How a file is read."""

    TEXT = "text"
    PAGE = "page"
    MHTML = "mhtml"
    LINES = "lines"
    UNKNOWN = "unknown"


BY_SUFFIX = {
    ".txt": FileKind.TEXT,
    ".text": FileKind.TEXT,
    ".md": FileKind.TEXT,
    ".html": FileKind.PAGE,
    ".htm": FileKind.PAGE,
    ".xhtml": FileKind.PAGE,
    ".mhtml": FileKind.MHTML,
    ".mht": FileKind.MHTML,
    ".jsonl": FileKind.LINES,
    ".ndjson": FileKind.LINES,
}

# First bytes of files that are not read, with what to do about them.
_FOREIGN = (
    (b"%PDF-", "PDF", "enregistrez la page de l'article en .html ou son texte en .txt"),
    (
        b"PK\x03\x04",
        "DOCX, ODT ou ZIP",
        "enregistrez le document en texte (.txt) ou décompressez-le",
    ),
    (b"\xd0\xcf\x11\xe0", "DOC", "enregistrez le document en texte (.txt)"),
    (b"{\\rtf", "RTF", "enregistrez le document en texte (.txt)"),
    (b"\x1f\x8b", "GZIP", "décompressez le fichier"),
    (b"\x89PNG", "image PNG", "donnez le texte de l'article, non son image"),
    (b"\xff\xd8\xff", "image JPEG", "donnez le texte de l'article, non son image"),
    (b"GIF8", "image GIF", "donnez le texte de l'article, non son image"),
    (b"WARC/", "WARC", "donnez les pages elles-mêmes en .html"),
)


def describe_foreign(data: bytes) -> str | None:
    """Why a file of a known foreign format is not read, in French; None where it is none.

    Example:
        >>> describe_foreign(b"%PDF-1.7")[:24]
        'format non pris en charg'
        >>> describe_foreign("Été".encode())
    """
    head = data[:_SNIFF_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")
    for start, name, hint in _FOREIGN:
        if head.startswith(start):
            return f"format non pris en charge ({name}) : {hint}"
    return None


def sniff_kind(data: bytes) -> FileKind:
    """The kind of some bytes without a telling name: a page, lines of JSON, or text."""
    head = data[:_SNIFF_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"from: <saved by", b"mime-version:")) or b"multipart/related" in head:
        return FileKind.MHTML
    if head.startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<!--")):
        return FileKind.PAGE
    if head.startswith(b"{"):
        line = data.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
        try:
            json.loads(line)
        except ValueError:
            return FileKind.TEXT
        return FileKind.LINES
    return FileKind.TEXT


def choose_kind(suffix: str, data: bytes) -> FileKind:
    """The kind by the file's suffix; a page saved as .txt and the like is known by its bytes."""
    kind = BY_SUFFIX.get(suffix.lower())
    sniffed = sniff_kind(data)
    if kind in {FileKind.TEXT, FileKind.PAGE} and sniffed in {FileKind.PAGE, FileKind.MHTML}:
        return sniffed
    return kind if kind is not None else FileKind.UNKNOWN

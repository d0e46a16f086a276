"""What kind of file some bytes are, from their name and their first bytes."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import PurePosixPath

from recoupe.records.reason import Reason, give_reason

_SNIFF_BYTES = 2048
# The list of what is in an office document stands at its end and is some kilobytes long.
_DIRECTORY_BYTES = 16_384


class FileKind(StrEnum):
    """How a file is read."""

    TEXT = "text"
    PAGE = "page"
    MHTML = "mhtml"
    LINES = "lines"
    CSV = "csv"
    WORKBOOK = "workbook"
    ZIP = "zip"
    WARC = "warc"
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
    ".csv": FileKind.CSV,
    ".tsv": FileKind.CSV,
    ".xlsx": FileKind.WORKBOOK,
    ".zip": FileKind.ZIP,
    ".wacz": FileKind.ZIP,
    ".warc": FileKind.WARC,
    ".warc.gz": FileKind.WARC,
}
# Kinds that hold files or pages; they are read as streams, since they may be large.
ARCHIVE_KINDS = frozenset({FileKind.ZIP, FileKind.WARC})
STREAM_KINDS = ARCHIVE_KINDS | {FileKind.WORKBOOK}

# First bytes of files that are not read, with the reason.
_FOREIGN = (
    (b"%PDF-", Reason("format_pdf")),
    (b"PK\x03\x04", Reason("format_package")),
    (b"\xd0\xcf\x11\xe0", give_reason("format_document", name="DOC")),
    (b"{\\rtf", give_reason("format_document", name="RTF")),
    (b"\x1f\x8b", Reason("format_gzip")),
    (b"\x89PNG", give_reason("format_image", name="PNG")),
    (b"\xff\xd8\xff", give_reason("format_image", name="JPEG")),
    (b"GIF8", give_reason("format_image", name="GIF")),
)


def find_suffix(name: str) -> str:
    """The suffix that tells the kind, lower case; of two joined ones the pair.

    Example:
        >>> find_suffix("une.HTML"), find_suffix("crawl.warc.gz"), find_suffix("notes.old.txt")
        ('.html', '.warc.gz', '.txt')
    """
    suffixes = [suffix.lower() for suffix in PurePosixPath(name).suffixes]
    pair = "".join(suffixes[-2:])
    return pair if pair in BY_SUFFIX else (suffixes or [""])[-1]


def describe_foreign(data: bytes) -> Reason | None:
    """Why a file of a known foreign format is not read; None where it is none.

    Example:
        >>> describe_foreign(b"%PDF-1.7").code
        'format_pdf'
        >>> describe_foreign("Été".encode())
    """
    head = data[:_SNIFF_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")
    return next((reason for start, reason in _FOREIGN if head.startswith(start)), None)


def sniff_kind(data: bytes) -> FileKind:
    """The kind of some bytes without a telling name: a page, lines of JSON, or text."""
    if data.startswith(b"WARC/"):
        return FileKind.WARC
    if data.startswith(b"PK\x03\x04"):
        return _name_package(data)
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


def _name_package(data: bytes) -> FileKind:
    """What a ZIP file holds: a workbook, a document of an office, or files."""
    head = data[:_SNIFF_BYTES]
    if b"mimetypeapplication/vnd.oasis" in head or b"word/" in data[-_DIRECTORY_BYTES:]:
        return FileKind.UNKNOWN
    return FileKind.WORKBOOK if b"xl/workbook" in data[-_DIRECTORY_BYTES:] else FileKind.ZIP


def choose_kind(suffix: str, data: bytes) -> FileKind:
    """The kind by the file's suffix; a page saved as .txt and the like is known by its bytes."""
    kind = BY_SUFFIX.get(suffix.lower())
    sniffed = sniff_kind(data)
    if kind in {FileKind.TEXT, FileKind.PAGE} and sniffed in {FileKind.PAGE, FileKind.MHTML}:
        return sniffed
    return kind if kind is not None else FileKind.UNKNOWN

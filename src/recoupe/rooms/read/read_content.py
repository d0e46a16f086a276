"""The bytes of one file or page to articles, by the kind they are of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recoupe.language.reasons import leave_out
from recoupe.records import Article, Dropped
from recoupe.records.reason import Reason, give_reason
from recoupe.rooms.read.catalogue import Given
from recoupe.rooms.read.decode import Decoded, decode
from recoupe.rooms.read.file_kinds import FileKind, describe_foreign, sniff_kind
from recoupe.rooms.read.iso_dates import read_iso
from recoupe.rooms.read.make_article import Told, make_article
from recoupe.rooms.read.read_europresse import is_europresse, read_europresse
from recoupe.rooms.read.read_lines import read_lines
from recoupe.rooms.read.read_mhtml import extract_page
from recoupe.rooms.read.read_pages import read_page
from recoupe.rooms.read.read_report import is_report, read_report
from recoupe.rooms.read.read_tables import read_csv

_BY_MEDIA_TYPE = {
    "text/html": FileKind.PAGE,
    "application/xhtml+xml": FileKind.PAGE,
    "text/plain": FileKind.TEXT,
    "multipart/related": FileKind.MHTML,
    "": FileKind.UNKNOWN,
    "application/octet-stream": FileKind.UNKNOWN,
}


def read_content(
    source: str,
    data: bytes,
    *,
    url: str | None = None,
    media_type: str = "",
    charset: str | None = None,
    published: str | None = None,
) -> Iterator[Article | Dropped]:
    """The articles of a page that a server gave, and what was left out of it.

    Args:
        source: What the articles are kept under.
        data: The body of the answer.
        url: Where it comes from.
        media_type: What the server calls it, lower case, without parameters.
        charset: The encoding that the server names.
        published: ISO 8601 date for articles of which no date is known otherwise.
    """
    kind = _BY_MEDIA_TYPE.get(media_type)
    if kind is None:
        yield leave_out(source, "read", give_reason("format_of_answer", media_type=media_type[:80]))
        return
    sniffed = sniff_kind(data)
    if kind is FileKind.UNKNOWN or sniffed is FileKind.PAGE:
        kind = FileKind.TEXT if sniffed is FileKind.LINES else sniffed
    yield from read_bytes(
        source,
        data,
        kind,
        default=read_iso(published),
        told=Told(url=url),
        charset=charset,
    )


def read_bytes(
    source: str,
    data: bytes,
    kind: FileKind,
    *,
    given: Given | None = None,
    default: str | None = None,
    told: Told | None = None,
    charset: str | None = None,
) -> Iterator[Article | Dropped]:
    """The articles of one file, and what was left out of it.

    Args:
        source: What the articles are kept under.
        data: The whole file.
        kind: How it is read.
        given: What somebody gave with it.
        default: ISO 8601 date for articles of which no date is known otherwise.
        told: What the record around a page says of it.
        charset: The encoding that the record around it names.
    """
    given = given or Given()
    foreign = describe_foreign(data)
    if foreign is not None:
        yield leave_out(source, "read", foreign)
        return
    if kind is FileKind.UNKNOWN:
        yield leave_out(source, "read", Reason("format_unknown"))
        return
    if kind is FileKind.MHTML:
        extracted = extract_page(data)
        if extracted is None:
            yield leave_out(source, "read", Reason("page_not_in_mhtml"))
            return
        decoded, address = extracted
        told = Told(url=address)
    else:
        decoded = decode(data, declared=charset)
    if kind is FileKind.TEXT:
        yield make_article(
            source,
            decoded.text,
            given=given,
            told=told,
            default_published=default,
            notes=decoded.notes,
        )
    elif kind is FileKind.LINES:
        yield from read_lines(source, decoded.text, default_published=default, notes=decoded.notes)
    elif kind is FileKind.CSV:
        yield from read_csv(source, decoded.text, default_published=default, notes=decoded.notes)
    else:
        yield from _read_html(source, decoded, given, told, default)


def _read_html(
    source: str, decoded: Decoded, given: Given, told: Told | None, default: str | None
) -> Iterable[Article | Dropped]:
    """What HTML holds: a report of ours, an export of an archive of the press, or a page."""
    if is_report(decoded.text):
        return read_report(source, decoded.text)
    if is_europresse(decoded.text):
        return read_europresse(source, decoded.text, default_published=default, notes=decoded.notes)
    return read_page(
        source,
        decoded.text,
        given=given,
        told=told,
        default_published=default,
        notes=decoded.notes,
    )

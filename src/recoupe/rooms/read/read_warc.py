"""Web archives (WARC): the pages that a crawler kept, each checked against what it noted then."""

from __future__ import annotations

import base64
import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from recoupe.language.reasons import leave_out
from recoupe.records import Article, Dropped, Remark
from recoupe.records.reason import Reason, give_reason
from recoupe.rooms.read.file_kinds import FileKind
from recoupe.rooms.read.make_article import Told
from recoupe.rooms.read.read_content import read_bytes

# As for single files.
LARGEST_RECORD_BYTES = 40_000_000
# A day of a large newspaper's site; beyond it the archive belongs to other tools.
LARGEST_ARCHIVE_BYTES = 4_000_000_000
MOST_RECORDS = 500_000
_KINDS = {
    "text/html": FileKind.PAGE,
    "application/xhtml+xml": FileKind.PAGE,
    "text/plain": FileKind.TEXT,
}
_PAGE_KINDS = frozenset({FileKind.PAGE})


@dataclass(frozen=True, slots=True)
class _Record:
    """One record as it stands in the archive, read to its end."""

    url: str
    kind: WarcRecordType
    media_type: str
    block: bytes
    length_bytes: int
    digest: str | None
    offset_bytes: int


def read_warc(
    source: str,
    stream: BinaryIO,
    *,
    default: str | None = None,
    wanted: frozenset[str] | None = None,
) -> Iterator[Article | Dropped]:
    """The pages of an archive, each with its address in its source, and what was left out.

    Pages with another digest than their record names bear the note "digest_mismatch". Where the
    archive breaks off, its last record is left out. The date of the capture is no date of
    publication and is not taken for one.

    Args:
        source: Name of the archive.
        stream: The archive, plain or gzip; can be sought in.
        default: ISO 8601 date for pages of which no date is known otherwise.
        wanted: Addresses of pages, where a list of them says which matter.
    """
    last: _Record | None = None
    total = 0
    try:
        for number, raw in enumerate(_iterate(stream), start=1):
            if last is not None:
                yield from _read_record(source, last, default, wanted)
            last = _load(raw)
            total += len(last.block)
            if total > LARGEST_ARCHIVE_BYTES or number > MOST_RECORDS:
                yield leave_out(source, "read", Reason("archive_too_large"))
                return
    except (OSError, ValueError) as error:
        problem = str(error)[:120]
        yield leave_out(source, "read", give_reason("archive_broken_from_here", problem=problem))
    if last is None or not total:
        yield leave_out(source, "read", Reason("archive_without_records"))
    elif len(last.block) < last.length_bytes or not _ends_whole(stream, last.offset_bytes):
        yield leave_out(f"{source}#{last.url}", "read", Reason("archive_cut"))
    else:
        yield from _read_record(source, last, default, wanted)


def _iterate(stream: BinaryIO) -> Iterator[Any]:
    yield from ArchiveIterator(stream, parse_http=False, record_types=WarcRecordType.any_type)


def _load(raw: Any) -> _Record:
    block = raw.reader.read(LARGEST_RECORD_BYTES + 1)
    return _Record(
        url=raw.headers.get("WARC-Target-URI", "").strip("<>") or f"@{raw.stream_pos}",
        kind=raw.record_type,
        media_type=raw.headers.get("Content-Type", "").split(";")[0].strip().lower(),
        block=block,
        length_bytes=raw.content_length,
        digest=raw.headers.get("WARC-Block-Digest"),
        offset_bytes=raw.stream_pos,
    )


def _ends_whole(stream: BinaryIO, offset_bytes: int) -> bool:
    """Whether the last compressed member has its end; a cut one raises nothing when it is read."""
    stream.seek(offset_bytes)
    head = stream.read(2)
    if head != b"\x1f\x8b":
        return True
    unpacker = zlib.decompressobj(wbits=31)
    piece = head + stream.read(65_536)
    while piece:
        try:
            unpacker.decompress(piece, 1_000_000)
            while unpacker.unconsumed_tail:
                unpacker.decompress(unpacker.unconsumed_tail, 1_000_000)
        except zlib.error:
            return False
        if unpacker.eof:
            return True
        piece = stream.read(65_536)
    return False


def _read_record(
    source: str, record: _Record, default: str | None, wanted: frozenset[str] | None
) -> Iterator[Article | Dropped]:
    if record.kind not in (WarcRecordType.response, WarcRecordType.resource):
        return
    if wanted is not None and record.url not in wanted:
        return
    at = f"{source}#{record.url}"
    if len(record.block) > LARGEST_RECORD_BYTES:
        yield leave_out(at, "read", give_reason("too_large", limit=LARGEST_RECORD_BYTES))
        return
    notes = () if is_digest_right(record.block, record.digest) else (Remark.DIGEST_MISMATCH,)
    media_type, charset, status, body = record.media_type, None, 200, record.block
    if record.kind == WarcRecordType.response:
        try:
            media_type, charset, status, body = _unpack_response(record.block)
        except (OSError, ValueError) as error:
            yield leave_out(at, "read", give_reason("record_broken", problem=str(error)[:120]))
            return
    kind = _KINDS.get(media_type)
    if kind is None or (kind not in _PAGE_KINDS and wanted is None and "robots.txt" in record.url):
        return
    if status != 200:
        if not 300 <= status < 400:
            yield leave_out(at, "read", give_reason("record_status", status=str(status)))
        return
    if len(body) > LARGEST_RECORD_BYTES:
        yield leave_out(at, "read", give_reason("too_large", limit=LARGEST_RECORD_BYTES))
        return
    told = Told(url=record.url)
    for item in read_bytes(at, body, kind, default=default, told=told, charset=charset):
        if isinstance(item, Article) and notes:
            yield replace(item, notes=tuple(sorted({*item.notes, *notes})))
        else:
            yield item


def _unpack_response(block: bytes) -> tuple[str, str | None, int, bytes]:
    """Media type, charset, status and decoded body of a kept HTTP answer.

    The answer is unpacked apart from the archive, so that one that is damaged stops nothing.
    """
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.is_http = True
    record.set_bytes_content(block)
    record.parse_http(auto_decode="all")
    if record.http_headers is None:
        raise ValueError("no HTTP answer")
    body = record.reader.read(LARGEST_RECORD_BYTES + 1)
    media_type = (record.http_content_type or "").split(";")[0].strip().lower()
    return media_type, record.http_charset, int(record.http_headers.status_code or 0), body


def is_digest_right(block: bytes, digest: str | None) -> bool:
    """Whether bytes have the digest that their record names; one that cannot be checked is right.

    Example:
        >>> is_digest_right(b"abc", "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5")
        True
        >>> is_digest_right(b"abd", "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5")
        False
    """
    name, _, value = (digest or "").partition(":")
    name = name.strip().lower().replace("-", "")
    if name not in {"md5", "sha1", "sha256", "sha512"}:
        return True
    made = hashlib.new(name, block, usedforsecurity=False)
    given = value.strip().rstrip("=")
    return given.lower() == made.hexdigest() or given.upper() == (
        base64.b32encode(made.digest()).decode("ascii").rstrip("=")
    )

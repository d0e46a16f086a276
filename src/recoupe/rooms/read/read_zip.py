"""ZIP archives, and web archives packed in them (WACZ); read in memory, nothing is unpacked."""

from __future__ import annotations

import json
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath
from typing import BinaryIO

from recoupe.language.reasons import leave_out
from recoupe.records import Article, Dropped
from recoupe.records.reason import Reason, give_reason
from recoupe.rooms.read.catalogue import CATALOGUE_NAME, Given, read_catalogue
from recoupe.rooms.read.cut_list import cut_list
from recoupe.rooms.read.file_kinds import ARCHIVE_KINDS, choose_kind, find_suffix
from recoupe.rooms.read.find_files import is_worth_reading
from recoupe.rooms.read.read_content import read_bytes
from recoupe.rooms.read.read_warc import read_warc

# As for single files.
LARGEST_MEMBER_BYTES = 40_000_000
LARGEST_TOTAL_BYTES = 1_000_000_000
MOST_MEMBERS = 20_000
# 46 bytes, the name and a note for each of them; longer names and notes make it fewer members.
LARGEST_LIST_BYTES = 10_000_000
# Text shrinks to a fifth, repetitive pages to a fiftieth; beyond this a member was made to swell.
LARGEST_RATIO = 200
_SMALL_BYTES = 1_000_000
_PIECE_BYTES = 1_000_000
_PAGES = ("pages/pages.jsonl", "pages/extraPages.jsonl")
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)


class _Stop(Exception):  # noqa: N818 (a reason on its way up)
    """Carries the reason why a member is not read."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.code)
        self.reason = reason


def read_zip(
    source: str, stream: BinaryIO, *, default: str | None = None
) -> Iterator[Article | Dropped]:
    """The articles of the files in an archive, each with its name in its source.

    Files that would be read in a folder are read; archives in the archive are named, not opened,
    but for the WARC files of a web archive. Names that lead out of the archive and links are
    named and not followed. What a member claims of its size is not believed.

    Args:
        source: Name of the archive.
        stream: The archive; can be sought in.
        default: ISO 8601 date for articles of which no date is known otherwise.
    """
    try:
        shortened = cut_list(stream, MOST_MEMBERS, LARGEST_LIST_BYTES)
        archive = zipfile.ZipFile(shortened or stream)
    except (*_UNREADABLE, ValueError) as error:
        yield leave_out(source, "read", give_reason("archive_broken", problem=str(error)[:120]))
        return
    with archive:
        members = sorted(
            (m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename
        )
        if any(find_suffix(m.filename) == ".warc" for m in members) or _has_warc(members):
            yield from _read_wacz(source, archive, members, default)
        else:
            yield from _read_members(source, archive, members, default)
    if shortened is not None:
        yield leave_out(source, "read", give_reason("archive_too_long", limit=MOST_MEMBERS))


def _has_warc(members: list[zipfile.ZipInfo]) -> bool:
    return any(find_suffix(m.filename) == ".warc.gz" for m in members)


def _read_members(
    source: str, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], default: str | None
) -> Iterator[Article | Dropped]:
    left = LARGEST_TOTAL_BYTES
    catalogue = _load_catalogues(archive, members)
    for member in members:
        at = f"{source}#{member.filename}"
        try:
            _check_name(member)
            suffix = find_suffix(member.filename)
            if not is_worth_reading(PurePosixPath(member.filename)):
                continue
            data = _read_member(archive, member, min(LARGEST_MEMBER_BYTES, left))
        except _Stop as stopped:
            yield leave_out(at, "read", stopped.reason)
            if left < LARGEST_MEMBER_BYTES:
                yield leave_out(source, "read", Reason("archive_too_large"))
                return
            continue
        except _UNREADABLE:
            yield leave_out(at, "read", Reason("member_broken"))
            continue
        left -= len(data)
        kind = choose_kind(suffix, data)
        if kind in ARCHIVE_KINDS:
            yield leave_out(at, "read", Reason("archive_in_archive"))
        else:
            given = catalogue.get(PurePosixPath(member.filename))
            yield from read_bytes(at, data, kind, given=given, default=default)


def _load_catalogues(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]
) -> dict[PurePosixPath, Given]:
    """What each `articles.csv` of the archive gives of the files beside and below it."""
    found: dict[PurePosixPath, Given] = {}
    for member in sorted(members, key=lambda m: m.filename.count("/")):
        place = PurePosixPath(member.filename)
        if place.name.lower() != CATALOGUE_NAME:
            continue
        try:
            rows = read_catalogue(_read_member(archive, member, LARGEST_MEMBER_BYTES))
        except (_Stop, *_UNREADABLE):
            continue
        found.update({place.parent / path: given for path, given in rows.items()})
    return found


def _check_name(member: zipfile.ZipInfo) -> None:
    """Refuse what leads elsewhere.

    Raises:
        _Stop: The name leaves the archive, or is a link.
    """
    name = member.filename
    parts = PureWindowsPath(name)
    if parts.is_absolute() or parts.drive or parts.root or ".." in parts.parts:
        raise _Stop(Reason("member_outside"))
    if stat.S_ISLNK(member.external_attr >> 16):
        raise _Stop(Reason("member_link"))


def _read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int) -> bytes:
    """The bytes of a member, counted while they come.

    Raises:
        _Stop: There are more than the limit, or more than an honest member has.
    """
    pieces: list[bytes] = []
    total = 0
    with archive.open(member) as opened:
        while piece := opened.read(_PIECE_BYTES):
            total += len(piece)
            if total > limit:
                raise _Stop(give_reason("too_large", limit=limit))
            if total > max(_SMALL_BYTES, LARGEST_RATIO * member.compress_size):
                raise _Stop(Reason("member_swells"))
            pieces.append(piece)
    return b"".join(pieces)


def _read_wacz(
    source: str, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], default: str | None
) -> Iterator[Article | Dropped]:
    """The pages that a web archive lists; all pages of its WARC files where it lists none."""
    wanted = _list_pages(archive)
    for member in members:
        if find_suffix(member.filename) not in {".warc", ".warc.gz"}:
            continue
        at = f"{source}#{member.filename}"
        try:
            _check_name(member)
            with archive.open(member) as opened:
                yield from read_warc(at, opened, default=default, wanted=wanted)  # type: ignore[arg-type]
        except _Stop as stopped:
            yield leave_out(at, "read", stopped.reason)
        except _UNREADABLE:
            yield leave_out(at, "read", Reason("member_broken"))


def _list_pages(archive: zipfile.ZipFile) -> frozenset[str] | None:
    """Addresses of the pages that the archive lists; None where it has no list that can be read."""
    found: set[str] = set()
    names = set(archive.namelist())
    for name in _PAGES:
        if name not in names:
            continue
        try:
            lines = _read_member(archive, archive.getinfo(name), LARGEST_MEMBER_BYTES).splitlines()
            records = [json.loads(line) for line in lines if line.strip()]
        except (_Stop, *_UNREADABLE, ValueError, RecursionError):
            continue
        found.update(
            record["url"]
            for record in records
            if isinstance(record, dict) and isinstance(record.get("url"), str)
        )
    return frozenset(found) or None

"""What was published, where, when: the read room."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from recoupe.errors import InputError
from recoupe.language.reasons import leave_out
from recoupe.records import Article, Dropped
from recoupe.records.reason import Reason, give_reason
from recoupe.rooms.read.catalogue import Given, load_catalogue
from recoupe.rooms.read.file_kinds import (
    BY_SUFFIX,
    STREAM_KINDS,
    FileKind,
    choose_kind,
    find_suffix,
    sniff_kind,
)
from recoupe.rooms.read.find_files import find_files
from recoupe.rooms.read.iso_dates import read_iso
from recoupe.rooms.read.read_content import read_bytes
from recoupe.rooms.read.read_tables import read_workbook
from recoupe.rooms.read.read_warc import read_warc
from recoupe.rooms.read.read_zip import read_zip
from recoupe.rooms.read.versions import find_shared_addresses, join_versions

# The largest page seen in the wild with all its data is under 20 MB; a collection of lines may be larger.
FILE_LIMIT_BYTES = 40_000_000
LINES_LIMIT_BYTES = 400_000_000


def read(
    paths: Iterable[str | Path], *, published: str | None = None
) -> Iterator[Article | Dropped]:
    """Read articles from texts, pages, lines, tables, archives, folders of them, or "-".

    Read are text files, HTML pages, MHTML, JSON lines, CSV, XLSX, ZIP, WARC and WACZ.
    An `articles.csv` (path, url, outlet, published) in a folder, or beside a file, is taken into
    account by itself. One bad file never stops the others: it is given as `Dropped`.

    Args:
        paths: Files, folders or "-" for standard input, in the order wanted.
        published: ISO 8601 date for articles of which no date is known otherwise.

    Yields:
        The articles and what was left out; files of a folder in the order of their names.

    Raises:
        InputError: A path does not exist, or `published` is no date.
    """
    default = read_iso(published)
    if published and default is None:
        raise InputError(
            f"« {published} » n'est pas une date.",
            hint="Donnez-la comme 2026-03-10 ou 2026-03-10T11:42.",
        )
    for given_path in paths:
        if str(given_path) == "-":
            data = sys.stdin.buffer.read(LINES_LIMIT_BYTES + 1)
            kind = sniff_kind(data)
            if kind in STREAM_KINDS:
                yield from _read_stream("-", io.BytesIO(data), kind, default)
            else:
                yield from read_bytes("-", data, kind, default=default)
            continue
        path = Path(given_path)
        files = list(find_files(path))
        yield from _read_files(files, _load_catalogues(path, files), default)


def _load_catalogues(path: Path, files: list[Path]) -> dict[Path, Given]:
    """What the `articles.csv` of each folder gives; of two for one file, the nearer one stands."""
    folders = {file.parent for file in files} | ({path} if path.is_dir() else set())
    found: dict[Path, Given] = {}
    for folder in sorted(folders, key=lambda f: (len(f.parts), f)):
        found.update(load_catalogue(folder))
    return found


def _read_files(
    files: list[Path], catalogue: dict[Path, Given], default: str | None
) -> Iterator[Article | Dropped]:
    """The articles of some files; pages with one canonical address wait until all of them are read."""
    shared, missing = find_shared_addresses(files)
    waiting: dict[str, list[Article]] = {}
    for file in files:
        items = _read_file(file, catalogue.get(file.resolve(), Given()), default)
        address = shared.get(file)
        if address is None:
            yield from items
            continue
        for item in items:
            if isinstance(item, Article):
                waiting.setdefault(address, []).append(item)
            else:
                yield item
        missing[address] -= 1
        if not missing[address]:
            yield from join_versions(waiting.pop(address, []))


def _read_file(file: Path, given: Given, default: str | None) -> Iterator[Article | Dropped]:
    source = file.as_posix()
    suffix = find_suffix(file.name)
    kind = BY_SUFFIX.get(suffix)
    try:
        if kind in STREAM_KINDS:
            with file.open("rb") as stream:
                yield from _read_stream(source, stream, kind, default)
            return
        size = file.stat().st_size
        limit = LINES_LIMIT_BYTES if kind in {FileKind.LINES, FileKind.CSV} else FILE_LIMIT_BYTES
        if size > limit:
            yield leave_out(source, "read", give_reason("file_too_large", size=size, limit=limit))
            return
        data = file.read_bytes()
    except OSError as error:
        yield leave_out(source, "read", _name_trouble(error))
        return
    yield from read_bytes(source, data, choose_kind(suffix, data), given=given, default=default)


def _name_trouble(error: OSError) -> Reason:
    if error.strerror is None:
        return Reason("unreadable")
    return give_reason("unreadable_file", problem=error.strerror)


def _read_stream(
    source: str, stream: BinaryIO, kind: FileKind, default: str | None
) -> Iterator[Article | Dropped]:
    if kind is FileKind.WORKBOOK:
        return read_workbook(source, stream, default_published=default)
    read_archive = read_zip if kind is FileKind.ZIP else read_warc
    return read_archive(source, stream, default=default)

"""A ZIP archive cut after the first members of its list, so that no list is loaded that is too long."""

from __future__ import annotations

import io
import struct
from typing import BinaryIO

# APPNOTE.TXT of the ZIP format, 4.3.12, 4.3.14 to 4.3.16: marks and fixed lengths.
_MEMBER_MARK = b"PK\x01\x02"
_MEMBER_BYTES = 46
_END_MARK = b"PK\x05\x06"
_END_BYTES = 22
_LONGEST_COMMENT_BYTES = 65_535
_LOCATOR_MARK = b"PK\x06\x07"
_LOCATOR_BYTES = 20
_LONG_END_MARK = b"PK\x06\x06"
_LONG_END_BYTES = 56
_LARGEST_OFFSET = 0xFFFF_FFFF


def cut_list(stream: BinaryIO, most_members: int, largest_bytes: int) -> BinaryIO | None:
    """The archive with the first members of its list alone; None where the list is short enough.

    The list stands at the end of an archive and says where each member is. Where it is cut, a
    view of the archive ends there, with an end record of its own.

    Args:
        stream: The archive; can be sought in.
        most_members: How many members are kept.
        largest_bytes: How much of the list is read.

    Raises:
        ValueError: The list is too long and starts beyond four gigabytes, where a plain end
            record cannot point.
    """
    found = _find_list(stream)
    if found is None:
        return None
    start, size, offset = found
    stream.seek(start)
    listed = stream.read(min(size, largest_bytes))
    at = count = 0
    while listed[at : at + 4] == _MEMBER_MARK and len(listed) >= at + _MEMBER_BYTES:
        end = at + _MEMBER_BYTES + sum(struct.unpack_from("<3H", listed, at + 28))
        if end > len(listed) or count == most_members:
            break
        at = end
        count += 1
    is_long = count == most_members or size > largest_bytes
    if not is_long or at == size:
        return None  # A list that is broken is named where it is opened.
    if offset >= _LARGEST_OFFSET:
        raise ValueError("the list is too long")
    told = min(count, 0xFFFF)
    record = struct.pack("<4s4H2LH", _END_MARK, 0, 0, told, told, at, offset, 0)
    return io.BufferedReader(_CutArchive(stream, start + at, record))


def _find_list(stream: BinaryIO) -> tuple[int, int, int] | None:
    """Where the list starts, its size, and where the archive says that it starts."""
    length = stream.seek(0, io.SEEK_END)
    tail_start = max(0, length - _LONGEST_COMMENT_BYTES - _END_BYTES)
    stream.seek(tail_start)
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) < at + _END_BYTES:
        return None
    size, offset = struct.unpack_from("<2L", tail, at + 12)
    end = tail_start + at
    long_end = at - _LOCATOR_BYTES - _LONG_END_BYTES
    if (
        long_end >= 0
        and tail.startswith(_LOCATOR_MARK, at - _LOCATOR_BYTES)
        and tail.startswith(_LONG_END_MARK, long_end)
    ):
        size, offset = struct.unpack_from("<2Q", tail, long_end + 40)
        end = tail_start + long_end
    return (end - size, size, offset) if 0 < size <= end else None


class _CutArchive(io.RawIOBase):
    """The first bytes of a stream, then some of its own."""

    def __init__(self, stream: BinaryIO, kept_bytes: int, end: bytes) -> None:
        self._stream = stream
        self._kept_bytes = kept_bytes
        self._end = end
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        bases = {
            io.SEEK_SET: 0,
            io.SEEK_CUR: self._at,
            io.SEEK_END: self._kept_bytes + len(self._end),
        }
        self._at = max(0, bases[whence] + offset)
        return self._at

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        left = self._kept_bytes - self._at
        if left > 0:
            self._stream.seek(self._at)
            piece = self._stream.read(min(len(buffer), left))
        else:
            piece = self._end[-left : len(buffer) - left]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

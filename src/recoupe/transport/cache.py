"""Pages that were fetched before, so that a server need only say that nothing changed."""

from __future__ import annotations

import gzip
import hashlib
import os
import sys
import zlib
from pathlib import Path
from typing import Protocol

import msgspec

from recoupe.transport.answers import Page

# A few thousand pages; the oldest go first.
LARGEST_BYTES = 300_000_000


class PageCache(Protocol):
    """Keeps pages by the address that was asked for."""

    def find(self, address: str) -> Page | None:
        """The page kept for an address, or None."""

    def keep(self, page: Page) -> None:
        """Keep a page in place of the one before."""


class FolderCache:
    """Pages in a folder, one file each. A file that cannot be read counts as none."""

    def __init__(self, folder: Path, *, largest_bytes: int = LARGEST_BYTES) -> None:
        self._folder = folder
        self._largest_bytes = largest_bytes

    def find(self, address: str) -> Page | None:
        """The page kept for an address, or None."""
        try:
            page = msgspec.msgpack.decode(
                gzip.decompress(self._place(address).read_bytes()), type=Page
            )
        except (OSError, EOFError, zlib.error, msgspec.MsgspecError):
            return None
        return page if page.address == address else None

    def keep(self, page: Page) -> None:
        """Keep a page; a full or read-only disk only means that the next answer is whole again."""
        place = self._place(page.address)
        scratch = place.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            scratch.write_bytes(gzip.compress(msgspec.msgpack.encode(page), 6, mtime=0))
            scratch.replace(place)
            self._make_room()
        except OSError:
            return

    def _place(self, address: str) -> Path:
        return self._folder / f"{hashlib.sha256(address.encode()).hexdigest()[:32]}.page"

    def _make_room(self) -> None:
        kept = [(file.stat(), file) for file in self._folder.glob("*.page")]
        total = sum(stat.st_size for stat, _ in kept)
        for stat, file in sorted(kept, key=lambda each: (each[0].st_mtime_ns, each[1])):
            if total <= self._largest_bytes:
                return
            file.unlink(missing_ok=True)
            total -= stat.st_size


def find_cache_folder() -> Path:
    """Where this user's programs keep what they can fetch again."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
        return Path(base) / "recoupe" / "pages"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "recoupe" / "pages"
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "recoupe" / "pages"

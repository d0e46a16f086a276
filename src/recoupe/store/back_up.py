"""A copy of the store while it is in use."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from recoupe.errors import StoreError


def back_up(source: Path, target: Path) -> None:
    """Copy an SQLite store as it is at one moment; the copy appears whole or not at all.

    Others may go on reading and writing the store. A former copy at the target is replaced.

    Args:
        source: The store.
        target: Where the copy goes; not the store itself.

    Raises:
        StoreError: The copy cannot be written, or would replace the store.
    """
    if target.exists() and target.samefile(source):
        raise StoreError("A store cannot be its own backup.", hint="Give another file.")
    scratch = target.with_name(f".{target.name}.part")
    try:
        scratch.unlink(missing_ok=True)
        read_only = f"{source.resolve().as_uri()}?mode=ro"
        with (
            closing(sqlite3.connect(read_only, uri=True)) as original,
            closing(sqlite3.connect(scratch)) as copy,
        ):
            original.backup(copy)
        scratch.replace(target)
    except (OSError, sqlite3.Error) as error:
        scratch.unlink(missing_ok=True)
        raise StoreError(
            f"Cannot write the backup {target}: {error}.",
            hint="Give a file in a folder that you may write to and that has room.",
        ) from error

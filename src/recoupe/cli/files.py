"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from recoupe.errors import InputError


def write_whole(path: Path, content: str | bytes) -> None:
    """Write bytes, or a text as UTF-8, under another name, then give it its own: no half file is left.

    Raises:
        InputError: The folder is missing or cannot be written to, or the disk is full.
    """
    scratch: str | None = None
    try:
        handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(
                content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
            )
        Path(scratch).chmod(0o666 & ~_read_umask())
        Path(scratch).replace(path)
    except OSError as error:
        if scratch is not None:
            Path(scratch).unlink(missing_ok=True)
        raise InputError(
            f"Cannot write {path}: {error.strerror or error}.",
            hint="Give another place with -o, in a folder you may write to.",
        ) from error


def _read_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

"""What `articles.csv` says of the files beside it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from recoupe.records import Remark
from recoupe.rooms.read.decode import decode
from recoupe.rooms.read.iso_dates import read_iso

CATALOGUE_NAME = "articles.csv"


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody gave with an article.

    Attributes:
        url: Its address, or None.
        outlet: Who published it, or None.
        published: ISO 8601, or None.
        problem: Why a value of the row was not taken, or None.
    """

    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    problem: str | None = None


def load_catalogue(folder: Path) -> dict[Path, Given]:
    """What the folder's `articles.csv` gives, by resolved path of the file; empty without one."""
    file = folder / CATALOGUE_NAME
    if not file.is_file():
        return {}
    rows = read_catalogue(file.read_bytes())
    return {(folder / path).resolve(): given for path, given in rows.items()}


def read_catalogue(data: bytes) -> dict[str, Given]:
    """What an `articles.csv` gives, by path as it is written there.

    Comma or semicolon, any encoding; the columns are `path`, `url`, `outlet` and `published`,
    in any order, others are passed over.
    """
    content = decode(data).text.replace("\x00", "")
    head = content.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.DictReader(io.StringIO(content, newline=""), delimiter=delimiter)
    found: dict[str, Given] = {}
    for row in rows:
        cells = {
            (key or "").strip().lower(): value.strip()
            for key, value in row.items()
            if isinstance(value, str)
        }
        path = cells.get("path")
        if not path:
            continue
        raw = cells.get("published") or None
        published = read_iso(raw)
        problem = Remark.DATE_UNREADABLE if raw and published is None else None
        found[path] = Given(
            cells.get("url") or None, cells.get("outlet") or None, published, problem
        )
    return found

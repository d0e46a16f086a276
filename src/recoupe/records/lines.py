"""Records as JSON lines, so that each room can be a filter between two pipes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from recoupe.errors import DossierError
from recoupe.records.article import Article
from recoupe.records.dropped import Dropped
from recoupe.records.origin import Origin
from recoupe.records.story import Story

Record = Article | Dropped | Origin | Story
KINDS: dict[str, type[Record]] = {
    "article": Article,
    "dropped": Dropped,
    "origin": Origin,
    "story": Story,
}


class _Line(msgspec.Struct):
    kind: str
    record: msgspec.Raw


def write_line(record: Record) -> str:
    """A record as one line of JSON, its kind first; without the line end."""
    kind = next(name for name, type_ in KINDS.items() if isinstance(record, type_))
    body = msgspec.json.encode(record, order="deterministic").decode()
    return f'{{"kind":"{kind}","record":{body}}}'


def read_lines(lines: Iterable[str]) -> Iterator[Record]:
    """The records of JSON lines; blank lines are passed over.

    Raises:
        DossierError: A line is not a record of this version.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            parsed = msgspec.json.decode(line.encode("utf-8", "surrogatepass"), type=_Line)
            yield msgspec.json.decode(parsed.record, type=KINDS[parsed.kind])
        except (msgspec.DecodeError, KeyError, UnicodeError) as error:
            raise DossierError(
                f"Line {number} is not a record: {error}.",
                hint="Pipe in what a room's command wrote: recoupe read … | recoupe clean | …",
            ) from error

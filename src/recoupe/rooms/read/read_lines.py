"""JSON lines to articles: one article a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from recoupe.language.reasons import leave_out
from recoupe.records import Article, Dropped, Remark
from recoupe.records.reason import Reason
from recoupe.rooms.read.catalogue import Given
from recoupe.rooms.read.iso_dates import read_iso
from recoupe.rooms.read.make_article import Told, make_article
from recoupe.rooms.read.read_pages import read_page

_HTML_KEYS = ("html", "content_html")
_TEXT_KEYS = ("text", "content", "body")
_KEYS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "site_name", "publisher", "source_name"),
    "byline": ("byline", "author"),
    "published": ("published", "published_at", "date", "date_published"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}
_LINE_LIMIT_CHARS = 30_000_000
# Half of a UTF-16 pair without its other half: JSON can escape it, no encoding can write it.
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def read_lines(
    source: str, text: str, *, default_published: str | None = None, notes: tuple[str, ...] = ()
) -> Iterator[Article | Dropped]:
    """The articles of a file of JSON lines, each with its line number in its source.

    A line that is no JSON object, or holds neither text nor HTML, is left out with its position;
    the others go on.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        at = f"{source}:{number}"
        record = _load(line)
        if record is None:
            yield leave_out(at, "read", Reason("line_no_json"))
            continue
        told = Told(**{field: _first(record, keys) for field, keys in _KEYS.items()})
        given = Given(url=told.url, outlet=told.outlet, published=read_iso(told.published))
        html, body = _first(record, _HTML_KEYS, keep=True), _first(record, _TEXT_KEYS, keep=True)
        if html:
            page = _LONE_SURROGATES.sub("\ufffd", html)
            yield from read_page(
                at, page, given=given, told=told, default_published=default_published, notes=notes
            )
        elif body:
            whole = _LONE_SURROGATES.sub("\ufffd", body)
            yield make_article(
                at,
                whole,
                given=given,
                told=told,
                default_published=default_published,
                notes=notes if whole == body else (*notes, Remark.CONTROL_CHARACTERS),
            )
        else:
            yield leave_out(at, "read", Reason("no_text_in_line"))


def _load(line: str) -> dict[str, Any] | None:
    if len(line) > _LINE_LIMIT_CHARS:
        return None
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _first(record: dict[str, Any], keys: tuple[str, ...], *, keep: bool = False) -> str | None:
    """The first of the keys with a string that says something; as it stands where `keep`."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, str) and value.strip():
            return value if keep else _LONE_SURROGATES.sub("\ufffd", value.strip())
    return None

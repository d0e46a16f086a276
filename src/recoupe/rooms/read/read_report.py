"""A report of Recoupe given back to it: the articles that it was made of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from recoupe.language.reasons import leave_out
from recoupe.records import Article, Dropped, PublishedFrom, Remark, hash_text, unpack_texts
from recoupe.records.reason import Reason
from recoupe.rooms.read.guess_language import guess_language
from recoupe.rooms.read.iso_dates import read_iso

_DOSSIER = '<script type="application/json" id="dossier">'
_TEXTS = re.compile(r'<script type="text/plain" id="texts">([A-Za-z0-9+/=]*)</script>')
_FORMAT = "recoupe-dossier"
_LANGUAGE = re.compile("[a-z]{2,3}")


def is_report(html: str) -> bool:
    """Whether a page is a report of Recoupe, by the block of data that it ends with."""
    return _DOSSIER in html and _TEXTS.search(html) is not None


def read_report(source: str, html: str) -> Iterator[Article | Dropped]:
    """The articles of a report, each under the source that it had when the report was made.

    Nothing is taken from the page but its two blocks of data, and of these only what an article was read
    with: what was found in it is found anew. A text that does not have the hash that the report gives
    is left out. What HTML said of its pages is not in a report, so furniture is known by its words
    alone.

    Args:
        source: The path of the report.
        html: The page.
    """
    try:
        entries, texts = _unpack(html)
    except (ValueError, RecursionError):
        yield leave_out(source, "read", Reason("report_broken"))
        return
    by_hash = {hash_text(text): text for text in texts}
    for number, entry in enumerate(entries, start=1):
        text = by_hash.get(str(entry.get("text_sha256"))) if isinstance(entry, dict) else None
        if text is None:
            yield leave_out(f"{source}#{number}", "read", Reason("report_text_changed"))
        else:
            yield _make_article(entry, text, f"{source}#{number}")


def _unpack(html: str) -> tuple[list[Any], tuple[str, ...]]:
    data, _ = json.JSONDecoder().raw_decode(html, html.index(_DOSSIER) + len(_DOSSIER))
    found = _TEXTS.search(html)
    if not isinstance(data, dict) or data.get("format") != _FORMAT or found is None:
        raise ValueError("no dossier")
    entries = data.get("articles")
    if not isinstance(entries, list):
        raise ValueError("no articles")
    return entries, unpack_texts(found[1])


def _make_article(entry: Mapping[str, Any], text: str, at: str) -> Article:
    published = read_iso(_text(entry, "published"))
    origin = entry.get("published_from")
    also_at, notes = entry.get("also_at"), entry.get("notes")
    language = _text(entry, "language")
    return Article(
        source=_text(entry, "source") or at,
        text=text,
        outlet=_text(entry, "outlet"),
        title=_text(entry, "title"),
        byline=_text(entry, "byline"),
        published=published,
        published_from=PublishedFrom(origin)
        if published and origin in set(PublishedFrom)
        else None,
        language=language if language and _LANGUAGE.fullmatch(language) else guess_language(text),
        also_at=_texts(also_at),
        notes=tuple(note for note in _texts(notes) if note in set(Remark)),
    )


def _text(entry: Mapping[str, Any], key: str) -> str | None:
    value = entry.get(key)
    return value if isinstance(value, str) and value else None


def _texts(values: object) -> tuple[str, ...]:
    """The texts of a list, sorted, each once; empty for anything else."""
    if not isinstance(values, list):
        return ()
    return tuple(sorted({value for value in values if isinstance(value, str)}))

"""Exports of the Europresse press database: one HTML file with hundreds of articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.language.reasons import leave_out
from recoupe.records import Article, Block, Dropped, Span
from recoupe.records.reason import Reason, give_reason
from recoupe.rooms.read.catalogue import Given
from recoupe.rooms.read.make_article import Told, make_article
from recoupe.rooms.read.pages.parser import ParsedPage, load_parser
from recoupe.rooms.read.text_dates import find_dates

_START = re.compile(r"<article\b", re.IGNORECASE)
_END = re.compile(r"</article\s*>", re.IGNORECASE)
_HEAD_CHARS = 200_000
# Names of the export's style sheet, split into words as the blocks' hints are.
_MARK = "DocPublicationName"
_OUTLET = frozenset({"doc", "publication", "name"})
_DATE = frozenset({"doc", "header"})
_TITLE = frozenset({"titre", "article"})
_TEXT = frozenset({"doc", "text"})
_AUTHOR = frozenset({"bottom", "news"})
# « Le Phare, no. 24123 », « Le Phare (site web) »: the issue is no part of the outlet's name.
_ISSUE = re.compile(
    r"\s*(?:,\s*(?:no|n°|nº|vol)\b.*|\((?:site web|web site|blogs?)[^)]*\).*)$", re.IGNORECASE
)


def is_europresse(html: str) -> bool:
    """Whether a page is an export of Europresse, by the names of its elements."""
    return _MARK in html[:_HEAD_CHARS] and bool(_START.search(html, 0, _HEAD_CHARS))


def read_europresse(
    source: str, html: str, *, default_published: str | None = None, notes: tuple[str, ...] = ()
) -> Iterator[Article | Dropped]:
    """The articles of an export, each with its number in its source (« export.html#12 »).

    An article that is cut off, or without text, is left out with its position; the others go on.
    Outlet, date, title and author are those of the export's own fields.

    Source:
        The element names of the export's pages (`DocPublicationName`, `DocHeader`, `titreArticle`,
        `DocText`), as public readers of such exports use them, November 2026.
    """
    starts = [match.start() for match in _START.finditer(html)]
    for number, (start, end) in enumerate(
        zip(starts, [*starts[1:], len(html)], strict=True), start=1
    ):
        at = f"{source}#{number}"
        piece = html[start:end]
        closed = _END.search(piece)
        if closed is None:
            yield leave_out(at, "read", give_reason("export_cut", number=number))
            continue
        page = load_parser().parse(piece[: closed.end()], is_judged=False)
        if isinstance(page, Reason):
            yield leave_out(at, "read", page)
        elif not _cut_field(page, _TEXT):
            yield leave_out(at, "read", give_reason("export_without_text", number=number))
        else:
            yield _make_article(at, page, default_published, notes)


def _make_article(
    at: str, page: ParsedPage, default_published: str | None, notes: tuple[str, ...]
) -> Article | Dropped:
    outlet = _cut_field(page, _OUTLET)
    dates = find_dates(_cut_field(page, _DATE) or "")
    return make_article(
        at,
        page.text,
        given=Given(),
        told=Told(
            title=_cut_field(page, _TITLE),
            outlet=_ISSUE.sub("", outlet) if outlet else None,
            byline=_cut_field(page, _AUTHOR),
            published=dates[0] if dates else None,
        ),
        default_published=default_published,
        notes=notes,
        blocks=tuple(
            Block(
                span=Span(raw["start"], raw["end"]),
                tag=raw["tag"],
                path=tuple(raw["path"]),
                hints=frozenset(raw["hints"]),
                link_ratio=raw["link_ratio"],
            )
            for raw in page.blocks
        ),
        prose=_cut_field(page, _TEXT),
    )


def _cut_field(page: ParsedPage, names: frozenset[str]) -> str | None:
    """The text of the blocks under an element with these names, as one line; None where there is none."""
    lines = [
        page.text[raw["start"] : raw["end"]] for raw in page.blocks if names <= set(raw["hints"])
    ]
    return " ".join(" ".join(lines).split()) or None

"""Articles behind addresses, read as files are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from recoupe.language.reasons import leave_out
from recoupe.records import Article, Dropped, Remark
from recoupe.rooms.read.read_content import read_content
from recoupe.transport import Page, Refused, Visitor

STAGE = "fetch"
# What the transport noticed and an article keeps: who vouches for what, and by which way it came.
_KEPT_NOTES = frozenset({Remark.DOWNGRADED, Remark.RIGHT_ASSERTED, Remark.TLS_NOT_VERIFIED})


def fetch_articles(
    visitor: Visitor,
    address: str,
    *,
    published: str | None = None,
    source: str | None = None,
) -> tuple[list[Article | Dropped], Refused | None]:
    """What stands behind an address, and why the address itself gave nothing, where it did not.

    Args:
        visitor: Asks for the page.
        address: Where the article is said to be.
        published: ISO 8601 date for articles of which no date is known otherwise.
        source: What the articles are kept under; the address itself where None.
    """
    result = visitor.visit(address)
    source = source or address
    if isinstance(result, Refused):
        return [leave_out(source, STAGE, result.reason)], result
    return list(_read_page(result, source, published)), None


def _read_page(page: Page, source: str, published: str | None) -> Iterator[Article | Dropped]:
    notes = _KEPT_NOTES.intersection(page.notes)
    items = read_content(
        source,
        page.body,
        url=page.final_address,
        media_type=page.content_type,
        charset=page.charset,
        published=published,
    )
    for item in items:
        if isinstance(item, Dropped):
            yield item
            continue
        others = {page.address, page.final_address, *item.also_at} - {item.source}
        yield replace(
            item,
            notes=tuple(sorted({*item.notes, *notes})),
            also_at=tuple(sorted(others)),
        )

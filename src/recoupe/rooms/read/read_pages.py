"""HTML pages to articles."""

from __future__ import annotations

from typing import Any

from recoupe.records import Article, Block, Dropped, Span
from recoupe.rooms.read.catalogue import Given
from recoupe.rooms.read.iso_dates import read_iso
from recoupe.rooms.read.make_article import Told, make_article
from recoupe.rooms.read.pages.parser import ParsedPage, load_parser

# An <article> element with fewer words is a card that leads to another page.
_ARTICLE_WORDS = 120
OTHER_ARTICLE_HINT = "other-article"


def read_page(
    source: str,
    html: str,
    *,
    given: Given,
    told: Told | None = None,
    default_published: str | None = None,
    notes: tuple[str, ...] = (),
) -> list[Article | Dropped]:
    """The article of a page, and what was left out of it.

    A page with several whole articles gives the first; its text keeps the others, whose blocks
    bear the hint "other-article", and each is listed as left out.
    """
    page = load_parser().parse(html)
    if isinstance(page, str):
        return [Dropped(source, "read", page)]
    blocks, others = _make_blocks(page)
    found_notes = set(notes)
    if not page.is_judged:
        found_notes.add("engines_not_run")
    if "LiveBlogPosting" in page.metadata["types"]:
        found_notes.add("direct")
    if "AdvertiserContentArticle" in page.metadata["types"]:
        found_notes.add("publicite")
    if "SatiricalArticle" in page.metadata["types"]:
        found_notes.add("satire")
    kept = [block.span.cut(page.text) for block in blocks if block.kept_by]
    article = make_article(
        source,
        page.text,
        given=given,
        told=_tell(page, told),
        default_published=default_published,
        notes=tuple(found_notes),
        blocks=blocks,
        prose="\n".join(kept) or None,
    )
    return [
        article,
        *(Dropped(f"{source}#{n}", "read", f"autre article dans la page : {t}") for n, t in others),
    ]


def _tell(page: ParsedPage, told: Told | None) -> Told:
    """What the record around a page says goes before what the page says."""
    told = told or Told()
    meta = page.metadata
    published = meta["published"]
    if page.date and read_iso(published) is None:
        published = published or page.date
    return Told(
        title=told.title or meta["title"] or meta["heading"] or meta["page_title"],
        outlet=told.outlet or meta["outlet"],
        byline=told.byline or meta["byline"],
        published=told.published or published,
        url=told.url or meta["url"],
        language=told.language or meta["language"],
    )


def _make_blocks(page: ParsedPage) -> tuple[tuple[Block, ...], list[tuple[int, str]]]:
    """The page's blocks, and number and first line of each further article in it."""
    kept_by: dict[int, set[str]] = {}
    for engine, indices in page.kept.items():
        for index in indices:
            kept_by.setdefault(index, set()).add(engine)
    roots = _find_whole_articles(page)
    others = set(roots[1:])
    blocks = tuple(
        Block(
            span=Span(raw["start"], raw["end"]),
            tag=raw["tag"],
            path=tuple(raw["path"]),
            hints=frozenset(raw["hints"])
            | ({OTHER_ARTICLE_HINT} if raw["root"] in others else set()),
            link_ratio=raw["link_ratio"],
            kept_by=frozenset(kept_by.get(index, set())),
        )
        for index, raw in enumerate(page.blocks)
    )
    titles = []
    for number, root in enumerate(roots[1:], start=2):
        first: dict[str, Any] = next(raw for raw in page.blocks if raw["root"] == root)
        titles.append((number, page.text[first["start"] : first["end"]][:80]))
    return blocks, titles


def _find_whole_articles(page: ParsedPage) -> list[int]:
    """Numbers of the article elements that hold a whole article, in text order."""
    words: dict[int, int] = {}
    headings: set[int] = set()
    for raw in page.blocks:
        root = raw["root"]
        if root and raw["link_ratio"] < 0.5:
            words[root] = words.get(root, 0) + len(page.text[raw["start"] : raw["end"]].split())
            if raw["tag"] in {"h1", "h2"}:
                headings.add(root)
    return [root for root, count in words.items() if count >= _ARTICLE_WORDS and root in headings]

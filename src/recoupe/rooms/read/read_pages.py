"""HTML pages to articles."""

from __future__ import annotations

from typing import Any

from recoupe.language.reasons import leave_out
from recoupe.records import Article, Block, Dropped, Remark, Span
from recoupe.records.reason import Reason, give_reason
from recoupe.rooms.read.catalogue import Given
from recoupe.rooms.read.iso_dates import read_iso
from recoupe.rooms.read.make_article import Told, make_article
from recoupe.rooms.read.pages.parser import ParsedPage, load_parser

# An <article> element with fewer words is a card that leads to another page.
_ARTICLE_WORDS = 120
OTHER_ARTICLE_HINT = "other-article"
ENGINES = 2
# What both engines keep of what either keeps. On the 54 pages of `benchmarks/article_text` the worse of
# the two has words F1 of 0.74 in the mean where they agree on less than this (at most 0.88), and 0.92
# where they agree on more than 0.8; on four real pages they agreed on 0.79 to 0.94 (November 2026).
AGREEMENT_RATIO = 0.7


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

    A page with several whole articles gives the one that bears the page's title, else the first;
    its text keeps the others, whose blocks bear the hint "other-article", and each is listed as
    left out. Noted are "engines_disagree" (what two extraction engines take for the article
    differs by more than they mostly do), "engines_not_run" and "page_cut" (huge pages).
    """
    page = load_parser().parse(html)
    if isinstance(page, Reason):
        return [leave_out(source, "read", page)]
    told = _tell(page, told)
    blocks, others = _make_blocks(page, told.title)
    found_notes = set(notes)
    if not page.is_judged:
        found_notes.add(Remark.ENGINES_NOT_RUN)
    elif measure_agreement(blocks) < AGREEMENT_RATIO:
        found_notes.add(Remark.ENGINES_DISAGREE)
    if page.is_cut:
        found_notes.add(Remark.PAGE_CUT)
    if "LiveBlogPosting" in page.metadata["types"]:
        found_notes.add(Remark.LIVE)
    if "AdvertiserContentArticle" in page.metadata["types"]:
        found_notes.add(Remark.ADVERTISING)
    if "SatiricalArticle" in page.metadata["types"]:
        found_notes.add(Remark.SATIRE)
    kept = [block.span.cut(page.text) for block in blocks if block.kept_by]
    article = make_article(
        source,
        page.text,
        given=given,
        told=told,
        default_published=default_published,
        notes=tuple(found_notes),
        blocks=blocks,
        prose="\n".join(kept) or None,
    )
    items = [article]
    if page.is_cut:
        cut = give_reason("page_cut", limit=len(page.text))
        items.append(leave_out(f"{source}#reste", "read", cut))
    for number, title in others:
        reason = give_reason("other_article", title=title)
        items.append(leave_out(f"{source}#{number}", "read", reason))
    return items


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


def measure_agreement(blocks: tuple[Block, ...]) -> float:
    """Of the characters that any engine keeps, the share that both keep; 1 where none keeps any."""
    kept = [(len(block.kept_by), block.span.length_chars) for block in blocks if block.kept_by]
    total = sum(length for _, length in kept)
    return sum(length for count, length in kept if count == ENGINES) / total if total else 1.0


def _make_blocks(
    page: ParsedPage, title: str | None
) -> tuple[tuple[Block, ...], list[tuple[int, str]]]:
    """The page's blocks, and number and first line of each further article in it."""
    kept_by: dict[int, set[str]] = {}
    for engine, indices in page.kept.items():
        for index in indices:
            kept_by.setdefault(index, set()).add(engine)
    roots = _find_whole_articles(page)
    main = _choose_main(page, roots, title)
    others = [root for root in roots if root != main]
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
    for number, root in enumerate(others, start=2):
        first: dict[str, Any] = next(raw for raw in page.blocks if raw["root"] == root)
        titles.append((number, page.text[first["start"] : first["end"]][:80]))
    return blocks, titles


def _choose_main(page: ParsedPage, roots: list[int], title: str | None) -> int | None:
    """The article whose heading is the page's title; else the first; None where there is none."""
    wanted = _fold(title or "")
    for raw in page.blocks:
        heading = _fold(page.text[raw["start"] : raw["end"]])
        if raw["root"] in roots and raw["tag"] in {"h1", "h2"} and heading and heading in wanted:
            return int(raw["root"])
    return roots[0] if roots else None


def _fold(text: str) -> str:
    return "".join(ch for ch in text.casefold() if ch.isalnum())


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

"""What the elements of an HTML page say of its lines."""

from __future__ import annotations

from bisect import bisect_right

from recoupe.records import Article, Block, FurnitureKind
from recoupe.rooms.clean.lines import Line

_BY_TAG = {
    "figcaption": FurnitureKind.CAPTION,
    "caption": FurnitureKind.CAPTION,
    "nav": FurnitureKind.NAVIGATION,
    "button": FurnitureKind.OTHER,
    "label": FurnitureKind.OTHER,
    "legend": FurnitureKind.OTHER,
    "address": FurnitureKind.CREDIT,
}
_BY_SECTION = {
    "nav": FurnitureKind.NAVIGATION,
    "footer": FurnitureKind.LEGAL,
    "aside": FurnitureKind.RELATED,
    "form": FurnitureKind.NEWSLETTER,
    "figure": FurnitureKind.CAPTION,
}
# Words of class, id and role that name what a block is for. Names are of style sheets, not of a language.
_BY_HINT = (
    (FurnitureKind.COOKIE, {"cookie", "cookies", "consent", "gdpr", "rgpd", "didomi", "cmp"}),
    (FurnitureKind.COMMENTS, {"comments", "comment", "commentaires", "disqus", "respond", "reactions"}),
    (FurnitureKind.NEWSLETTER, {"newsletter", "newsletters", "infolettre", "signup", "subscribe"}),
    (FurnitureKind.SHARE, {"share", "sharing", "social", "socials", "partage", "sharedaddy", "addtoany"}),
    (
        FurnitureKind.RELATED,
        {"related", "recommended", "recommendations", "readmore", "similar", "teaser", "teasers", "outbrain",
         "taboola", "popular", "trending", "lireaussi", "readalso", "more-articles", "other-article"},
    ),
    (FurnitureKind.ADVERT, {"advert", "advertisement", "ads", "ad", "pub", "publicite", "sponsored", "promo"}),
    (FurnitureKind.OTHER, {"paywall", "piano", "abo", "subscription"}),
    (FurnitureKind.NAVIGATION, {"breadcrumb", "breadcrumbs", "ariane", "menu", "navbar", "navigation", "toc", "skip"}),
    (FurnitureKind.CAPTION, {"caption", "legende", "figcaption", "credit", "wp-caption"}),
    (FurnitureKind.CREDIT, {"byline", "author", "auteur", "signature", "bio"}),
    (FurnitureKind.SECTION, {"tags", "tag", "tagcloud", "category", "rubrique", "kicker", "surtitre"}),
    (FurnitureKind.LEGAL, {"footer", "copyright", "legal"}),
)  # fmt: skip
# Hints that pages also give to containers of the article itself count only for short lines.
_WEAK_HINTS = frozenset(
    [
        "comment", "subscribe", "social", "pub", "ad", "abo", "credit", "author", "tag",
        "category", "bio", "menu", "piano", "footer",
    ]
)  # fmt: skip
_HEADINGS = frozenset({"h2", "h3", "h4"})
_LINKED = 0.6
_SHORT_WORDS = 12


def label_by_blocks(article: Article, lines: list[Line], labels: dict[int, FurnitureKind]) -> None:
    """Add labels for the lines whose element says that they are not the article.

    Elements are asked in this order: caption tags and navigation; names of classes and ids; links
    only; what neither extraction engine keeps. A paragraph that both engines keep is of the
    article, whatever stands around it, unless a phrase of a template says otherwise.
    """
    if not article.blocks:
        return
    starts = [block.span.start for block in article.blocks]
    was_judged = any(block.kept_by for block in article.blocks)
    for line in lines:
        at = bisect_right(starts, line.start) - 1
        if at < 0 or line.index in labels or article.blocks[at].span.end <= line.start:
            continue
        kind = _judge_block(article.blocks[at], line, was_judged=was_judged)
        if kind is FurnitureKind.OTHER and _heads_prose(article.blocks[at], line, lines):
            continue
        if kind is not None:
            labels[line.index] = kind


def _heads_prose(block: Block, line: Line, lines: list[Line]) -> bool:
    """Whether an unlinked heading stands right above a paragraph; engines often lose such headings."""
    following = lines[line.index + 1 : line.index + 2]
    return (
        block.tag in _HEADINGS
        and block.link_ratio < _LINKED
        and "article" in block.path
        and any(other.is_prose for other in following)
    )


def _judge_block(block: Block, line: Line, *, was_judged: bool) -> FurnitureKind | None:
    is_agreed = len(block.kept_by) == 2
    if block.tag in _BY_TAG:
        return _BY_TAG[block.tag]
    by_hint = _find_hint(block, line)
    if "other-article" in block.hints:
        return FurnitureKind.RELATED
    if is_agreed and line.is_prose and block.link_ratio < _LINKED:
        return by_hint if by_hint in {FurnitureKind.CAPTION, FurnitureKind.NEWSLETTER} else None
    if block.tag == "h1":
        return None
    for section in reversed(block.path):
        if section in _BY_SECTION and not (
            is_agreed and section in {"aside", "form"} and line.is_prose
        ):
            return by_hint or _BY_SECTION[section]
    if by_hint is not None:
        return by_hint
    if block.link_ratio >= _LINKED and not is_agreed:
        return FurnitureKind.RELATED if line.word_count >= 5 else FurnitureKind.NAVIGATION
    if "header" in block.path and not block.kept_by and line.word_count <= _SHORT_WORDS:
        return FurnitureKind.NAVIGATION
    if was_judged and not block.kept_by and not (line.is_prose and "article" in block.path):
        return FurnitureKind.OTHER
    return None


def _find_hint(block: Block, line: Line) -> FurnitureKind | None:
    for kind, words in _BY_HINT:
        found = block.hints & words
        if found and (line.word_count <= _SHORT_WORDS or found - _WEAK_HINTS):
            return kind
    return None

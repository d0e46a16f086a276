"""What the elements of an HTML page say of its lines."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

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
    (FurnitureKind.OTHER, {"paywall", "piano", "abo", "subscription", "poll", "sondage", "quiz", "donate", "donation",
                              "pullquote", "exergue"}),
    (FurnitureKind.NAVIGATION, {"breadcrumb", "breadcrumbs", "ariane", "menu", "navbar", "navigation", "toc", "skip"}),
    (FurnitureKind.CAPTION, {"caption", "legende", "legend", "photo", "figcaption", "credit", "wp-caption"}),
    (FurnitureKind.CREDIT, {"byline", "author", "auteur", "signature", "bio"}),
    (FurnitureKind.SECTION, {"tags", "tag", "tagcloud", "category", "rubrique", "kicker", "surtitre"}),
    (FurnitureKind.LEGAL, {"footer", "copyright", "legal"}),
)  # fmt: skip
# Hints that pages also give to containers of the article itself count only for short lines.
_WEAK_HINTS = frozenset(
    [
        "comment", "subscribe", "social", "pub", "photo", "ad", "abo", "credit", "author", "tag",
        "category", "bio", "menu", "piano", "footer",
    ]
)  # fmt: skip
_HEADINGS = frozenset({"h2", "h3", "h4"})
_LINKED = 0.6
# A button or a menu's item is all link, and short.
_ALL_LINKED = 0.95
_BUTTON_WORDS = 6
_ENGINES = 2
# Elements whose lines stand inside running text.
_TEXT_TAGS = frozenset({"p", "li", "blockquote", "dd", "h2", "h3", "h4"})
# Items of a list that engines lose: as many at most, hardly linked, in elements named like those around.
_LOST_LINES = 12
_UNLINKED = 0.3
_ALIKE = 0.6
# Names on so many words of the body are names of its container.
_SHARED = 0.3
# A line that both engines keep, in a box of teasers, comments or offers, is one of them if it is short.
_TEASER_WORDS = 20
_SHORT_WORDS = 12


def label_by_blocks(
    article: Article,
    lines: list[Line],
    agreed: frozenset[int],
    labels: dict[int, FurnitureKind],
) -> None:
    """Add labels for the lines whose element says that they are not the article.

    Elements are asked in this order: caption tags and navigation; names of classes and ids, but for
    those that the body shares; links only; what neither extraction engine keeps. A line that both
    engines keep is of the article, whatever stands around it, unless a phrase of a template, or the
    name of its own box, says otherwise.

    Args:
        article: With its blocks.
        lines: Its lines.
        agreed: As `find_agreed` gives them.
        labels: Is added to.
    """
    blocks = _list_blocks(article, lines)
    was_judged = any(block.kept_by for block in article.blocks)
    shared = _find_shared_hints(lines, blocks)
    for index, block in blocks.items():
        line = lines[index]
        if index in labels:
            continue
        kind = _judge_block(block, line, shared)
        if kind is None and index not in agreed and not _heads_prose(block, line, lines):
            kind = _judge_loss(block, line, was_judged=was_judged)
        if kind is not None:
            labels[index] = kind


def find_agreed(article: Article, lines: list[Line]) -> frozenset[int]:
    """Indices of the lines that both extraction engines take for the article, links left out.

    With them the lines that an engine loses between two such lines, in elements of the same names:
    engines often lose headings and the short items of lists.
    """
    blocks = _list_blocks(article, lines)
    found: set[int] = set()
    run: list[int] = []
    before: Block | None = None
    for index, block in blocks.items():
        if block.link_ratio >= _UNLINKED:
            continue
        is_text = lines[index].is_prose or lines[index].is_closed or block.tag in _TEXT_TAGS
        if len(block.kept_by) == _ENGINES and is_text:
            found.add(index)
            if before is not None and len(run) <= _LOST_LINES:
                names = before.hints | block.hints
                found |= {i for i in run if len(blocks[i].hints & names) >= _ALIKE * len(names)}
            before, run = block, []
        elif block.tag in _TEXT_TAGS:
            run.append(index)
    return frozenset(found)


def _find_shared_hints(lines: list[Line], blocks: dict[int, Block]) -> frozenset[str]:
    """Names that a good part of the body bears: they are of its container and tell lines not apart.

    Real pages wrap their article in « share-inner-wrapper », and a match report in « comments ».
    The body is what trafilatura keeps of the paragraphs, the engine that errs less often; where it
    keeps none, what the other keeps.
    """
    for engine in ("trafilatura", "resiliparse"):
        words: Counter[str] = Counter()
        total = 0
        for index, block in blocks.items():
            line = lines[index]
            if line.is_prose and engine in block.kept_by:
                total += line.word_count
                words.update(dict.fromkeys(block.hints, line.word_count))
        if total:
            return frozenset(hint for hint, count in words.items() if count >= _SHARED * total)
    return frozenset()


def _list_blocks(article: Article, lines: list[Line]) -> dict[int, Block]:
    """The block that holds each line, by the line's index."""
    starts = [block.span.start for block in article.blocks]
    found: dict[int, Block] = {}
    for line in lines:
        at = bisect_right(starts, line.start) - 1
        if at >= 0 and article.blocks[at].span.end > line.start:
            found[line.index] = article.blocks[at]
    return found


def _heads_prose(block: Block, line: Line, lines: list[Line]) -> bool:
    """Whether an unlinked heading stands right above a paragraph; engines often lose such headings."""
    following = lines[line.index + 1 : line.index + 2]
    return (
        block.tag in _HEADINGS
        and block.link_ratio < _LINKED
        and "article" in block.path
        and any(other.is_prose for other in following)
    )


def _judge_block(block: Block, line: Line, shared: frozenset[str]) -> FurnitureKind | None:
    """What an element says of itself and of what stands around it."""
    is_agreed = len(block.kept_by) == _ENGINES
    if block.tag in _BY_TAG:
        return _BY_TAG[block.tag]
    by_hint = _find_hint(block.hints - shared, line)
    if "other-article" in block.hints:
        return FurnitureKind.RELATED
    if block.link_ratio >= _ALL_LINKED and line.word_count <= _BUTTON_WORDS and not line.is_prose:
        return by_hint or FurnitureKind.NAVIGATION
    if is_agreed and block.link_ratio < _LINKED and (line.is_prose or block.tag in _TEXT_TAGS):
        is_named = by_hint in {FurnitureKind.CAPTION, FurnitureKind.NEWSLETTER}
        return by_hint if is_named or line.word_count <= _TEASER_WORDS else None
    if block.tag == "h1":
        return None
    return _judge_place(block, line, by_hint, is_agreed=is_agreed)


def _judge_place(
    block: Block, line: Line, by_hint: FurnitureKind | None, *, is_agreed: bool
) -> FurnitureKind | None:
    """What the elements around a line, their names and its links say."""
    for section in reversed(block.path):
        if section in _BY_SECTION and not (
            is_agreed and section in {"aside", "form"} and line.is_prose
        ):
            return by_hint or _BY_SECTION[section]
    if by_hint is not None:
        return by_hint
    if block.link_ratio >= _LINKED and not is_agreed:
        return FurnitureKind.RELATED if line.word_count >= 5 else FurnitureKind.NAVIGATION
    return None


def _judge_loss(block: Block, line: Line, *, was_judged: bool) -> FurnitureKind | None:
    """What it says that an engine, or both, leave the line out."""
    if block.tag == "h1":
        return None
    if "header" in block.path and line.word_count <= _SHORT_WORDS and not line.is_closed:
        of_article = {"article", "main"} & set(block.path)
        if len(block.kept_by) < (1 if of_article else _ENGINES):
            return FurnitureKind.NAVIGATION
    if was_judged and not block.kept_by and not (line.is_prose and "article" in block.path):
        return FurnitureKind.OTHER
    return None


def _find_hint(hints: frozenset[str], line: Line) -> FurnitureKind | None:
    for kind, words in _BY_HINT:
        found = hints & words
        if found and (line.word_count <= _SHORT_WORDS or found - _WEAK_HINTS):
            return kind
    return None

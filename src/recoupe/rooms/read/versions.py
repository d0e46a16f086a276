"""Versions of one article: its AMP page, its print page, the page itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from recoupe.records import Article
from recoupe.rooms.read.file_kinds import BY_SUFFIX, FileKind

# The canonical address stands in a page's head; pages put up to 60 kB of styles before it.
_HEAD_BYTES = 96_000
_LINK = re.compile(rb"<link\b[^>]{0,600}>", re.IGNORECASE)
_IS_CANONICAL = re.compile(rb"""rel\s*=\s*["']?canonical\b""", re.IGNORECASE)
_ADDRESS = re.compile(rb"""href\s*=\s*["']?([^"'\s>]{1,500})""", re.IGNORECASE)
# Versions differ by a caption or a box; other articles of one address (a live page) share less.
_SHARED_RATIO = 0.8
_PARAGRAPH_CHARS = 60


def read_address(file: Path) -> str | None:
    """The canonical address that a page names in its head; None for other files and pages without."""
    if BY_SUFFIX.get(file.suffix.lower()) is not FileKind.PAGE:
        return None
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
    except OSError:
        return None
    for link in _LINK.findall(head):
        if _IS_CANONICAL.search(link) and (found := _ADDRESS.search(link)):
            return found[1].decode("utf-8", "replace")
    return None


def find_shared_addresses(files: Iterable[Path]) -> tuple[dict[Path, str], Counter[str]]:
    """The address of each file that shares it with another, and how many share each."""
    addresses = {file: address for file in files if (address := read_address(file))}
    counts = Counter(addresses.values())
    shared = {file: address for file, address in addresses.items() if counts[address] > 1}
    return shared, Counter(shared.values())


def join_versions(articles: list[Article]) -> list[Article]:
    """One article for versions with the same text, the first standing; others as they are.

    The sources of the joined versions are kept in `also_at`. Two pages are versions where four
    fifths of the paragraphs of the shorter, as the extraction engines keep them, stand in the other.
    """
    joined: list[Article] = []
    for article in articles:
        for index, first in enumerate(joined):
            if _is_same_text(first, article):
                also_at = {*first.also_at, article.source, *article.also_at} - {first.source}
                joined[index] = replace(first, also_at=tuple(sorted(also_at)))
                break
        else:
            joined.append(article)
    return joined


def _is_same_text(one: Article, other: Article) -> bool:
    first, second = _paragraphs(one), _paragraphs(other)
    shorter = min(sum(map(len, first)), sum(map(len, second)))
    return shorter > 0 and sum(map(len, first & second)) >= _SHARED_RATIO * shorter


def _paragraphs(article: Article) -> set[str]:
    kept = (block.span.cut(article.text) for block in article.blocks if block.kept_by)
    return {"".join(text.split()) for text in kept if len(text) >= _PARAGRAPH_CHARS}

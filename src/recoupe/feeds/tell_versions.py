"""The same article fetched again: as it was, or in a new version."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from recoupe.records import Article, Dropped, Remark
from recoupe.store import Store
from recoupe.store.find_sources import find_by_source


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was fetched, held against what the store has from the same addresses.

    Attributes:
        items: What is to be added; new versions bear the note "new_version".
        unchanged: How many articles say what they said before.
    """

    items: tuple[Article | Dropped, ...]
    unchanged: int


def print_prose(article: Article) -> str:
    """Fingerprint of what an article says, whatever its page shows around it.

    For pages it is made of the blocks that any extraction engine keeps; their spaces do not count.
    """
    kept = [block.span.cut(article.text) for block in article.blocks if block.kept_by]
    prose = "".join((" ".join(kept) or article.text).split())
    return hashlib.sha256(prose.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def tell_versions(store: Store, items: Iterable[Article | Dropped]) -> Fetched:
    """The items without articles whose address gave the same prose before."""
    read = list(items)
    with store.read() as connection:
        known = find_by_source(connection, [i.source for i in read if isinstance(i, Article)])
    kept: list[Article | Dropped] = []
    unchanged = 0
    for item in read:
        former = known.get(item.source, [])
        if isinstance(item, Dropped) or not former:
            kept.append(item)
        elif print_prose(item) in {print_prose(article) for article in former}:
            unchanged += 1
        else:
            kept.append(replace(item, notes=tuple(sorted({*item.notes, Remark.NEW_VERSION}))))
    return Fetched(tuple(kept), unchanged)

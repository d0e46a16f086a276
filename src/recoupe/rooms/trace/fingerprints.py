"""Winnowed fingerprints: which texts share a passage, without comparing every pair."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

# Eight words in a row, one fingerprint of every eight kept: a passage of three sentences inside
# forty is found even when one word of each is changed, while two reports of one event hardly
# ever share eight words outside quotations (docs/decisions/0004-origins.md).
GRAM_WORDS = 8
WINDOW_GRAMS = 8
# A fingerprint in more articles than this is a formula of the trade, not a copied passage.
COMMON_ARTICLES = 200


def winnow(keys: Sequence[str]) -> frozenset[int]:
    """The fingerprints of a text: of every window of grams the least hash.

    Args:
        keys: The folded words in order.

    Returns:
        64-bit hashes; empty for texts of fewer than `GRAM_WORDS` words.

    Source:
        Schleimer, Wilkerson and Aiken, « Winnowing », SIGMOD 2003.
    """
    grams = [
        int.from_bytes(
            hashlib.blake2b(" ".join(keys[n : n + GRAM_WORDS]).encode(), digest_size=8).digest()
        )
        for n in range(len(keys) - GRAM_WORDS + 1)
    ]
    if len(grams) <= WINDOW_GRAMS:
        return frozenset(grams[:1] and [min(grams)])
    return frozenset(min(grams[n : n + WINDOW_GRAMS]) for n in range(len(grams) - WINDOW_GRAMS + 1))


def find_candidate_pairs(prints: Mapping[str, frozenset[int]]) -> tuple[tuple[str, str], ...]:
    """The pairs of article ids with a fingerprint in common, sorted."""
    holders: dict[int, list[str]] = defaultdict(list)
    for article_id in sorted(prints):
        for fingerprint in prints[article_id]:
            holders[fingerprint].append(article_id)
    pairs = {
        pair
        for ids in holders.values()
        if 1 < len(ids) <= COMMON_ARTICLES
        for pair in combinations(ids, 2)
    }
    return tuple(sorted(pairs))

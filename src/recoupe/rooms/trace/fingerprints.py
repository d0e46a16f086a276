"""Winnowed fingerprints of a text."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

# Eight words in a row, one fingerprint of every eight kept: a passage of three sentences inside
# forty is found even when one word of each is changed, while two reports of one event hardly
# ever share eight words outside quotations (docs/decisions/0004-origins.md).
GRAM_WORDS = 8
WINDOW_GRAMS = 8


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

"""Likeness of pairs of texts by MinHash, as peers measure it; runs in the peers' environment.

    python peers.py < pairs.json > likenesses.json

In goes a list of pairs of texts, out comes, for each method, the list of their likenesses.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable

from datasketch import MinHash
from rensa import RMinHash

PERMUTATIONS = 256
SHINGLE_WORDS = 3
SEED = 1


def cut_shingles(text: str) -> list[str]:
    """Every three words in a row, lower case."""
    words = re.findall(r"\w+", text.lower())
    return sorted(
        {" ".join(words[n : n + SHINGLE_WORDS]) for n in range(len(words) - SHINGLE_WORDS + 1)}
    )


def sign_datasketch(text: str) -> MinHash:
    """The signature of a text by datasketch."""
    signature = MinHash(num_perm=PERMUTATIONS, seed=SEED)
    for shingle in cut_shingles(text):
        signature.update(shingle.encode())
    return signature


def sign_rensa(text: str) -> RMinHash:
    """The signature of a text by rensa."""
    signature = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    signature.update(cut_shingles(text))
    return signature


METHODS: dict[str, Callable[[str], MinHash | RMinHash]] = {
    "datasketch MinHash": sign_datasketch,
    "rensa MinHash": sign_rensa,
}


def main() -> None:
    """Reads the pairs and writes the likenesses."""
    pairs = json.load(sys.stdin)
    texts = sorted({text for pair in pairs for text in pair})
    answer = {}
    for name, sign in METHODS.items():
        signatures = {text: sign(text) for text in texts}
        answer[name] = [float(signatures[a].jaccard(signatures[b])) for a, b in pairs]
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()

"""How much of one passage's words the other has, near words counting in part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import mul

import numpy as np
from numpy.typing import NDArray

from recoupe.language import load_model

Vectors = NDArray[np.float32]
Places = Mapping[str, tuple[int, ...]]

# Cosine from which two words are near: below it the vectors of any two words of one trade agree.
# 0.0, 0.3 and 0.5 were tried on two stories and differ by less than 0.02 of recall.
NEAR_COSINE = 0.3
# What a word of the same family of near words is worth beside the word itself (1). Of 0.6, 0.8
# and 1 the average precision of pairs differs by less than 0.03 on the stories of quality/claims.
NEAR_FAMILY = 0.8
# The last figures of a product depend on the machine; rounded away they cannot tip a threshold.
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a passage that tell something.

    Attributes:
        keys: The keys of each word.
        same: Indices of the words that have a key.
        near: Indices of the words that are in a family of near words.
        vectors: A row of length 1 for each word, all zeros for numbers, places and unknown words:
            near is not the same there.
    """

    keys: tuple[tuple[str, ...], ...]
    same: Places = field(compare=False, repr=False)
    near: Places = field(compare=False, repr=False)
    vectors: Vectors = field(compare=False, repr=False)


def read_words(
    lemmas: Sequence[str],
    keys: Sequence[tuple[str, ...]],
    near: Sequence[tuple[str, ...]],
    exact: Sequence[bool],
    language: str,
) -> Words:
    """The words with their vectors.

    Args:
        lemmas: Dictionary forms.
        keys: What each word is compared by.
        near: The families of near words that each word is in.
        exact: Whether a word must be met exactly.
        language: Whose model knows the vectors.
    """
    rows = [
        np.zeros_like(_find_vector("", language)) if alone else _find_vector(lemma, language)
        for lemma, alone in zip(lemmas, exact, strict=True)
    ]
    families = [() if alone else each for each, alone in zip(near, exact, strict=True)]
    return Words(
        tuple(keys),
        _find_places(keys),
        _find_places(families),
        np.array(rows, dtype=np.float32),
    )


def _find_places(labels: Iterable[Iterable[str]]) -> Places:
    found: dict[str, list[int]] = defaultdict(list)
    for n, each in enumerate(labels):
        for label in each:
            found[label].append(n)
    return {label: tuple(places) for label, places in found.items()}


@lru_cache(maxsize=65_536)
def _find_vector(lemma: str, language: str) -> Vectors:
    """The vector of a word with length 1, or zeros."""
    vector = np.asarray(load_model(language).vocab[lemma].vector, dtype=np.float32)
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector


def match_softly(
    one: Words, other: Words, weights: Sequence[float], other_weights: Sequence[float]
) -> float:
    """How much the words of two passages match, 0 to 1.

    Each word takes its best match on the other side, 1 for a common key, 0.8 for a common family
    of near words, else by how near the vectors are. The harmonic mean of both
    directions is given, each an average by the weights of the words.

    Contraries (« ouvrir », « fermer ») are near too: they are for the vetoes to tell.

    Source:
        Zhang et al., BERTScore, ICLR 2020, with static vectors.
    """
    if not one.keys or not other.keys:
        return 0.0
    near = one.vectors @ other.vectors.T
    near -= NEAR_COSINE
    near /= 1 - NEAR_COSINE
    np.maximum(near, 0.0, out=near)
    np.minimum(near, 1.0, out=near)
    for places, others, least in ((one.near, other.near, NEAR_FAMILY), (one.same, other.same, 1.0)):
        for label in places.keys() & others.keys():
            for i in places[label]:
                for j in others[label]:
                    if near[i, j] < least:
                        near[i, j] = least
    there = _average(np.maximum.reduce(near, axis=1).tolist(), weights)
    back = _average(np.maximum.reduce(near, axis=0).tolist(), other_weights)
    return round(2 * there * back / (there + back), DIGITS) if there and back else 0.0


def _average(best: Sequence[float], weights: Sequence[float]) -> float:
    total: float = sum(map(mul, weights, best))
    return total / sum(weights)

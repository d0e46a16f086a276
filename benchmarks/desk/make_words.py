"""Invented French-looking words whose frequencies fall as those of a real text do."""

from __future__ import annotations

from itertools import accumulate
from random import Random

ONSETS = [
    "b",
    "bl",
    "br",
    "c",
    "ch",
    "cl",
    "cr",
    "d",
    "dr",
    "f",
    "fl",
    "fr",
    "g",
    "gl",
    "gr",
    "j",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "pr",
    "qu",
    "r",
    "s",
    "t",
    "tr",
    "v",
]
RHYMES = [
    "a",
    "e",
    "i",
    "o",
    "u",
    "ai",
    "an",
    "au",
    "en",
    "eau",
    "er",
    "eur",
    "in",
    "oi",
    "on",
    "ou",
]
ENDINGS = {"NOUN": ("", "s"), "VERB": ("e", "ent", "ait", "é", "ée"), "ADJ": ("", "e", "s", "es")}
SMALL = [
    "de",
    "la",
    "le",
    "les",
    "des",
    "et",
    "à",
    "en",
    "un",
    "une",
    "du",
    "que",
    "dans",
    "qui",
    "pour",
    "sur",
    "est",
    "au",
    "par",
    "il",
    "a",
    "plus",
    "ne",
    "se",
]
# Zipf's law: the n-th most frequent word of a text is about n times as rare as the first.
ZIPF_EXPONENT = 1.0


class Vocabulary:
    """Words to draw from, each with its lemma and part of speech.

    Attributes:
        names: Capitalised words, for people, places and outlets.
    """

    def __init__(self, random: Random, size: int) -> None:
        self.random = random
        lemmas: dict[str, str] = {}
        while len(lemmas) < size:
            syllables = random.choices((1, 2, 3), (1, 4, 3))[0]
            word = "".join(random.choice(ONSETS) + random.choice(RHYMES) for _ in range(syllables))
            lemmas.setdefault(word, random.choices(list(ENDINGS), (5, 3, 2))[0])
        self.words = list(lemmas.items())
        self.weights = list(accumulate(1 / (n + 8) ** ZIPF_EXPONENT for n in range(size)))
        self.names = [word.capitalize() for word, _ in self.words[size // 2 : size // 2 + 4000]]

    def draw(self) -> tuple[str, str, str]:
        """A word in one of its forms, its lemma and its part of speech."""
        if self.random.random() < 0.42:  # share of grammatical words in a French text
            word = self.random.choice(SMALL)
            return word, word, "ADP"
        word, pos = self.random.choices(self.words, cum_weights=self.weights)[0]
        return word + self.random.choice(ENDINGS[pos]), word, pos

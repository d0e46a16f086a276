"""Keys of words: what brings « envoyer », « l'envoi » and « expédier » together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from recoupe.language import load_table

# A stem shorter than this says too little to stand for its word.
SHORTEST_STEM_CHARS = 4


def fold_word(word: str) -> str:
    """The word in lower case without accents, its apostrophes straight.

    Example:
        >>> fold_word("Désespoir"), fold_word("Cœur")
        ('desespoir', 'coeur')
    """
    plain = word.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    bare = unicodedata.normalize("NFD", plain.replace("\u00ad", "").replace("\u200b", ""))
    return "".join(ch for ch in bare if not unicodedata.combining(ch))


@lru_cache(maxsize=65_536)
def find_families(lemma: str, language: str) -> tuple[str, ...]:
    """The families of press words that a lemma belongs to, in file order; none for most words.

    Example:
        >>> find_families("dépêcher", "fr"), find_families("girouette", "fr")
        (('envoyer',), ())
    """
    word = unicodedata.normalize("NFC", lemma.lower())
    return tuple(
        dict.fromkeys(
            entry.data["family"]
            for entry in load_table(language, "synonyms")
            if entry.regex.match(word)
        )
    )


@cache
def opposite_families(language: str) -> frozenset[tuple[str, str]]:
    """Pairs of families of which one says the contrary of the other, both ways round."""
    pairs = [
        (str(entry.data["family"]), str(entry.data["opposite"]))
        for entry in load_table(language, "synonyms")
        if "opposite" in entry.data
    ]
    return frozenset(pairs + [(other, one) for one, other in pairs])


@lru_cache(maxsize=65_536)
def cut_stem(lemma: str, language: str) -> str:
    """The folded lemma without its derivational ending.

    Example:
        >>> cut_stem("menacer", "fr") == cut_stem("menace", "fr")
        True
        >>> cut_stem("pont", "fr")
        'pont'
    """
    word = fold_word(lemma)
    for entry in load_table(language, "suffixes"):
        stem = entry.regex.sub("", unicodedata.normalize("NFC", lemma.lower()), count=1)
        folded = fold_word(stem)
        if folded != word and len(folded) >= SHORTEST_STEM_CHARS:
            return folded
    return word


@lru_cache(maxsize=65_536)
def is_negative_word(lemma: str, language: str) -> bool:
    """Whether a word denies by itself (« incapable »)."""
    return any(entry.regex.match(lemma.lower()) for entry in load_table(language, "negative_words"))


@cache
def _adjectives(language: str) -> dict[str, str]:
    """Country by folded adjective (« nord-coreenne » → Corée du Nord)."""
    return {
        fold_word(word): str(entry.data["name"])
        for entry in load_table(language, "places")
        for word in entry.data.get("adjectives", ())
    }


@cache
def _place_names(language: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One pattern for all place names, and what each of its groups stands for."""
    patterns: list[str] = []
    names: list[str] = []
    for entry in load_table(language, "places"):
        if entry.pattern is None:
            continue
        patterns.append(entry.pattern)
        names.append(str(entry.data.get("country") or entry.data.get("name")))
    for entry in load_table(language, "metonyms"):
        body = {fold_word(word) for word in str(entry.data.get("body", "")).split()}
        countries = sorted(
            {_adjectives(language)[word] for word in body & set(_adjectives(language))}
        )
        if entry.pattern is not None and countries:
            patterns.append(entry.pattern)
            names.append(countries[0])
    if not patterns:
        return re.compile(r"(?!)"), ()
    joined = "|".join(f"(?P<g{number}>{pattern})" for number, pattern in enumerate(patterns))
    return re.compile(joined), tuple(names)


def find_places(text: str, language: str) -> tuple[tuple[int, int, str], ...]:
    """Places in a text by name, capital, seat of power: start, end and canonical name.

    « Moscou » and « le Kremlin » stand for the country; whoever means the town itself is not told
    apart, which costs little where two passages of one story are compared.
    """
    pattern, names = _place_names(language)
    return tuple(
        (match.start(), match.end(), names[int(str(match.lastgroup)[1:])])
        for match in pattern.finditer(text)
    )


def place_of_adjective(word: str, language: str) -> str | None:
    """The country that an adjective or a demonym is of, or None.

    Example:
        >>> place_of_adjective("Ukrainiennes", "fr"), place_of_adjective("grand", "fr")
        ('Ukraine', None)
    """
    return _adjectives(language).get(fold_word(word))


def word_keys(lemma: str, language: str) -> tuple[str, ...]:
    """What a word is compared by: its families, else its stem."""
    return find_families(lemma, language) or (cut_stem(lemma, language),)


def join_keys(lemmas: Iterable[str], language: str) -> frozenset[str]:
    """The keys of several words."""
    return frozenset(key for lemma in lemmas for key in word_keys(lemma, language))

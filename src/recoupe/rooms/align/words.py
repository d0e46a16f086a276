"""What a pack says of words: opposite and near families, denials, places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from recoupe.language import load_table
from recoupe.language.word_keys import find_keys, fold_word

_WORD = re.compile(r"[^\W_]+")


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
def _places_by_first_word(
    language: str,
) -> Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]:
    """Patterns of place names, and what each stands for, by the folded first word of the name.

    The first words are read off the examples, of which the tables hold one for every spelling.
    """
    found: dict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
    for entry in (*load_table(language, "places"), *load_table(language, "metonyms")):
        name = entry.data.get("country") or entry.data.get("name")
        if entry.table.endswith("metonyms"):
            name = _country_of_body(str(entry.data.get("body", "")), language)
        if entry.pattern is None or name is None:
            continue
        pattern = re.compile(entry.pattern)
        matches = (match for example in entry.examples if (match := pattern.search(example)))
        for first in sorted({fold_word(_WORD.findall(match[0])[0]) for match in matches}):
            found[first].append((pattern, str(name)))
    return {first: tuple(patterns) for first, patterns in found.items()}


def _country_of_body(body: str, language: str) -> str | None:
    """The country of « présidence russe », or None."""
    adjectives = _adjectives(language)
    words = (fold_word(word) for word in body.split())
    return min((adjectives[word] for word in words if word in adjectives), default=None)


@lru_cache(maxsize=4_096)
def find_places(text: str, language: str) -> tuple[tuple[int, int, str], ...]:
    """Places in a text by name, capital, seat of power: start, end and canonical name.

    « Moscou » and « le Kremlin » stand for the country; whoever means the town itself is not told
    apart, which costs little where two passages of one story are compared.

    Cost:
        Linear in the text: one look-up for each word.
    """
    by_first_word = _places_by_first_word(language)
    found: list[tuple[int, int, str]] = []
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        for pattern, name in by_first_word.get(fold_word(word[0]), ()):
            match = pattern.match(text, word.start())
            if match is not None:
                end = match.end()
                found.append((match.start(), end, name))
                break
    return tuple(found)


def place_of_adjective(word: str, language: str) -> str | None:
    """The country that an adjective or a demonym is of, or None.

    Example:
        >>> place_of_adjective("Ukrainiennes", "fr"), place_of_adjective("grand", "fr")
        ('Ukraine', None)
    """
    return _adjectives(language).get(fold_word(word))


@cache
def _near_families(language: str) -> Mapping[str, tuple[str, ...]]:
    """For each folded lemma, the families of near words that list it, each by its first word.

    The patterns of the table are plain lists of lemmas, « ^(?:one|two)$ », so that a look-up
    costs nothing however long the table grows.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for entry in load_table(language, "near_words"):
        listed = str(entry.pattern).removeprefix("^(?:").removesuffix(")$").split("|")
        for word in listed:
            found[fold_word(word)].append(listed[0])
    return {word: tuple(names) for word, names in found.items()}


def find_near_families(lemma: str, language: str) -> tuple[str, ...]:
    """The families of near words that a lemma is in; none for most words.

    Looser than `find_families`: words of one are near, not the same (« prison », « peine »).

    Example:
        >>> set(find_near_families("licencier", "fr")) & set(find_near_families("renvoyer", "fr"))
        {'licencier'}
    """
    return _near_families(language).get(fold_word(lemma), ())


def join_keys(lemmas: Iterable[str], language: str) -> frozenset[str]:
    """The keys of several words."""
    return frozenset(key for lemma in lemmas for key in find_keys(lemma, language))

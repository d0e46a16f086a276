"""The language of a text, or None where it cannot be told."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from recoupe.language import known_languages, load_table

# Languages of the French-speaking press and its neighbours; among all 97 that py3langid knows, short
# French texts are now and then called Walloon or Haitian.
_CANDIDATES = (
    "fr",
    "en",
    "de",
    "es",
    "it",
    "nl",
    "pt",
    "br",
    "ca",
    "eu",
    "oc",
    "lb",
    "ro",
    "pl",
    "ru",
    "uk",
    "ar",
    "tr",
)
# Below this length n-grams say little; then the words that a language cannot do without decide.
_ENOUGH_CHARS = 200
# Function words are a third to a half of French and English prose; a few look alike in another
# language. Set between the two by judgment, not by a count.
_FUNCTION_WORD_RATIO = 0.15
_SAMPLE_CHARS = 20_000
# A longer text is of a language where so many of its words are that language's own and next to none are
# small words of another pack. The own words were 0.078 and more of 149 French articles, 0.04 and less of
# Italian, Catalan, Occitan, Luxembourgish, Breton and Romanian paragraphs.
_OWN_WORD_RATIO = 0.07
_OTHER_WORD_RATIO = 0.03
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str | None:
    """ISO 639-1 code of the language of most of the text.

    For texts of less than 200 characters only languages with a pack are told, by the share of
    their function words. A longer one goes to a detector where its words leave a doubt: loading
    that takes as long as parsing ten articles. The language of single passages in a mixed text is
    not told.

    Example:
        >>> guess_language("Le maire a dit que les écoles sont fermées pour la journée.")
        'fr'
        >>> guess_language("Vaubrières 2026")
    """
    sample = text[:_SAMPLE_CHARS]
    if len(sample.strip()) < _ENOUGH_CHARS:
        return _guess_by_words(sample)
    return _find_sure_language(sample) or _classify(sample)


def _find_sure_language(text: str) -> str | None:
    """The language of a pack that the words of a longer text leave no doubt of, or None."""
    ratios = _count_ratios(text)
    best = max(sorted(ratios), key=lambda language: ratios[language].own)
    if ratios[best].own < _OWN_WORD_RATIO:
        return None
    others = [found for language, found in ratios.items() if language != best]
    return best if all(found.all <= _OTHER_WORD_RATIO for found in others) else None


def _classify(text: str) -> str:
    """The most likely of the candidates."""
    import py3langid

    _restrict_candidates()
    code, _ = py3langid.classify(text)
    return str(code)


@cache
def _restrict_candidates() -> None:
    import py3langid

    py3langid.set_languages(list(_CANDIDATES))


def _guess_by_words(text: str) -> str | None:
    ratios = _count_ratios(text)
    best = max(sorted(ratios), key=lambda language: ratios[language].all)
    return best if ratios[best].all >= _FUNCTION_WORD_RATIO else None


class _Ratios(NamedTuple):
    """Shares of function words in all words: of those that no neighbour language has, and of all."""

    own: float
    all: float


def _count_ratios(text: str) -> dict[str, _Ratios]:
    """The share of each pack's function words in all words of a text."""
    word_count = max(len(_WORD.findall(text)), 1)
    return {language: _count_words(text, language, word_count) for language in known_languages()}


def _count_words(text: str, language: str, word_count: int) -> _Ratios:
    own = every = 0
    for entry in load_table(language, "function_words"):
        count = len(entry.regex.findall(text))
        every += count
        own += count if entry.data.get("own") else 0
    return _Ratios(own / word_count, every / word_count)

"""The language of a text, or None where it cannot be told."""

from __future__ import annotations

import re
from functools import cache

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
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str | None:
    """ISO 639-1 code of the language of most of the text.

    For texts of less than 200 characters only languages with a pack are told, by the share of
    their function words. The language of single passages in a mixed text is not told.

    Example:
        >>> guess_language("Le maire a dit que les écoles sont fermées pour la journée.")
        'fr'
        >>> guess_language("Vaubrières 2026")
    """
    sample = text[:_SAMPLE_CHARS]
    if len(sample.strip()) < _ENOUGH_CHARS:
        return _guess_by_words(sample)
    import py3langid

    _restrict_candidates()
    code, _ = py3langid.classify(sample)
    return str(code)


@cache
def _restrict_candidates() -> None:
    import py3langid

    py3langid.set_languages(list(_CANDIDATES))


def _guess_by_words(text: str) -> str | None:
    word_count = len(_WORD.findall(text))
    if not word_count:
        return None
    ratios = {
        language: sum(
            len(entry.regex.findall(text)) for entry in load_table(language, "function_words")
        )
        / word_count
        for language in known_languages()
    }
    best = max(sorted(ratios), key=lambda language: ratios[language])
    return best if ratios[best] >= _FUNCTION_WORD_RATIO else None

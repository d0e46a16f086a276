"""Words as search compares them: without case, accents, ligatures and marks."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"})
_MARKS = re.compile(r"[^\w]+|_+")
# Zero-width characters and soft hyphens stand inside words and are no part of them.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


class _Combining(dict[int, int | None]):
    """For `str.translate`: marks that combine with the letter before them go, all else stays."""

    def __missing__(self, code: int) -> int | None:
        kept = None if unicodedata.combining(chr(code)) else code
        self[code] = kept
        return kept


_COMBINING = _Combining()


def fold_words(text: str) -> str:
    """The words of a text, folded and with one space between them.

    Example:
        >>> fold_words("L’Œuvre d’Élodie Brûlé, 1 200 €")
        'l oeuvre d elodie brule 1 200'
    """
    plain = unicodedata.normalize("NFKD", _UNSEEN.sub("", text).translate(_LIGATURES))
    bare = plain if plain.isascii() else plain.translate(_COMBINING)
    return _MARKS.sub(" ", bare.casefold()).strip()

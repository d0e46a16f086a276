"""French spaces in our own sentences; the words of articles are never touched."""

from __future__ import annotations

import re

_NARROW = "\u202f"
_WIDE = "\u00a0"


def set_spaces(sentence: str, language: str) -> str:
    r"""The sentence with the no-break spaces of its language.

    French: U+202F before « ; ! ? % » » and after « « », U+00A0 before « : », U+202F between the
    thousands. Only spaces that are there are changed: « 12:30 » and « http://a » stay.

    Example:
        >>> set_spaces("« Non » : 3 ≠ 5 ; 1 200 morts ?", "fr")
        '«\u202fNon\u202f»\xa0: 3 ≠ 5\u202f; 1\u202f200 morts\u202f?'
    """
    if language != "fr":
        return sentence
    sentence = re.sub(r"[ \u00a0\u202f](?=[;!?%»])", _NARROW, sentence)
    sentence = re.sub(r"«[ \u00a0\u202f]", "«" + _NARROW, sentence)
    sentence = re.sub(r"[ \u00a0\u202f](?=:)", _WIDE, sentence)
    return re.sub(
        r"(?<!\d)(\d{1,3}(?:\u202f\d{3})*)[ \u00a0](?=\d{3}(?!\d))", r"\1" + _NARROW, sentence
    )

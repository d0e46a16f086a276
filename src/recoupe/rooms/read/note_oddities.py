"""What is odd about the characters of a text: noted, never mended."""

from __future__ import annotations

import re

from recoupe.records import Remark

_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_ZERO_WIDTH = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
# A word with letters of two scripts that look alike.
_MIXED_SCRIPT = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
# UTF-8 read as Windows-1252: « Ã© », « â€™ », « Â« »; none of these pairs stands in right French.
_MOJIBAKE = re.compile("Ã[\x80-\xbf©¨ª«®¯´»¢‰Š€ˆ]|â€[™œ˜“”¦\x9d\x93\x94]|Â[«»°\xa0]|Å“|Ã\xa0")
# A few joiners stand in emoji; more than this is a trick or a broken page.
_MANY_ZERO_WIDTH = 5
# The search for mojibake reads the start of a text; a wrong encoding shows everywhere.
_SAMPLE_CHARS = 50_000


def note_oddities(text: str) -> tuple[str, ...]:
    """Names of what a reader of the text should know about its characters, sorted.

    "mojibake" (« Ã© » for « é »), "control_characters" (also lone surrogates), "zero_width",
    "bidi_controls", "mixed_scripts" (a Cyrillic letter inside a Latin word).

    Example:
        >>> note_oddities("L'Ã©tÃ© dernier"), note_oddities("L'été dernier")
        ((<Remark.MOJIBAKE: 'mojibake'>,), ())
    """
    found = []
    if _BIDI.search(text):
        found.append(Remark.BIDI_CONTROLS)
    if _CONTROLS.search(text):
        found.append(Remark.CONTROL_CHARACTERS)
    if _MIXED_SCRIPT.search(text):
        found.append(Remark.MIXED_SCRIPTS)
    if _MOJIBAKE.search(text, 0, _SAMPLE_CHARS):
        found.append(Remark.MOJIBAKE)
    if len(_ZERO_WIDTH.findall(text)) > _MANY_ZERO_WIDTH:
        found.append(Remark.ZERO_WIDTH)
    return tuple(found)

"""Repaired copies of words from texts that were decoded wrongly, for matching only."""

from __future__ import annotations

import re
from functools import lru_cache

# The letters that UTF-8 read as Windows-1252 or Latin-1 begins with: « Ã© », « â€™ », « Å“ », « Â« ».
_SUSPECT = re.compile("[ÃÂâÅ][^\x00-\x7fa-z]|Ã.")


def repair_mojibake(text: str) -> str:
    """The text as it was meant, « Ã© » read as « é »; the text itself where nothing is broken.

    The copy is for keys that are compared: it has another length than what stands in the article, so
    spans do not hold in it and it is never shown. Curly quotes, ligatures, composed letters and line
    ends stay as they are. A broken « à » loses its second half to a no-break space and is not mended
    in a word by itself.

    Example:
        >>> repair_mojibake("dÃ©clarÃ©"), repair_mojibake("déclaré"), repair_mojibake("lâ€™Ã©cole")
        ('déclaré', 'déclaré', 'l’école')
    """
    return _repair(text) if not text.isascii() and _SUSPECT.search(text) else text


@lru_cache(maxsize=16_384)
def _repair(text: str) -> str:
    import ftfy

    return ftfy.fix_text(
        text,
        unescape_html=False,
        uncurl_quotes=False,
        fix_latin_ligatures=False,
        fix_line_breaks=False,
        fix_character_width=False,
        remove_terminal_escapes=False,
        remove_control_chars=False,
        normalization=None,
    )

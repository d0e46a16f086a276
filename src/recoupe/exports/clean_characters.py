"""Characters that files of other programs cannot hold."""

from __future__ import annotations

import re

# What XML 1.0 has no way to write, lone surrogates among them.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean_characters(text: str) -> str:
    r"""The text with U+FFFD for each character that XML cannot hold; its length stays.

    Line ends and tabs stay as they are.

    Source: XML 1.0, production 2 (Char).

    Example:
        >>> clean_characters("a\x1bb\tc")
        'a\ufffdb\tc'
    """
    return _REFUSED.sub("\ufffd", text)

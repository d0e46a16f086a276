"""Texts that any database takes."""

from __future__ import annotations

import re
from typing import overload

_REFUSED = re.compile("[\0\ud800-\udfff]")


@overload
def clean_text(text: str) -> str: ...
@overload
def clean_text(text: None) -> None: ...
@overload
def clean_text(text: str | None) -> str | None: ...
def clean_text(text: str | None) -> str | None:
    r"""A text without what databases refuse: NUL and lone surrogates, as U+FFFD.

    Columns serve lists and search; the record beside them keeps the text as it was read.

    Example:
        >>> clean_text("a\0b")
        'a\ufffdb'
    """
    if text is None:
        return None
    return _REFUSED.sub("\ufffd", text)

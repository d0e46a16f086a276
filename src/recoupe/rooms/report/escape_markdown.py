"""Words that Markdown shows as they are."""

from __future__ import annotations

import re

from recoupe.rooms.report.show_controls import flatten

# Everything that Markdown or the HTML within it would take for a sign of its own.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+|~!&$])")
_LINE_START = re.compile(r"^(\d+)([.)])|^([-=])")


def escape(words: str) -> str:
    r"""Words that Markdown shows letter for letter, on one line; unseen characters made visible.

    Example:
        >>> print(escape("a|b *c* <script> [d](e) \x1b[2J"))
        a\|b \*c\* \<script\> \[d\]\(e\) ⟨U\+001B⟩\[2J
        >>> print(escape("1. Un"))
        1\. Un
    """
    safe = _SIGNS.sub(r"\\\1", flatten(words))
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", safe)


def escape_inside(words: str) -> str:
    """Like `escape`, for a stretch within a line: the spaces at its ends stay."""
    return _SIGNS.sub(r"\\\1", words)

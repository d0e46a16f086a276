"""Characters that a reader cannot see, or that turn the text around, made visible."""

from __future__ import annotations

import re

# C0 and C1 controls but tab and line ends, soft hyphen, zero-width and bidi controls, lone
# surrogates and non-characters. Joiners (U+200C, U+200D) stay: emoji and Indic scripts need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


def show_controls(text: str) -> str:
    r"""The text with each unseen character as its code between angle marks.

    Example:
        >>> show_controls("a\u202eb\x1b[2J")
        'a⟨U+202E⟩b⟨U+001B⟩[2J'
        >>> show_controls("l’été, 1\u202f200")
        'l’été, 1\u202f200'
    """
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def flatten(text: str) -> str:
    """One line of visible text: runs of white space that hold a line end become one space."""
    return show_controls(re.sub(r"\s*[\n\r\v\f\x85\u2028\u2029]\s*", " ", text).strip())

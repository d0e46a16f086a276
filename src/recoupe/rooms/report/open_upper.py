"""A capital for words that head something: a matter, a speaker, a side."""

from __future__ import annotations


def open_upper(words: str) -> str:
    """The words with a capital first letter; marks before it are left.

    Example:
        >>> open_upper("élus du port"), open_upper("« non »"), open_upper("")
        ('Élus du port', '« non »', '')
    """
    return words[:1].upper() + words[1:]

"""Ids made from content: the same content has the same id on every machine."""

from __future__ import annotations

import hashlib
import re
import unicodedata

SCHEMA_VERSION = "1"
ID_CHARS = 12


def hash_text(text: str) -> str:
    """SHA-256 of a text encoded as UTF-8, in hex; lone surrogates are encoded as they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def make_id(*parts: object) -> str:
    """A short id from parts, each prefixed with its length.

    No two lists of parts make one string, so ``("ab", "c")`` and ``("a", "bc")`` differ.

    Example:
        >>> make_id("ab", "c") == make_id("a", "bc")
        False
    """
    strings = [SCHEMA_VERSION, *map(str, parts)]
    return hash_text("".join(f"{len(part)}:{part}" for part in strings))[:ID_CHARS]


def make_slug(name: str) -> str:
    """A readable id of a name: lower case, no accents, words joined by hyphens.

    A name without a Latin letter or digit gets a short hash, so that two such names differ.

    Example:
        >>> make_slug("Sergueï Lavrov")
        'serguei-lavrov'
    """
    bare = unicodedata.normalize("NFD", name.lower().replace("œ", "oe").replace("æ", "ae"))
    words = re.findall(r"[a-z0-9]+", re.sub(r"[\u0300-\u036f]", "", bare))
    return "-".join(words) or f"x-{make_id(name)}"

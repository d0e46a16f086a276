"""Names of files that every system takes."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

# Short enough for every system with a folder and an end, and to be read.
NAME_CHARS = 80
# What Windows refuses in a name, and what means something inside a link of Obsidian.
_REFUSED = re.compile(r'[\x00-\x1f\x7f-\x9f\ud800-\udfff\\/:*?"<>|#^\[\]%]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def make_safe_name(text: str) -> str:
    r"""A text as a file's name without its end; empty where nothing can be kept.

    Example:
        >>> make_safe_name("AUX : « où ? » / [[pont]]\n#3")
        'AUX « où » pont 3'
        >>> make_safe_name("aux.")
        '_aux'
    """
    flat = " ".join(_REFUSED.sub(" ", unicodedata.normalize("NFC", text)).split())
    name = flat[:NAME_CHARS].strip(" .")
    return f"_{name}" if _DEVICES.match(name) else name


def name_notes(texts: Mapping[str, str]) -> dict[str, str]:
    """A name for each id, no two alike on systems that do not tell capitals apart.

    Where several would have one name, or none can be made, the id stands behind it.

    Args:
        texts: By id, what each note is about.
    """
    names = {id_: make_safe_name(text) for id_, text in texts.items()}
    taken = Counter(name.casefold() for name in names.values())
    return {
        id_: name if name and taken[name.casefold()] == 1 else f"{name} {id_[:NAME_CHARS]}".strip()
        for id_, name in names.items()
    }

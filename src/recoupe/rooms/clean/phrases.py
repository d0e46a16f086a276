"""Which lines are known phrases of page templates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.language import known_languages, load_table, might_match
from recoupe.records import FurnitureKind

# Longer lines are paragraphs; the longest phrase of a template, a privacy notice, has about 600.
_PHRASE_CHARS = 700
_OPENING = r"^\W*"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase of a template is.

    Attributes:
        kind: The furniture it is.
        scope: "line", "box" (titles and teasers after it belong to it) or "end" (all after it).
    """

    kind: FurnitureKind
    scope: str


@lru_cache(maxsize=4096)
def find_phrase(line: str) -> Phrase | None:
    """The phrase that a line is, in any language with a pack; templates are often foreign.

    Args:
        line: A stripped line with plain spaces and apostrophes.
    """
    if len(line) > _PHRASE_CHARS:
        return None
    bare = line.lstrip("•●▪‣· ")
    folded, known = bare.casefold(), dict[frozenset[str], bool]()
    for regex, phrase in _load_phrases():
        # A phrase looked for at the start of a line fails sooner by itself.
        opens = regex.pattern.startswith(_OPENING)
        if (opens or might_match(regex, folded, known)) and regex.search(bare):
            return phrase
    return None


@cache
def _load_phrases() -> tuple[tuple[re.Pattern[str], Phrase], ...]:
    return tuple(
        (entry.regex, Phrase(FurnitureKind(entry.data["kind"]), entry.data["scope"]))
        for language in reversed(known_languages())
        for entry in load_table(language, "furniture")
    )

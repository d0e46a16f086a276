"""Tells somebody's age from a length of time."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from recoupe.language import load_table

# How far back the words that make an age may begin.
_WINDOW_CHARS = 48
_RANGE_BEFORE = re.compile(r"(?:entre )?\d{1,3}(?: (?:à|et|ou) |-)$")
# « l'accusé de », « le joueur argentin de »: the noun and one adjective before the age.
_NOUN_BEFORE = re.compile(
    r"(?P<noun>[^\W\d_][\w-]*)(?: (?P<adjective>[^\W\d_][\w-]*))? (?:de |d'|entre )$"
)
_PEOPLE_TABLES = ("counted_people", "titles", "person_words")
_BOUND = re.compile(r"(?:plus|moins|près|environ|au moins)(?: d'environ)? ?(?:de |d')?$")
_YEARS = re.compile(r"(?:ans|an|mois|années)$", re.IGNORECASE)
_ASIDE_ENDS = re.compile(r"^ ?(?:[,)]|$|\.)")
_MOST_YEARS = 120


@cache
def _load_ages(language: str) -> dict[str, list[tuple[re.Pattern[str], bool]]]:
    sides: dict[str, list[tuple[re.Pattern[str], bool]]] = {}
    for entry in load_table(language, "ages"):
        sides.setdefault(str(entry.data["side"]), []).append(
            (entry.regex, bool(entry.data.get("needs_bound", False)))
        )
    return sides


@lru_cache(maxsize=4096)
def _names_person(word: str, language: str) -> bool:
    """Whether a noun names a person: by what the press counts, by office or by age and sex."""
    return any(
        entry.pattern is not None and entry.regex.fullmatch(word)
        for table in _PEOPLE_TABLES
        for entry in load_table(language, table)
    )


def _follows_person(before: str, language: str) -> bool:
    found = _NOUN_BEFORE.search(before)
    return found is not None and any(
        word is not None and _names_person(word.lower(), language)
        for word in (found["noun"], found["adjective"])
    )


def stands_for_age(text: str, start: int, end: int, language: str) -> bool:
    """Whether the years or months between two offsets are an age.

    Catches « âgé de 34 ans », « l'accusé de 34 ans », « Marie Roy, 34 ans, », « les plus de 65 ans »,
    « les 19 à 24 ans », « À 34 ans, elle ». Does not catch the age of a thing (« la tour a 100 ans »
    passes for one; « une entreprise de dix ans » does not).

    Args:
        text: The text with plain spaces and apostrophes.
        start: Where the number starts.
        end: Where its unit ends.
        language: The language of the text.
    """
    if not _YEARS.search(text, start, end):
        return False
    digits = re.match(r"\d+", text[start:end])
    if digits and int(digits[0]) > _MOST_YEARS:
        return False
    sides = _load_ages(language)
    before = text[max(0, start - _WINDOW_CHARS) : start].rsplit("\n", 1)[-1]
    ranged = _RANGE_BEFORE.search(before)
    before = before[: ranged.start()] if ranged else before
    bound = _BOUND.search(before)
    bare = before[: bound.start()] if bound else before
    after = text[end : end + 20]
    if any(regex.search(after) for regex, _ in sides.get("after", ())):
        return True
    bounded = ranged is not None or bound is not None
    for regex, needs_bound in sides.get("before", ()):
        if regex.search(bare) and (bounded or not needs_bound):
            return True
    if _follows_person(bare, language):
        return True
    opening = text[max(0, start - 3) : start]
    if after.startswith(",") and any(r.search(opening) for r, _ in sides.get("opening", ())):
        return True
    if not _ASIDE_ENDS.match(after):
        return False
    if any(regex.search(bare) for regex, _ in sides.get("before_end", ())):
        return True
    return any(regex.search(bare) for regex, _ in sides.get("before_aside", ())) and bool(
        re.match(r"^ ?[,)]", after)
    )

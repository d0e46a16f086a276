"""Numbers that count nothing: years, codes, names, addresses, scores, telephone numbers."""

from __future__ import annotations

import re
from functools import cache

from recoupe.language import load_table
from recoupe.rooms.annotate.figures.counted_things import find_unit
from recoupe.rooms.annotate.numbers import Number

_YEARS = range(1000, 2101)
_TELEPHONE = re.compile(
    r"(?:\+\d{2} ?\d|\b0\d)(?:[ .-]?\d\d){4}\b|\b0 ?8\d\d(?: \d{3}){2}\b|\b0 ?8\d\d(?: \d\d){3}\b|\b\d{2}(?: \d{2}){2,}\b"
)
_GLUED_BEFORE = re.compile(r"[\w][-–/]$|[#@]$|\d[ ]?[-–/x×] ?$|\d[.,:]$|\bdu \d+ au $")
_GLUED_AFTER = re.compile(r"^(?:[-–/:]\d|\.\d|[-–]\w|/\w|\w)")
_LIST_MARK = re.compile(r"^[.)°]\s")
_POSTCODE = re.compile(r"^ [A-ZÉÈ]")


@cache
def _load_labels(language: str, side: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(entry.regex.pattern) if side == "before" else entry.regex
        for entry in load_table(language, "number_labels")
        if entry.data["side"] == side
    )


def find_telephones(text: str) -> list[tuple[int, int]]:
    """Where telephone numbers stand, in text order."""
    return [match.span() for match in _TELEPHONE.finditer(text)]


_RESULT = re.compile(
    r"(?<![\w.,-])(?<!\d )(?P<ours>\d{1,3})(?P<noun> [a-z]+)? à (?P<theirs>\d{1,3})"
    r"(?![\w.,]*\d| \d{3}\b)"
)


@cache
def _load_scores(language: str, side: str) -> tuple[re.Pattern[str], ...]:
    return tuple(e.regex for e in load_table(language, "scores") if e.data["side"] == side)


def find_scores(text: str, language: str) -> list[tuple[int, int]]:
    """Where results of matches stand: « 28 à 24 », « 3 buts à 1 », « battus 1 à 4 ».

    Without a word of the game before them only a falling pair is one: « 19 à 24 » is a range. A
    unit after the pair makes it none (« de 30 à 20 % »). Results with a dash are told elsewhere.
    """
    found = []
    for match in _RESULT.finditer(text):
        if find_unit(text, match.end(), language):
            continue
        noun = match["noun"]
        if noun and not any(regex.search(noun) for regex in _load_scores(language, "noun")):
            continue
        before = text[max(0, match.start() - 60) : match.start()].rsplit("\n", 1)[-1]
        played = any(regex.search(before) for regex in _load_scores(language, "before"))
        falls = int(match["ours"]) > int(match["theirs"]) and not before.endswith("de ")
        if played or falls or noun:
            found.append(match.span())
    return found


def names_race(text: str, start: int, language: str) -> bool:
    """Whether a singular article before a length makes it a race: « le 200 mètres »."""
    before = text[max(0, start - 8) : start]
    return any(regex.search(before) for regex in _load_labels(language, "race"))


def names_something(text: str, number: Number, language: str, has_noun: bool) -> bool:
    """Whether a number is part of a name, a code or a list mark rather than a count.

    Args:
        text: The text with plain spaces and apostrophes.
        number: The number.
        language: The language of the text.
        has_noun: Whether a unit or a noun that can be counted follows.
    """
    before = text[max(0, number.start - 30) : number.start]
    before = before[before.rfind("\n") + 1 :]
    after = text[number.end : number.end + 16]
    if any(regex.search(after) for regex in _load_labels(language, "after")):
        return True
    if number.form != "digits":
        return False
    if _GLUED_BEFORE.search(before) or (_GLUED_AFTER.search(after) and not has_noun):
        return True
    if any(regex.search(before) for regex in _load_labels(language, "before")):
        return not has_noun or not number.value or (number.value < 100 and before[-2:-1] in ".°º")
    if not number.is_plain or number.value is None:
        return False
    if not before.strip() and _LIST_MARK.match(after):
        return True
    if has_noun:
        return False
    digits = number.end - number.start
    if digits == 5 and _POSTCODE.match(after):
        return True
    capital = re.search(r"\b[A-ZÉÈ][\w'-]* $", before)
    return (digits == 4 and int(number.value) in _YEARS) or bool(capital and digits < 5)

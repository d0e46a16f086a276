"""What a number counts: the unit or the noun after it, with its close adjectives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from recoupe.language import load_table

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc, Token

_MOST_WORDS_BEFORE_NOUN = 4
_MOST_WORDS_AFTER_NOUN = 6
_OF = frozenset({"de", "d'", "d’"})
_OF_THE = frozenset({"des", "du"})
_HALF = re.compile(r"^ et (demie?|quart)\b", re.IGNORECASE)
# « 22 fr. 50 », « 3 euros et 20 centimes », « 2 m 40 »: hundredths written after the unit.
_HUNDREDTHS = re.compile(
    r"^ ?(?P<bare>\d\d)(?![\d%h:/]|[.,]\d| ?%| \w+s\b| ans\b)|^(?: et)? (?P<cents>\d\d?) (?:centimes?|cents?)\b"
)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts.

    Attributes:
        words: In the article's words, with normal spaces; "" where nothing follows.
        unit: Its unit, see `Figure`; "count" where nothing follows.
        end: Where the words end, or the number where there are none.
        factor: What the unit multiplies the number by (« 3 M€ »).
        add: What the unit adds to it (« deux ans et demi »).
        head: Index in the document of the noun that heads the words, or None.
        unit_end: Where the unit of measure ends, or None for a plain noun.
    """

    words: str
    unit: str
    end: int
    factor: float = 1
    add: float = 0
    head: int | None = None
    unit_end: int | None = None


@cache
def _load_units(language: str) -> tuple[tuple[re.Pattern[str], str, float], ...]:
    return tuple(
        (entry.regex, str(entry.data["unit"]), float(entry.data.get("factor", 1)))
        for entry in load_table(language, "units")
    )


@cache
def _load_people(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(entry.regex for entry in load_table(language, "counted_people"))


def is_people(word: str, language: str) -> bool:
    """Whether a noun counts people."""
    return any(regex.search(word) for regex in _load_people(language))


def find_unit(text: str, end: int, language: str) -> tuple[str, float, int] | None:
    """The unit of measure that begins where a number ends: its name, factor and end."""
    window = text[end : end + 32]
    for regex, unit, factor in _load_units(language):
        found = regex.search(window)
        if found:
            return unit, factor, end + found.end()
    return None


def find_counted(doc: Doc, text: str, end: int, after: int, language: str) -> Counted:
    """What stands after a number.

    « 5 000 soldats nord-coréens d'élite » counts « soldats nord-coréens d'élite », « 250 km2 de
    territoire » counts « km2 de territoire ». A relative clause or a place does not belong to it.

    Args:
        doc: The parsed document.
        text: Its text with plain spaces and apostrophes.
        end: Where the number ends.
        after: Index of the first token that starts there or later.
        language: The language of the text.
    """
    measured = find_unit(text, end, language)
    if measured:
        unit, factor, unit_end = measured
        half = (
            _HALF.match(text[unit_end : unit_end + 12])
            if unit.startswith(("duration", "ratio"))
            else None
        )
        add = (0.25 if half[1].startswith("q") else 0.5) if half else 0.0
        half_start = unit_end
        unit_end += half.end() if half else 0
        rest = None
        if unit.startswith("money") or unit == "length:metre":
            rest = _HUNDREDTHS.match(text[unit_end : unit_end + 16])
        if rest is not None:
            cents = float(rest["bare"] or rest["cents"]) / 100
            words = _SPACES.sub(" ", text[end:unit_end]).strip(" ")
            return Counted(words, unit, unit_end + rest.end(), factor, cents, None, unit_end)
        index = after
        while index < len(doc) and doc[index].idx < unit_end:
            index += 1
        last = index if half else _extend(doc, index, index - 1, len(doc))
        stop = doc[last - 1].idx + len(doc[last - 1]) if last > index else unit_end
        words = _SPACES.sub(" ", text[end : half_start if half else stop]).strip(" ")
        words = re.sub(r"^(?:de |d')", "", words)
        head = index - 1 if index > after else None
        return Counted(words, unit, max(stop, unit_end), factor, add, head, unit_end)
    head = _find_noun(doc, after, language)
    if head is None:
        return Counted("", "count", end)
    stop_index = _extend(doc, head + 1, head, len(doc))
    stop = doc[stop_index - 1].idx + len(doc[stop_index - 1])
    first = after
    while first < head and doc[first].lower_ in _OF | _OF_THE:
        first += 1
    words = _SPACES.sub(" ", text[doc[first].idx : stop])
    noun = doc[head].text
    return Counted(
        words, "person" if is_people(noun, language) else f"count:{noun.lower()}", stop, head=head
    )


def _find_noun(doc: Doc, after: int, language: str) -> int | None:
    """The noun that follows a number, past « de » and adjectives, in the same sentence."""
    for index in range(after, min(after + _MOST_WORDS_BEFORE_NOUN, len(doc))):
        token = doc[index]
        if "\n" in token.text or (index > after and token.is_sent_start):
            return None
        if any(m.span.start <= token.idx < m.span.end for m in doc.moments):
            return None
        if (token.pos_ == "NOUN" and token.text[0].isalpha()) or is_people(token.text, language):
            return index
        skipped = (
            token.pos_ in {"ADJ", "NUM"}
            or (index == after and token.lower_ in _OF | _OF_THE)
            or token.is_space
        )
        if not skipped or token.like_num:
            return None
    return None


def _extend(doc: Doc, index: int, head: int, stop: int) -> int:
    """One past the last word that belongs to the noun: adjectives, « d'élite », « de territoire »."""
    start, phrases, last = index, 0, index
    while index < min(stop, start + _MOST_WORDS_AFTER_NOUN):
        token: Token = doc[index]
        if token.is_sent_start or token.is_punct or token.is_space:
            break
        if token.pos_ == "ADJ" and token.morph.get("Number", []):
            index += 1
            last = index
            continue
        of = token.lower_
        following = doc[index + 1] if index + 1 < len(doc) else None
        if (
            phrases == 0
            and (of in _OF or of in _OF_THE)
            and following is not None
            and following.pos_ == "NOUN"
            and not following.is_sent_start
        ):
            phrases += 1
            index += 2
            last = index
            continue
        break
    return max(last, head + 1)

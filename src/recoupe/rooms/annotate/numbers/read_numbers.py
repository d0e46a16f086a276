"""Finds numbers written in digits or in words, with their values."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from recoupe.language import find_openings, load_table
from recoupe.rooms.annotate.numbers.word_values import NumberWord, add_words

# A group of thousands may be set off by any of the spaces printers use, a full stop or an
# apostrophe. A decimal mark is a comma, or a full stop that no group of three follows.
_SPACE = " \u00a0\u202f\u2009"
_DIGITS = re.compile(
    rf"(?:(?<=\bEUR)|(?<=\bUSD)|(?<=\bGBP)|(?<=\bCHF)|(?<![\w.,/]))(?<![^\W\d][-–‑'’])(?<!\d['’])(?<!\w\.)"
    rf"(?P<whole>\d{{1,3}}(?:(?P<mark>[{_SPACE}.'’])\d{{3}})(?:(?P=mark)\d{{3}})*(?![\d])|\d+)"
    rf"(?P<decimal>[.,]\d+)?(?![\w]*\d)"
)
_JOINT = re.compile(rf"[{_SPACE}]?[-‑][{_SPACE}]?|[{_SPACE}]+(?:et[{_SPACE}]+)?|-et-")
_OF = re.compile(rf"[{_SPACE}]+de[{_SPACE}]+")
_GAP = re.compile(rf"[{_SPACE}]*")
_THOUSANDS_BY_COMMA = re.compile(r"(?:,\d{3})*,000")
# No numeral of the press has more words; a run of thousands of them must cost no more than its length.
_MOST_WORDS = 24
_CAPTURED_DIGITS = 15  # longer runs of digits are codes; a float could not hold them


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written.

    Attributes:
        start: First code point in the text.
        end: One past the last.
        value: What it amounts to; None for « des milliers ».
        form: "digits", "words", "collective" (« une quarantaine »: about that many), "fraction"
            (« deux tiers », « la moitié »), "multiple" (« le double ») or "half" (« une demi- »,
            which only a unit can follow).
        is_plain: Whether it is digits alone, without group mark, decimal mark or scale word, so
            that it might be a year, a code or a name (« 2024 », « 38000 »).
        is_one: Whether it is the bare article « un », « une ».
        scale: The factor of a scale word that closes it (1,000,000 in « 1,5 million »), else 1.
    """

    start: int
    end: int
    value: float | None
    form: str
    is_plain: bool = False
    is_one: bool = False
    scale: float = 1

    def move(self, chars: int) -> Number:
        """The same number so many characters further on."""
        return replace(self, start=self.start + chars, end=self.end + chars)


@cache
def _grammar(language: str) -> tuple[re.Pattern[str], dict[str, tuple[str, float]]]:
    """One pattern for all number words, each in a group of its own, with its role and value."""
    entries = load_table(language, "numbers")
    every = "|".join(f"(?P<w{n}>{entry.pattern})" for n, entry in enumerate(entries))
    words = {f"w{n}": (str(e.data["role"]), float(e.data["value"])) for n, e in enumerate(entries)}
    # Where all begin at a word, one look at each letter saves sixty.
    edge = r"\b" if all(str(entry.pattern).startswith(r"\b") for entry in entries) else ""
    openings = [find_openings(str(entry.pattern)) for entry in entries]
    if edge and all(openings):
        letters = sorted({opening[0] for each in openings for opening in each or ()})
        edge += f"(?=[{re.escape(''.join(letters))}])"
    return re.compile(f"{edge}(?:{every})" if every else r"(?!)", re.IGNORECASE), words


def find_numbers(text: str, language: str, start: int = 0, end: int | None = None) -> list[Number]:
    """The numbers between two offsets, in text order and disjoint.

    Finds « 600 000 », « 12.000 », « 2,5 », « 1,5 million », « six cent mille », « une quarantaine »,
    « une dizaine de milliers », « des milliers », « un demi-million », « deux tiers ». The bare
    article « un » is given with `is_one`, for the caller to judge. Does not find ordinals, Roman
    numerals, nor digits that are part of a word (« A7 », « Covid-19 »).

    Example:
        >>> [n.value for n in find_numbers("plus de 12 000 soldats et une quarantaine de chars", "fr")]
        [12000.0, 40.0]
        >>> find_numbers("le G7 et le Covid-19", "fr")
        []
    """
    end = len(text) if end is None else end
    words = list(_find_words(text, language, start, end))
    starts = [word.start for word in words]
    numbers: list[Number] = []
    taken = start
    for match in _DIGITS.finditer(text, start, end):
        if len(match["whole"]) > _CAPTURED_DIGITS:
            continue
        below = words[bisect_left(starts, taken) : bisect_left(starts, match.start())]
        numbers.extend(_read_words(text, below))
        after = words[bisect_left(starts, match.end()) : bisect_left(starts, match.end()) + 4]
        numbers.append(_read_digits(text, match, after))
        taken = numbers[-1].end
    numbers.extend(_read_words(text, words[bisect_left(starts, taken) :]))
    return numbers


def _find_words(text: str, language: str, start: int, end: int) -> Iterator[NumberWord]:
    pattern, words = _grammar(language)
    for match in pattern.finditer(text, start, end):
        role, value = words[match.lastgroup or ""]
        yield NumberWord(match.start(), match.end(), role, value, match[0].lower())


def _read_digits(text: str, match: re.Match[str], after: list[NumberWord]) -> Number:
    """Digits with the scale words that follow (« 12 millions », « 3 dizaines de milliers »)."""
    whole = re.sub(r"\D", "", match["whole"])
    decimal = match["decimal"] or ""
    end = match.end()
    if decimal.startswith(",") and _THOUSANDS_BY_COMMA.fullmatch(decimal):
        value = float(whole + decimal[1:])
    else:
        value = float(f"{whole}.{decimal[1:] or 0}")
    scale = 1.0
    for word in after:
        gap = text[end : word.start]
        if word.role not in {"scale", "scale_noun", "collective"} or not (
            _GAP.fullmatch(gap) or (scale > 1 and _OF.fullmatch(gap))
        ):
            break
        scale *= word.value
        end = word.end
    half, end = _read_half(text, end, after, scale) if scale > 1 else (0.0, end)
    plain = not decimal and scale == 1 and match["whole"].isdigit()
    return Number(match.start(), end, value * scale + half, "digits", is_plain=plain, scale=scale)


def _read_half(text: str, end: int, words: list[NumberWord], scale: float) -> tuple[float, int]:
    """« et demi » after a scale word: half of it."""
    for word in words:
        gap = text[end : word.start]
        if word.start > end and word.role == "half" and re.fullmatch(r"\s+et\s+", gap):
            return word.value * scale, word.end
    return 0.0, end


def _read_words(text: str, words: list[NumberWord]) -> Iterator[Number]:
    """The numbers in a run of words, cut where the text between them is more than a joint."""
    at = 0
    while at < len(words):
        run = at + 1
        stop = min(len(words), at + _MOST_WORDS)
        while run < stop and _joins(text, words[run - 1], words[run]):
            run += 1
        number, used = _read_run(text, words[at:run])
        if number is not None:
            yield number
        at += max(used, 1)


def _joins(text: str, left: NumberWord, right: NumberWord) -> bool:
    gap = text[left.end : right.start]
    if _OF.fullmatch(gap):
        return right.role in {"scale_noun", "collective"} and left.role in {
            "collective",
            "scale_noun",
        }
    if not _JOINT.fullmatch(gap):
        return False
    if "et" in gap:
        return right.role == "half" or right.text in {"un", "une", "onze"}
    return True


def _read_run(text: str, run: list[NumberWord]) -> tuple[Number | None, int]:
    """The number that a run of joined words begins with, and how many of the words it takes."""
    if run[0].role in {"share", "multiple"}:
        form = "fraction" if run[0].role == "share" else "multiple"
        return Number(run[0].start, run[0].end, run[0].value, form), 1
    value, used = add_words(run)
    # « cent dix » joins, « deux et un » does not: "et" stands only after a ten.
    for n in range(1, used):
        if "et" in text[run[n - 1].end : run[n].start] and run[n - 1].role not in {"ten", "score"}:
            value, used = add_words(run[:n])
            break
    rest = run[used:]
    if rest and rest[0].role == "half":
        halved = _read_half_run(text, run, used, value)
        if halved is not None:
            return halved
    if rest and rest[0].role == "fraction" and used:
        return Number(run[0].start, rest[0].end, value * rest[0].value, "fraction"), used + 1
    if rest and rest[0].role == "collective":
        return _read_collective(run, used, value)
    if not used:
        return None, 1
    if used == 1 and run[0].role == "scale_noun":
        return _read_collective(run, 0, 0)
    one = used == 1 and run[0].value == 1 and run[0].role == "small"
    scale = run[used - 1].value if run[used - 1].role == "scale_noun" else 1.0
    return Number(run[0].start, run[used - 1].end, value, "words", is_one=one, scale=scale), used


def _read_half_run(
    text: str, run: list[NumberWord], used: int, value: float
) -> tuple[Number, int] | None:
    """« un demi-million », « une demi-douzaine », « une demi-heure », « deux millions et demi »."""
    start, half = run[0].start, run[used]
    after = run[used + 1] if used + 1 < len(run) else None
    scale = run[used - 1].value if used and run[used - 1].role == "scale_noun" else 1.0
    if used <= 1 and after is not None and after.role == "scale_noun":
        return Number(start, after.end, 0.5 * after.value, "words"), used + 2
    if used <= 1 and after is not None and after.role == "collective":
        return Number(start, after.end, 0.5 * after.value, "collective"), used + 2
    if scale > 1 and (used > 1 or "et" in text[run[used - 1].end : half.start]):
        return Number(start, half.end, value + 0.5 * scale, "words"), used + 1
    if used and value == 1 and text[half.end : half.end + 1] == "-":
        return Number(start, half.end + 1, 0.5, "half"), used + 1
    return None


def _read_collective(run: list[NumberWord], used: int, value: float) -> tuple[Number, int]:
    """« une dizaine de milliers »: about that many; « des milliers »: no number."""
    size, end = 1.0, used
    while end < len(run) and run[end].role in {"collective", "scale_noun"}:
        size *= run[end].value
        end += 1
    known = value * size if used else None
    return Number(run[0].start, run[end - 1].end, known, "collective"), end

"""What to change in a page so that it reads in another language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from itertools import zip_longest

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z0-9]+)")
_ATTRIBUTE = re.compile(r'\s([A-Za-z0-9:-]+)(?:="([^"]*)")?')
# What HTML takes for white space: a no-break space is a word of ours.
_INK = re.compile(r"[^ \t\n\r\f]")
_VOID = frozenset({"meta", "input", "br"})
# What stands there in this language and in the other.
Pair = tuple[str | None, str | None]
# Number of an element, 1 + number of the piece of its own text or 0, name of an attribute, words.
_Swap = tuple[int, int, str, Pair]


@dataclass(slots=True)
class _Element:
    number: int
    has_children: bool = False
    texts: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Swaps:
    """The places where two renderings of one page differ.

    Attributes:
        count: How many elements the page has.
        names: Attributes that differ; the first, without a name, is an element's whole text.
        pairs: Words in this language and in the other, each pair once; None for an attribute that
            is not there.
        places: Three numbers for each place. How many elements after that of the place before it;
            the number of a piece of its own text from 0, or -1 - n for `names[n]`; which pair.
    """

    count: int = 0
    names: list[str] = field(default_factory=lambda: [""])
    pairs: list[Pair] = field(default_factory=list)
    places: list[int] = field(default_factory=list)

    def to_json(self) -> dict[str, object]:
        """The same as JSON-ready objects for the script of the page."""
        return {
            "count": self.count,
            "names": self.names,
            "pairs": self.pairs,
            "places": self.places,
        }


def list_swaps(here: str, there: str) -> Swaps | None:
    """The swaps between two renderings of one page, in the order of its elements.

    Every element is closed, marks of the text are escaped, and no style or script is filled in:
    so the templates write it.

    Args:
        here: The page in its own language.
        there: The same page in the other.

    Returns:
        None where the two do not have the same elements, so that no swap could be told.
    """
    found: list[_Swap] = []
    stack = [_Element(-1)]
    count = 0
    for n, (one, other) in enumerate(zip_longest(_TAG.split(here), _TAG.split(there))):
        if one is None or other is None:
            return None
        if n % 2 == 0:
            if one or other:
                stack[-1].texts.append((one, other))
            continue
        if one.startswith("<!"):
            continue
        name = _read_name(one)
        if name != _read_name(other):
            return None
        if one.startswith("</"):
            texts = _swap_texts(stack.pop())
            if texts is None:
                return None
            found += texts
            continue
        stack[-1].has_children = True
        if one != other:
            found += _swap_attributes(count, one, other)
        if name not in _VOID:
            stack.append(_Element(count))
        count += 1
    return _pack(count, found)


def _read_name(tag: str) -> str:
    named = _NAME.match(tag)
    return named[1] if named else ""


def _swap_texts(
    element: _Element,
) -> list[_Swap] | None:
    """The pieces of an element's own text that differ; None where one of two has no place."""
    if all(one == other for one, other in element.texts):
        return []
    texts = [(unescape(one), unescape(other)) for one, other in element.texts]
    if not element.has_children:
        return [(element.number, 0, "", texts[0])]
    inked = [pair for pair in texts if any(map(_INK.search, pair))]
    if not all(all(map(_INK.search, pair)) for pair in inked):
        return None
    return [(element.number, 1 + n, "", p) for n, p in enumerate(inked) if p[0] != p[1]]


def _swap_attributes(number: int, one: str, other: str) -> list[_Swap]:
    mine, theirs = _read_attributes(one), _read_attributes(other)
    return [
        (number, 0, name, (mine.get(name), theirs.get(name)))
        for name in sorted({*mine, *theirs})
        if mine.get(name) != theirs.get(name)
    ]


def _read_attributes(tag: str) -> dict[str, str]:
    return {name: unescape(value or "") for name, value in _ATTRIBUTE.findall(tag)}


def _pack(count: int, found: list[_Swap]) -> Swaps:
    """The swaps with each name and pair of words written once."""
    swaps = Swaps(count)
    known: dict[Pair, int] = {}
    at = 0
    for number, piece, name, pair in sorted(found, key=lambda item: item[:3]):
        if name not in swaps.names:
            swaps.names.append(name)
        slot = piece - 1 if piece else -1 - swaps.names.index(name)
        swaps.places += [number - at, slot, known.setdefault(pair, len(known))]
        at = number
    swaps.pairs = list(known)
    return swaps

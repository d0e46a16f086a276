"""What of a page's markup is refused before it is parsed."""

from __future__ import annotations

import re
from collections import Counter

# More open elements than this are an attack or a broken generator. The two engines need 0.6 s for
# 1,000 nested elements, and resiliparse 216 s for 100,000 (measured November 2026).
NESTING_LIMIT = 3_000
# The parser compares each attribute of an element with those before it: a million did not end in 40 s
# (November 2026); the largest elements of news pages have some fifty.
ATTRIBUTE_LIMIT = 5_000

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,20})")
_UNNESTED = frozenset(
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr", "p", "li", "td", "th", "tr", "dt", "dd", "option",
    ]
)  # fmt: skip
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def find_problem(html: str) -> tuple[str, int] | None:
    """Why a page is not parsed, as the code of the reason, and the limit; None where it can be.

    What it does not see (elements nested by other means) is cut off by the time limit.
    """
    if measure_nesting(html) > NESTING_LIMIT:
        return "page_nested", NESTING_LIMIT
    if has_many_attributes(html):
        return "page_attributes", ATTRIBUTE_LIMIT
    return None


def measure_nesting(html: str) -> int:
    """The greatest number of elements open at once, by counting tags; p, li and cells do not nest.

    An end tag without its start tag closes nothing, as in browsers.

    Example:
        >>> measure_nesting("<div><div><p>a<p>b</div></div>"), measure_nesting("<div></b>" * 3)
        (2, 3)
    """
    is_open: Counter[str] = Counter()
    depth = deepest = 0
    for match in _TAG.finditer(html):
        name = match[2].lower()
        if name in _UNNESTED:
            continue
        if not match[1]:
            is_open[name] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif is_open[name]:
            is_open[name] -= 1
            depth -= 1
    return deepest


def has_many_attributes(html: str) -> bool:
    """Whether an element has more attributes than any page needs.

    Example:
        >>> has_many_attributes("<p " + "a=b " * 6_000 + ">"), has_many_attributes("<p a=b>")
        (True, False)
    """
    for piece in html.split("<"):
        if len(piece) > 2 * ATTRIBUTE_LIMIT and piece[0].isalpha():
            tag = _QUOTED.sub("", piece).split(">", 1)[0]
            if len(tag.split()) > ATTRIBUTE_LIMIT:
                return True
    return False

"""Quotations in a paragraph, by one pass over its marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Bullets and dashes before the mark that opens a paragraph take at most so many characters.
LEAD_CHARS = 12
_PAIRS = {"«": "»", "“": "”", "‹": "›", "„": "”"}
_CLOSERS = {"»": "«", "”": "“", "›": "‹"}
_MARK = re.compile(f'[{"".join([*_PAIRS, *_CLOSERS])}"]')
_SPACES = " \t\xa0\u202f\u2009"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks, offsets in the text as read.

    Attributes:
        start: The opening mark, or the first word where it is missing.
        end: One past the closing mark, or past the last word where it is missing.
        inner_start: First character inside the marks.
        inner_end: One past the last character inside the marks.
        opened: Whether the opening mark is there.
        closed: Whether the closing mark is there.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    opened: bool = True
    closed: bool = True

    def holds(self, offset: int) -> bool:
        """Whether a character lies between the marks."""
        return self.inner_start <= offset < self.inner_end


def find_quotes(
    text: str, start: int, end: int, sentence_ends: tuple[int, ...] = ()
) -> tuple[Quote, ...]:
    """The outermost quotations of a paragraph, disjoint and in text order.

    Marks that face the wrong way count by where they stand: an opening guillemet that follows a
    word without space while a quotation is open closes it. A mark that is never closed holds
    to the end of the paragraph if the paragraph starts with it, else to the end of its sentence. A
    closing mark that was never opened closes a quotation from the last one's end, or from
    the paragraph's start. Apostrophes and single marks are not read.

    Args:
        text: The text as read.
        start: First character of the paragraph.
        end: One past its last character.
        sentence_ends: Where its sentences end, to limit what is never closed.

    Example:
        >>> [(q.inner_start, q.inner_end) for q in find_quotes("« Oui », dit-il.", 0, 16)]
        [(2, 5)]
    """
    quotes: list[Quote] = []
    stack: list[tuple[str, int]] = []
    closers_left = {mark: text.count(mark, start, end) for mark in _CLOSERS}
    for found in _MARK.finditer(text, start, end):
        at, mark = found.start(), found[0]
        if mark in _CLOSERS:
            closers_left[mark] -= 1
        role = _tell_role(text, at, start, end, stack)
        if role == "open":
            wanted = _PAIRS.get(mark)
            if stack and wanted and closers_left[wanted] <= sum(m == mark for m, _ in stack):
                quotes.extend(_leave_open(text, stack.pop(0)[1], start, at, sentence_ends))
                stack.clear()
            stack.append((mark, at))
        elif role == "close":
            if not stack:
                _close_orphan(text, at, start, quotes)
            else:
                while len(stack) > 1 and _PAIRS.get(stack[-1][0], '"') != _closer_of(mark):
                    stack.pop()
                _, opened_at = stack.pop()
                if not stack:
                    quotes.extend(_make(text, opened_at, at))
    if stack:
        quotes.extend(_leave_open(text, stack[0][1], start, end, sentence_ends))
    return tuple(sorted(quotes, key=lambda quote: quote.start))


def _closer_of(mark: str) -> str:
    return _PAIRS.get(mark, mark)


def _tell_role(
    text: str, at: int, start: int, end: int, stack: list[tuple[str, int]]
) -> str | None:
    """Whether a character opens a quotation, closes one or does neither."""
    mark = text[at]
    before = text[at - 1] if at > start else " "
    after = _next_word(text, at + 1, end)
    if mark in _CLOSERS:
        return "close"
    if mark in _PAIRS:
        same_open = any(m == mark for m, _ in stack)
        nothing_follows = after == "" or after in ".,;:!?)"
        glued = (
            before not in _SPACES and before.isalnum() and text[at + 1 : at + 2] in (*_SPACES, "")
        )
        return "close" if same_open and (nothing_follows or glued) else "open"
    if mark == '"':
        if any(m == '"' for m, _ in stack):
            return "close"
        return "open" if after != "" else None
    return None


def _next_word(text: str, at: int, end: int) -> str:
    """The next character that is no space, or nothing at the end."""
    while at < end and text[at] in _SPACES:
        at += 1
    return text[at] if at < end else ""


def _make(text: str, opened_at: int, closed_at: int) -> list[Quote]:
    start, end = _strip(text, opened_at + 1, closed_at)
    return [Quote(opened_at, closed_at + 1, start, end)] if start < end else []


def _close_orphan(text: str, at: int, start: int, quotes: list[Quote]) -> None:
    """A closing mark without its opening: from the last quotation on, which it may prolong."""
    begin = quotes[-1].end if quotes else start
    inner_start, inner_end = _strip(text, begin, at)
    while inner_start < inner_end and text[inner_start] in ".,;: ":
        inner_start += 1
    if inner_start < inner_end:
        quotes.append(Quote(inner_start, at + 1, inner_start, inner_end, opened=False))


def _leave_open(
    text: str, opened_at: int, start: int, end: int, sentence_ends: tuple[int, ...]
) -> list[Quote]:
    """A quotation that is never closed, limited to the paragraph or its sentence."""
    if text[start : min(opened_at, start + LEAD_CHARS)].strip(" •–—-\t"):
        end = next((stop for stop in sentence_ends if opened_at < stop <= end), end)
    inner_start, inner_end = _strip(text, opened_at + 1, end)
    if inner_start >= inner_end:
        return []
    return [Quote(opened_at, inner_end, inner_start, inner_end, closed=False)]


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _SPACES:
        start += 1
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    return start, end

"""Links that open a web page at a passage."""

from __future__ import annotations

import re
from urllib.parse import quote

from recoupe.exports.look_up import find_web_address
from recoupe.records import Article, Span

# A longer passage is given by its first and last words: an address stays short, and a passage over
# several paragraphs is only found that way.
WHOLE_CHARS = 200
END_WORDS = 5
CONTEXT_WORDS = 3
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WORD = re.compile(r"\w")
# What stands inside words for browsers: letters and digits, apostrophes, the narrow no-break space.
# Source: Unicode Standard Annex 29, Word_Break.
_GLUED = re.compile(r"[\w'’\u202f]")
MOST_GLUED_CHARS = 40


def link_passage(article: Article, span: Span) -> str | None:
    """The address of an article with a text fragment for a passage; None without an address.

    Browsers find whole words only, and for them « qu'elle » is one: a passage is widened to whole
    words. Words before and after are added where it stands more than once in the text. A page that
    changed since it was read opens at its top.

    Source: URL Fragment Text Directives, W3C community group draft.
    """
    address = find_web_address(article)
    span = _widen(article.text, span)
    words = span.cut(article.text)
    ends = _name_ends(words)
    if address is None or not ends:
        return None
    parts = [_encode(part) for part in ends]
    # Browsers look for the words whatever their case.
    if article.text.casefold().count(words.casefold()) > 1:
        before = " ".join(_words(article.text[: span.start].rpartition("\n")[2])[-CONTEXT_WORDS:])
        after = " ".join(_words(article.text[span.end :].partition("\n")[0])[:CONTEXT_WORDS])
        if _WORD.search(before):
            parts.insert(0, _encode(before) + "-")
        if _WORD.search(after):
            parts.append("-" + _encode(after))
    base, _, fragment = address.partition("#")
    return f"{base}#{fragment}:~:text={','.join(parts)}"


def _widen(text: str, span: Span) -> Span:
    """The passage with the words in whose middle it begins or ends."""
    start, end = span.start, span.end
    least, most = max(0, start - MOST_GLUED_CHARS), min(len(text), end + MOST_GLUED_CHARS)
    while start > least and _GLUED.match(text, start) and _GLUED.match(text, start - 1):
        start -= 1
    while end < most and _GLUED.match(text, end - 1) and _GLUED.match(text, end):
        end += 1
    return Span(start, end)


def _name_ends(text: str) -> list[str]:
    """The whole passage where it is short and on one line, else its first and last words."""
    lines = [words for line in text.splitlines() if (words := _words(line))]
    if not lines:
        return []
    first, last = lines[0], lines[-1]
    if len(lines) == 1 and (len(text) <= WHOLE_CHARS or len(first) <= 2 * END_WORDS):
        return [" ".join(first)]
    return [" ".join(first[:END_WORDS]), " ".join(last[-END_WORDS:])]


def _words(text: str) -> list[str]:
    """The words between ordinary spaces; no-break spaces are part of the page's text."""
    return [word for word in _SPACE.split(text) if word]


def _encode(text: str) -> str:
    """Percent-encoded, with the marks that part a directive: comma, hyphen, ampersand."""
    return quote(text.encode("utf-8", "replace"), safe="").replace("-", "%2D")

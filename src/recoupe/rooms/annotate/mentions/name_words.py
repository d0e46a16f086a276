"""The words of one name: where it ends, and how it is spelled."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import TYPE_CHECKING

from recoupe.rooms.annotate.mentions.word_tables import has_role, match_entry

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc, Token

# A name of more words is a run of capitals in a menu, not a name: « Ursula von der Leyen » has 4,
# the longest person name of the samples 5.
NAME_WORDS_MAX = 6


def find_hyphenated_end(doc: Doc, index: int) -> int:
    """One past the last token of the hyphenated word that begins here: « Tessier-Roy » has three."""
    end = index + 1
    while (
        end + 1 < len(doc)
        and doc[end].text == "-"
        and not doc[end - 1].whitespace_
        and not doc[end].whitespace_
        and doc[end + 1].text[:1].isupper()
    ):
        end += 2
    return end


def find_name_end(doc: Doc, start: int, language: str, taken: Container[int] = frozenset()) -> int:
    """One past the last word of the name that begins here; `start` where none does."""
    end = last = start
    words = 0
    while end < len(doc) and words < NAME_WORDS_MAX and (end == start or end not in taken):
        if not _is_name_word(doc[end], language):
            break
        end = find_hyphenated_end(doc, end)
        words += 1
        last = end if doc[end - 1].text[:1].isupper() else last
    return last


def _is_name_word(token: Token, language: str) -> bool:
    text = token.text
    if text[:1].isupper() and re.match(r"[^\W\d_]", text):
        return not is_address(token, language)
    return has_role(language, token.lower_, "particle")


def spell_words(doc: Doc, start: int, end: int) -> str:
    """The words as printed, white space as single blanks, soft hyphens left out."""
    text = doc.span(start, end).text.replace("\u00ad", "").replace("\u200b", "")
    return " ".join(text.split())


def is_address(token: Token, language: str) -> bool:
    """Whether « M. », « Mme » or « Me » begins at a token."""
    return match_entry(language, "civilities", token.doc, token.i) is not None

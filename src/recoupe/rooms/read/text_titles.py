"""Title and author as the first lines of a text give them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from recoupe.language import known_languages, load_table

# Titles of French press articles have 5 to 25 words; shorter first lines name an outlet or section.
_TITLE_WORDS = (4, 40)
_TITLE_CHARS = 300
# Menus copied with the page may put a hundred short lines above the headline.
_HEAD_LINES = 150
_PARAGRAPH_WORDS = 28
# A headline shares so many long words with the text, and more than twice as many as a line above it
# that is of another article.
_OWN_WORDS = 3
# Headlines with a capital on each word are shorter than the menus of sites.
_ROW_WORDS = 14
_CAPITAL_RATIO = 0.6
_BYLINE_LINES = 12
_NAME_WORDS = 6
_BYLINE_CHARS = 80
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FULL_STOP = re.compile(r"[.!…]\s*[»”\"]?\s*$")
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_GLUED = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]")
_BARS = re.compile(r"\s[|•·>›»]\s(?=.*\s[|•·>›»]\s)|\t| {3,}")
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]*(?:\s+(?:de|du|des|le|la|van|von|et|&|,)|,)?\s*){1,8}")


def find_title(text: str, outlet: str | None = None) -> str | None:
    r"""The first line that can be a headline, or None.

    Lines of menus, outlets, sections, dates and authors before it are passed over; a first
    paragraph is no headline. A headline of less than four words is not recognised.

    Example:
        >>> find_title("Le Phare\n\nLe port ferme après un siècle\nPar Jeanne Roy")
        'Le port ferme après un siècle'
    """
    lines = _cut_head(text)
    candidates = [
        line
        for line in lines
        if len(line) <= _TITLE_CHARS
        and _TITLE_WORDS[0] <= len(_WORD.findall(line)) <= _TITLE_WORDS[1]
        and not _is_page_line(line)
        and not (outlet and line.casefold().startswith(outlet.casefold()))
    ]
    for line in candidates:
        if candidates.count(line) > 1:
            return line
    if len(candidates) > 1 and _is_proper_name(candidates[0]):
        return candidates[1]
    return _choose_by_words(candidates, text) if candidates else None


def _cut_head(text: str) -> list[str]:
    """The lines above the first long paragraph, which is kept as the last."""
    lines: list[str] = []
    for line in text.splitlines():
        if line.strip():
            lines.append(line.strip())
            if len(lines) == _HEAD_LINES or len(line.split()) >= _PARAGRAPH_WORDS:
                break
    return lines


def _choose_by_words(candidates: list[str], text: str) -> str:
    """The first candidate, unless it is foreign to the text and another is not.

    Teasers and menus may stand above the headline; the headline shares its words with the text and
    stands above its first paragraph.
    """
    paragraphs = [line for line in text.splitlines() if _is_paragraph(line)][:_HEAD_LINES]
    prose = _list_long_words(" ".join(paragraphs))
    least = max(_OWN_WORDS, 2 * len(_list_long_words(candidates[0]) & prose) + 1)
    for line in candidates:
        if line in paragraphs:
            break
        if not line.endswith(".") and len(_list_long_words(line) & prose) >= least:
            return line
    return candidates[0]


def _is_paragraph(line: str) -> bool:
    """Whether a line is long, or half as long and closed as headlines are not."""
    count = len(line.split())
    is_closed = bool(_FULL_STOP.search(line))
    return count >= _PARAGRAPH_WORDS or (is_closed and 2 * count >= _PARAGRAPH_WORDS)


def _list_long_words(text: str) -> set[str]:
    return {word.casefold() for word in _LONG_WORD.findall(text)}


def _is_proper_name(line: str) -> bool:
    """Whether a short line has capitals on all its longer words, as names of outlets do."""
    words = _WORD.findall(line)
    return len(words) <= _NAME_WORDS and all(word[0].isupper() for word in words if len(word) > 3)


def _is_capital_row(line: str) -> bool:
    """Whether most words of a long line have capitals and no comma parts them: a menu run together."""
    words = line.split()
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _ROW_WORDS and "," not in line and capitals >= _CAPITAL_RATIO * len(words)


def find_byline(text: str) -> str | None:
    """The author named in a line such as « Par Jeanne Roy », or None."""
    lines = [line.strip() for line in text.splitlines() if line.strip()][:_BYLINE_LINES]
    for line in lines:
        if len(line) > _BYLINE_CHARS:
            continue
        for regex in _patterns("date_lines", "byline"):
            match = regex.search(line)
            name = _NAME.match(_drop_date(line), match.end()) if match else None
            if name is not None and len(name[0].split()) >= 2:
                return name[0].strip(" ,-–|")
    return None


def _drop_date(line: str) -> str:
    """The line up to its date: « Par Jeanne Roy Publié le 3 mai »."""
    starts = [
        found.start()
        for regex in _patterns("date_lines", "published")
        if (found := regex.search(line))
    ]
    return line[: min(starts)] if starts and min(starts) > 0 else line


def _is_page_line(line: str) -> bool:
    """Whether a line is of the page and not a headline: menus, dates, authors, phrases of pages."""
    if len(_GLUED.findall(line)) >= 2 or _BARS.search(line) or _is_capital_row(line):
        return True
    if any(regex.search(line) for regex in _patterns("date_lines", "byline")):
        return True
    words = line.split()
    labels = sum(map(_is_label, words))
    if 2 * labels > len(words):
        return True
    published = any(regex.search(line) for regex in _patterns("date_lines", "published"))
    if published and re.search(r"\d{4}", line):
        return True
    return any(regex.search(line) for regex in _patterns("furniture", None))


@lru_cache(maxsize=65_536)
def _is_label(word: str) -> bool:
    return any(regex.search(word) for regex in _patterns("furniture", None))


@cache
def _patterns(table: str, role: str | None) -> tuple[re.Pattern[str], ...]:
    return tuple(
        entry.regex
        for language in known_languages()
        for entry in load_table(language, table)
        if role is None or entry.data.get("role") == role
    )

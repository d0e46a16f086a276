"""Where paragraphs and sentences begin: text is cut at lines and punctuation before it is parsed."""

from __future__ import annotations

import re
from functools import cache

from recoupe.language import load_table
from recoupe.records import Article, Span, strip_span

# A sentence may end at a full stop, question mark, exclamation mark or ellipsis, with what closes
# after it, before white space and the start of another sentence.
_END = re.compile(
    r"(?P<mark>\.{3}|…|[.!?]+)(?P<close>[\s\u00a0\u202f]*[»”\")\]]*)(?=\s+(?P<next>\S.?))",
    re.DOTALL,
)
_OPENERS = "«“\"'’‘([—–-•*"


@cache
def _abbreviations(language: str) -> re.Pattern[str]:
    """One pattern for all words whose full stop does not end a sentence."""
    patterns = [str(entry.pattern) for entry in load_table(language, "abbreviations")]
    return re.compile("|".join(f"(?:{p})" for p in patterns) if patterns else r"(?!)")


def cut_paragraphs(article: Article) -> tuple[Span, ...]:
    """The lines of the article that are not dropped furniture, white space stripped.

    Each is parsed by itself, so that its annotation depends on its words alone.

    Returns:
        Disjoint spans in text order.

    Source:
        scale measurements: docs/decisions/0002-paragraph-parsing.md
    """
    paragraphs: list[Span] = []
    for piece in article.body:
        start = piece.start
        for line in re.split(r"(?<=[\n\r\x0b\x0c\x85\u2028\u2029])", piece.cut(article.text)):
            span = strip_span(article.text, start, start + len(line))
            start += len(line)
            if span is not None:
                paragraphs.append(span)
    return tuple(paragraphs)


def find_sentence_starts(paragraph: str, language: str) -> tuple[int, ...]:
    """Offsets at which sentences of a paragraph start, 0 first.

    Cuts after « . ! ? … » and closing marks where a capital, a digit, an opening mark or a
    dash follows. Does not cut after abbreviations and initials (« M. », « J. »), before a lower
    case letter, nor where closing marks are followed by an incise (« ! », a-t-il dit).

    Example:
        >>> find_sentence_starts("M. Roy est là. Il parle.", "fr")
        (0, 15)
    """
    starts = [0]
    for match in _END.finditer(paragraph):
        following = match["next"]
        if not (following[0].isupper() or following[0].isdigit() or following[0] in _OPENERS):
            continue
        if following[0] in _OPENERS and len(following) > 1 and following[1:].islower():
            continue
        window = paragraph[max(0, match.start() - 12) : match.start("close")]
        if match["mark"] == "." and _abbreviations(language).search(window):
            continue
        if match["close"].strip() == "" and _opens_quote_only(paragraph, match.end()):
            continue
        start = match.end() + len(paragraph[match.end() :]) - len(paragraph[match.end() :].lstrip())
        if start > starts[-1]:
            starts.append(start)
    return tuple(starts)


def _opens_quote_only(paragraph: str, end: int) -> bool:
    """Whether all that follows is a closing mark set off by a space, as in « … . » at the end."""
    rest = paragraph[end:].strip()
    return bool(rest) and not any(ch.isalnum() for ch in rest)

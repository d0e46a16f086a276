"""What Recoupe, textacy and two plain rules find in a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.peer_environments import run_peer
from benchmarks.quotations.cases import QUOTED, Page, Said

from recoupe.records import Article, Span, Statement
from recoupe.rooms.annotate import annotate
from recoupe.rooms.annotate.segments import cut_paragraphs

HERE = Path(__file__).parent
_MARKED = re.compile(r"«\s*([^«»]+?)\s*»|“\s*([^“”]+?)\s*”|\"\s*([^\"]+?)\s*\"")
# Shorter quotations are titles and single words, as textacy has it too.
WORDS_MIN = 3
_NAME = re.compile(r"(?:[A-ZÀ-Ý][\w’'-]+)(?:\s(?:d[eu]|van|von|[A-ZÀ-Ý][\w’'-]+))*")
_SMALL = re.compile(
    r"(?:L[ea]s?|Une?|Des|Ce(?:tte|s)?|Il|Elle|On|En|À|Mais|Et|Pour|Selon|Dans)\b\s*"
)


def find_with_recoupe(pages: Sequence[Page]) -> list[list[Said]]:
    """Recoupe's statements for each page; what the page calls furniture is left out of the text."""
    found = [a for a in annotate([page.article for page in pages]) if isinstance(a, Article)]
    return [[_read_statement(s) for s in article.statements] for article in found]


def _read_statement(statement: Statement) -> Said:
    speaker = statement.speaker
    return Said(
        chars=frozenset(i for piece in statement.content for i in range(piece.start, piece.end)),
        is_quoted=statement.form.value in QUOTED,
        names=(speaker.name,) if speaker else (),
        words=speaker.mention if speaker else None,
    )


def find_with_textacy(pages: Sequence[Page], python: Path) -> tuple[list[list[Said]], int]:
    """Textacy's quotations for each page, and in how many paragraphs it raised.

    It is given the paragraphs one by one: given a whole article, it raises at the first mark
    that does not pair and finds nothing.
    """
    paragraphs = [
        (n, span) for n, page in enumerate(pages) for span in cut_paragraphs(page.article)
    ]
    asked = [span.cut(pages[n].article.text) for n, span in paragraphs]
    answers = run_peer(python, HERE / "ask_textacy.py", asked)
    found: list[list[Said]] = [[] for _ in pages]
    for (n, paragraph), answer in zip(paragraphs, answers, strict=True):
        text = pages[n].article.text
        for start, end, first, last in answer or ():
            inner = _strip_marks(text, paragraph.start + start, paragraph.start + end)
            words = Span(paragraph.start + first, paragraph.start + last)
            found[n].append(Said(frozenset(inner), True, (words.cut(text),), words))
    return found, sum(answer is None for answer in answers)


def _strip_marks(text: str, start: int, end: int) -> range:
    while start < end and text[start] in '«“" \u00a0\u202f':
        start += 1
    while end > start and text[end - 1] in '»”" \u00a0\u202f':
        end -= 1
    return range(start, end)


def find_with_nearest_name(page: Page) -> list[Said]:
    """The plain rule: what stands between marks, said by the nearest name of the paragraph."""
    found = []
    text = page.article.text
    for paragraph in cut_paragraphs(page.article):
        quotes = list(_find_marked(text, paragraph))
        names = [n for n in _find_names(text, paragraph) if not any(q.overlaps(n) for q in quotes)]
        for quote in quotes:
            nearest = min(
                names,
                key=lambda n: (max(n.start - quote.end, quote.start - n.end), n.start),
                default=None,
            )
            told = (nearest.cut(text),) if nearest else ()
            found.append(Said(frozenset(range(quote.start, quote.end)), True, told, nearest))
    return found


def find_with_main_name(page: Page) -> list[Said]:
    """The trivial baseline: what stands between marks, said by the name the page has most often."""
    text = page.article.text
    paragraphs = cut_paragraphs(page.article)
    names = Counter(n.cut(text) for p in paragraphs for n in _find_names(text, p))
    first = min(names, key=lambda name: (-names[name], name), default=None)
    told = (first,) if first else ()
    return [
        Said(frozenset(range(q.start, q.end)), True, told, None)
        for paragraph in paragraphs
        for q in _find_marked(text, paragraph)
    ]


def _find_marked(text: str, paragraph: Span) -> Iterator[Span]:
    for match in _MARKED.finditer(text, paragraph.start, paragraph.end):
        group = next(n for n in (1, 2, 3) if match.group(n) is not None)
        if len(match.group(group).split()) >= WORDS_MIN:
            yield Span(*match.span(group))


def _find_names(text: str, paragraph: Span) -> Iterator[Span]:
    """Runs of words in capitals, without the small word that opens a sentence."""
    for match in _NAME.finditer(text, paragraph.start, paragraph.end):
        small = _SMALL.match(match.group())
        start = match.start() + (small.end() if small else 0)
        if start < match.end():
            yield Span(start, match.end())

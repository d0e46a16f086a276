"""Each page in `pages/` is a row of data: F| furniture, L| labelled or neutral, A| article.

Pages called `held_*` were written before the rules were run on them and were not looked at while
the rules were tuned on `tuned_*`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.records import Article
from recoupe.rooms.clean import clean

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))
# The floor of one page; over all pages furniture F1 is 0.99 (November 2026).
LEAST_F1 = 0.93


def load_page(path: Path) -> tuple[str, list[tuple[int, int, str]]]:
    text, marks = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, content = line[:1], line[2:]
        if content:
            marks.append((len(text), len(text) + len(content), mark))
        text += content + "\n"
    return text, marks


def clean_one(text: str, **fields: object) -> Article:
    (item,) = clean([Article(source="page", text=text, language="fr", **fields)])  # type: ignore[arg-type]
    assert isinstance(item, Article)
    return item


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_furniture_is_found_and_the_article_kept(path: Path) -> None:
    text, marks = load_page(path)
    article = clean_one(text)
    dropped = {
        i for f in article.furniture if f.is_dropped for i in range(f.span.start, f.span.end)
    }
    wanted = {i for start, end, mark in marks if mark == "F" for i in range(start, end)}
    neutral = {i for start, end, mark in marks if mark == "L" for i in range(start, end)}
    wrong = [text[s:e] for s, e, mark in marks if mark == "A" and dropped & set(range(s, e))]
    assert wrong == []
    found = dropped - neutral
    assert 2 * len(found & wanted) / (len(found) + len(wanted)) >= LEAST_F1 if wanted else not found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_text_is_untouched_and_spans_are_disjoint(path: Path) -> None:
    text, _ = load_page(path)
    article = clean_one(text)
    assert article.text == text
    ends = [0, *(f.span.end for f in article.furniture)]
    assert all(f.span.start >= end for f, end in zip(article.furniture, ends, strict=False))
    assert all(f.span.cut(text).strip() == f.span.cut(text) for f in article.furniture)

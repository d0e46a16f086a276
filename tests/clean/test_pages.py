"""Each page in `pages/` is a row of data: A| article, F| furniture, L| labelled or neutral.

A furniture kind in the place of F (« related| ») says which it is.

Pages called `held_*` were written before the rules were run on them and were not looked at while
the rules were tuned on `tuned_*`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.records import LABEL_ONLY, Article
from recoupe.rooms.clean import clean
from recoupe.rooms.read.text_titles import find_title

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))
# The floors of one page and of all. Pages are held until they have been scored once, unseen, and mended
# from then on: eight reached 0.88 with 2 % of the article lost, before anything was mended, and 0.91
# with 0.2 % lost after the tuned ones were; the six that are held now reached 0.93 with 2.8 % lost (one
# wrong headline, mended since), all held pages together 0.97 (November 2026).
LEAST_F1 = {"tuned": 0.93, "held": 0.7}
LEAST_F1_TOGETHER = {"tuned": 0.97, "held": 0.95}
# Article text that is called furniture is worse than furniture that is missed.
MOST_LOST = 0.01
NEUTRAL = {"L", *LABEL_ONLY}


def load_page(path: Path) -> tuple[str, list[tuple[int, int, str]]]:
    text, marks = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, _, content = line.partition("|")
        if content:
            marks.append((len(text), len(text) + len(content), mark))
        text += content + "\n"
    return text, marks


def clean_one(text: str, **fields: object) -> Article:
    (item,) = clean([Article(source="page", text=text, language="fr", **fields)])  # type: ignore[arg-type]
    assert isinstance(item, Article)
    return item


def count_chars(path: Path) -> tuple[int, int, int, int]:
    """Furniture found, furniture wanted, article lost, article, all in characters."""
    text, marks = load_page(path)
    article = clean_one(text, title=find_title(text))
    dropped = {
        i for f in article.furniture if f.is_dropped for i in range(f.span.start, f.span.end)
    }
    own = [range(start, end) for start, end, mark in marks if mark == "A"]
    wanted = [
        range(start, end) for start, end, mark in marks if mark != "A" and mark not in NEUTRAL
    ]
    return (
        sum(i in dropped for stretch in wanted for i in stretch),
        sum(map(len, wanted)),
        sum(i in dropped for stretch in own for i in stretch),
        sum(map(len, own)),
    )


def rate(found: int, wanted: int, lost: int) -> float:
    return 2 * found / (found + lost + wanted) if wanted else float(not lost)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_furniture_of_a_page_is_found(path: Path) -> None:
    found, wanted, lost, _ = count_chars(path)
    assert rate(found, wanted, lost) >= LEAST_F1[path.stem.split("_")[0]]


@pytest.mark.parametrize("group", ["tuned", "held"])
def test_furniture_is_found_and_the_article_kept(group: str) -> None:
    counts = [count_chars(path) for path in PAGES if path.stem.startswith(group)]
    found, wanted, lost, own = (sum(column) for column in zip(*counts, strict=True))
    assert rate(found, wanted, lost) >= LEAST_F1_TOGETHER[group]
    assert lost <= MOST_LOST * own


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_text_is_untouched_and_spans_are_disjoint(path: Path) -> None:
    text, _ = load_page(path)
    article = clean_one(text)
    assert article.text == text
    ends = [0, *(f.span.end for f in article.furniture)]
    assert all(f.span.start >= end for f, end in zip(article.furniture, ends, strict=False))
    assert all(f.span.cut(text).strip() == f.span.cut(text) for f in article.furniture)

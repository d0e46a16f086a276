"""The made pages of the benchmark of article text: one of each shape, and the scorer itself."""

from __future__ import annotations

import pytest
from benchmarks.article_text.__main__ import extract_by_recoupe
from benchmarks.article_text.make_pages import BODY, END, NEUTRAL, PAGES_PER_SHAPE, make_pages
from benchmarks.article_text.peers import extract_all_visible
from benchmarks.article_text.score_text import Score, score_text, sum_scores

PAGES = list(make_pages())
# Over all 54 pages words F1 is 0.99 and 0.2 % of the articles are dropped (November 2026).
LEAST_F1 = 0.97
MOST_DROPPED = 0.01


def test_article_and_furniture_of_a_page_of_each_shape() -> None:
    pages = PAGES[::PAGES_PER_SHAPE]
    scores = [
        score_text(text, extract_all_visible(page.marked))
        for text, page in zip(extract_by_recoupe(pages), pages, strict=True)
    ]
    total = sum_scores(scores)
    assert total.f1 >= LEAST_F1
    assert total.dropped_ratio <= MOST_DROPPED


def test_pages_are_the_same_each_time_and_say_what_is_the_article() -> None:
    assert list(make_pages()) == PAGES
    assert len({page.name for page in PAGES}) == len(PAGES)
    for page in PAGES:
        assert not {BODY, NEUTRAL, END} & set(page.html)
        assert page.marked.count(BODY) + page.marked.count(NEUTRAL) == page.marked.count(END)
        assert page.marked.count(BODY) >= 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("un deux trois", Score(3, 3, 3, 0, 0), id="the article alone"),
        pytest.param("menu un deux trois pied", Score(3, 3, 3, 2, 0), id="with furniture"),
        pytest.param("titre un", Score(3, 1, 3, 0, 0), id="the headline counts neither way"),
        pytest.param("", Score(3, 0, 3, 0, 0), id="nothing"),
        pytest.param("un deux trois quatre", Score(3, 3, 3, 0, 1), id="a word not on the page"),
    ],
)
def test_words_are_counted_by_what_they_are(text: str, expected: Score) -> None:
    marked = f"menu\n{NEUTRAL}titre{END}\n{BODY}un deux trois{END}\npied pied"
    assert score_text(text, marked) == expected

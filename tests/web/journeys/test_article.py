"""The page of one article: what is shown on demand, its highlights by key, its original."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.web.journeys.conftest import Desk, find_story
from tests.web.journeys.hand import Hand

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.allow_hosts(["127.0.0.1"])]
# Which of the four ways to draw a highlight an element has.
LIST_DRAWN = """element => {
  const style = getComputedStyle(element), drawn = [];
  if (style.backgroundColor !== 'rgba(0, 0, 0, 0)') drawn.push('s');
  if (style.textDecorationStyle === 'double') drawn.push('f');
  if (style.borderBottomStyle === 'dashed') drawn.push('m');
  if (style.borderTopStyle === 'dotted') drawn.push('k');
  return drawn;
}"""


@pytest.fixture
def article(desk: Desk, page: Page) -> str:
    """Address of the first article of the larger story, which is the page's."""
    page.goto(find_story(page, desk))
    path = page.locator(".article-list a[id]").first.evaluate("link => link.pathname")
    page.goto(f"{desk.root}{path}")
    return f"{desk.root}{path}"


def test_furniture_is_shown_on_demand(article: str, page: Page, hand: Hand) -> None:
    furniture = page.locator(".furniture > p")
    assert article
    assert furniture.count() > 5
    assert not furniture.first.is_visible()
    hand.press(page.get_by_role("checkbox", name="habillage"))
    assert furniture.first.is_visible()


def test_what_a_link_leads_to_is_seen_though_it_is_furniture(article: str, page: Page) -> None:
    inside = page.locator(".furniture span[id]").first
    if not inside.count():
        pytest.skip("Nothing in the furniture of this article is linked to.")
    page.goto(f"{article}#{inside.get_attribute('id')}")
    assert inside.is_visible()


@pytest.mark.parametrize("kinds", ["fks", "ks", "km"])
def test_highlights_that_overlap_are_all_drawn(article: str, page: Page, kinds: str) -> None:
    assert article
    for box in page.locator(".toggles input").all():
        box.check()
    assert page.locator(".toggles input").count() == 5
    classes = " ".join(kinds)
    both = page.locator(f'.row:not(.furniture) span[class="{classes}"]').first
    assert sorted(both.evaluate(LIST_DRAWN)) == list(kinds)


def test_each_highlight_and_its_card_lead_to_each_other(
    article: str, page: Page, hand: Hand
) -> None:
    assert article
    mark = page.locator(".ref:visible").first
    number = mark.inner_text()
    hand.press(mark)
    card = page.locator(".notes li:target > a").first
    card.wait_for()
    assert card.inner_text() == number
    hand.press(card)
    page.wait_for_url(re.compile(r"#r\d"))
    assert mark.evaluate("element => element.matches(':target')")


def test_keys_step_through_shown_highlights_and_turn_to_the_next_article(
    article: str, page: Page
) -> None:
    shown = page.locator(".ref:visible").all_inner_texts()
    for expected in shown[:2]:
        page.keyboard.press("n")
        assert page.locator(":focus").inner_text() == expected
    page.keyboard.press("p")
    assert page.locator(":focus").inner_text() == shown[0]
    following = page.locator('a[rel="next"]').get_attribute("href")
    page.keyboard.press("j")
    page.wait_for_url(re.compile(f"{following}$"))
    page.wait_for_load_state()
    page.keyboard.press("k")
    page.wait_for_url(article)


def test_the_original_stands_beside(article: str, page: Page, hand: Hand) -> None:
    """The text as read on the right, furniture and all; the notes below their lines."""
    hand.press(page.get_by_role("link", name="Original à côté"))
    page.wait_for_url(re.compile("original=1"))
    clean, read = page.locator(".row:not(.furniture) > p:not(.as-read)"), page.locator(".as-read")
    assert read.count() == page.locator(".row").count()
    beside = page.locator(".row:not(.furniture) > .as-read").first.bounding_box()
    left = clean.first.bounding_box()
    assert left is not None
    assert beside is not None
    assert left["x"] + left["width"] <= beside["x"]
    assert page.locator(".furniture > .as-read").first.is_visible()
    hand.press(page.get_by_role("link", name="Notes à côté"))
    page.wait_for_url(article)


def test_each_statement_leads_to_its_words_in_the_original(article: str, page: Page) -> None:
    """By the address of the article with a text fragment; nothing is asked until it is followed."""
    assert article
    original = str(page.get_by_role("link", name="Voir l’original").get_attribute("href"))
    links = page.locator(".in-original").evaluate_all("all => all.map(a => a.href)")
    assert len(links) == page.locator(".notes li:has(.judge)").count() > 3
    assert all(link.startswith(f"{original}#:~:text=") for link in links)

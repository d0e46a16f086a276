"""Reading the desk as a person would: every step by mouse, and again by keyboard alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.web.journeys.conftest import Desk, find_story
from tests.web.journeys.hand import Hand

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.allow_hosts(["127.0.0.1"])]
IN_VIEW = """element => {
  const box = element.getClientRects()[0];
  return box.top >= 0 && box.bottom <= innerHeight
    && element.contains(document.elementFromPoint(box.x + 2, box.y + box.height / 2));
}"""


def find_target(page: Page) -> Locator:
    """What the address points to, in view and under nothing."""
    page.wait_for_url(re.compile("#"))
    target = page.locator(":target")
    target.wait_for()
    assert target.evaluate(IN_VIEW)
    return target


def test_the_first_screen_says_the_essential(desk: Desk, page: Page, hand: Hand) -> None:
    page.goto(f"{desk.root}/?sort=size")
    hand.press(page.locator(".card-title a").first)
    page.locator(".story-title").wait_for()
    assert "9 articles" in page.locator(".chain").inner_text().replace("\n", " ")
    for heading in ("Ce que plusieurs origines disent", "Ce qui se contredit"):
        assert page.get_by_role("heading", name=heading).evaluate(IN_VIEW)
    hand.press(page.locator(".proof").first)
    page.wait_for_url(re.compile("/a/"))
    find_target(page)


def test_a_cell_of_the_grid_leads_to_its_sentence(desk: Desk, page: Page, hand: Hand) -> None:
    page.goto(find_story(page, desk) + "/grille")
    hand.press(page.locator("a.cell").first)
    passage = page.locator(".passage:visible").first
    words = passage.locator("mark").inner_text()
    hand.press(passage.locator("a.go"))
    page.wait_for_url(re.compile("/a/"))
    find_target(page)
    text = re.sub(r"[\d\s]+", "", page.locator(".row:has(:target) > p").inner_text())
    assert re.sub(r"[\d\s]+", "", words) in text


@pytest.mark.parametrize("side", [0, 1])
def test_a_difference_leads_to_both_sentences(
    desk: Desk, page: Page, hand: Hand, side: int
) -> None:
    page.goto(find_story(page, desk) + "/ecarts")
    hand.press(page.locator(".difference").first.locator(".side").nth(side).locator("a.go"))
    page.wait_for_url(re.compile("/a/"))
    find_target(page)


def test_a_search_is_narrowed_down_and_a_hit_opened(desk: Desk, page: Page, hand: Hand) -> None:
    page.goto(f"{desk.root}/recherche")
    hand.fill(page.locator("#q"), "usine")
    page.keyboard.press("Enter")
    page.locator(".hit").first.wait_for()
    all_hits = page.locator(".hit").count()
    hand.press(page.get_by_role("checkbox", name="parole"))
    hand.press(page.get_by_role("button", name="Appliquer"))
    page.wait_for_url(re.compile("kind=statement"))
    assert 0 < page.locator(".hit").count() < all_hits
    hand.press(page.locator(".hit-head a").first)
    page.wait_for_url(re.compile("/a/"))
    find_target(page)


def test_two_articles_are_compared(desk: Desk, page: Page, hand: Hand) -> None:
    page.goto(find_story(page, desk))
    hand.press(page.locator(".article-list a[id]").first)
    page.wait_for_url(re.compile("/a/"))
    hand.press(page.get_by_role("button", name="Comparer"))
    page.wait_for_url(re.compile("/comparer"))
    hand.press(page.locator(".proof").first)
    page.wait_for_url(re.compile("/a/"))
    find_target(page)


def test_a_speaker_of_a_story_leads_to_all_words_of_the_speaker(
    desk: Desk, page: Page, hand: Hand
) -> None:
    page.goto(find_story(page, desk) + "/paroles")
    link = page.locator(".voice h3 a").first
    name = link.inner_text()
    hand.press(link)
    page.wait_for_url(re.compile("/paroles/.+"))
    assert page.locator("h1").inner_text() == name


def test_another_language_shows_the_same_page(desk: Desk, page: Page, hand: Hand) -> None:
    page.goto(f"{desk.root}/recherche?q=usine&kind=article")
    hits = page.locator(".hit").count()
    hand.press(page.get_by_role("link", name="English"))
    page.wait_for_url(re.compile("lang=en"))
    assert page.locator("h1").inner_text() == "Search"
    assert page.locator("#q").input_value() == "usine"
    assert page.locator(".hit").count() == hits


def test_the_help_opens_and_closes(desk: Desk, page: Page, hand: Hand) -> None:
    page.goto(desk.root)
    hand.press(page.locator("#show-keys"))
    assert page.locator("#keys").is_visible()
    hand.press(page.get_by_role("button", name="Fermer"))
    assert not page.locator("#keys").is_visible()


def test_keys_lead_from_page_to_page(desk: Desk, page: Page) -> None:
    page.goto(desk.root)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/h/"))
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url(re.compile("/paroles"))
    page.keyboard.press("/")
    assert page.locator("#q").evaluate("element => element === document.activeElement")
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()


def test_bad_input_77_reading_needs_no_scripts(desk: Desk, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, locale="fr-FR")
    page = context.new_page()
    story = find_story(page, desk)
    for part, words in (("", "Ce qui se contredit"), ("/grille", "affirme"), ("/ecarts", "Raison")):
        page.goto(story + part)
        assert page.get_by_text(words).first.is_visible()
    page.locator("a.go").first.click()
    page.wait_for_url(re.compile("/a/"))
    assert page.locator(".paper-body").is_visible()
    assert not page.locator("#show-keys").is_visible()
    context.close()

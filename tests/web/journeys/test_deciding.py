"""Importing, deciding and exporting as a person would, by mouse and by keyboard alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recoupe.retell import retell
from recoupe.store import open_store
from tests.web.conftest import SAMPLE
from tests.web.journeys.conftest import Desk, answer, find_story, watch
from tests.web.journeys.hand import Hand

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = [pytest.mark.browser, pytest.mark.allow_hosts(["127.0.0.1"])]
IMPORT_MS = 120_000
expect = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed.").expect


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_the_sample_story_is_imported_from_the_empty_first_page(
    context: BrowserContext, tmp_path: Path, by: str
) -> None:
    store = open_store(tmp_path / "desk.sqlite")
    with answer(store) as desk:
        for page in watch(context, desk):
            page.goto(desk.root)
            assert page.get_by_text("Rien ne quitte cet ordinateur").first.is_visible()
            Hand(page, by).press(page.get_by_role("button", name="Voir l’exemple"))
            page.wait_for_url(re.compile("/importer/"))
            story = page.locator('main a[href^="/h/"]').first
            story.wait_for(timeout=IMPORT_MS)
            Hand(page, by).press(story)
            page.wait_for_url(re.compile("/h/"))
            assert page.locator(".story-title").is_visible()
    store.close()


def test_files_are_handed_over(context: BrowserContext, tmp_path: Path) -> None:
    article = min(SAMPLE.glob("*.txt"))
    (tmp_path / "a.txt").write_bytes(article.read_bytes())
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 nothing")
    store = open_store(tmp_path / "desk.sqlite")
    with answer(store) as desk:
        for page in watch(context, desk):
            page.goto(desk.root)
            page.locator("#articles").set_input_files([tmp_path / "a.txt", tmp_path / "b.pdf"])
            page.get_by_role("button", name="Importer", exact=True).click()
            page.locator(".outcome").wait_for(timeout=IMPORT_MS)
            assert "1 article ajouté" in page.locator(".outcome").inner_text().replace(
                "\u00a0", " "
            )
            assert "b.pdf" in page.locator(".dropped").inner_text()
    store.close()


def test_a_corrected_speaker_survives_a_rerun_and_an_undo(
    desk: Desk, page: Page, hand: Hand
) -> None:
    page.goto(find_story(page, desk))
    hand.press(page.locator(".article-list a[id]").first)
    page.wait_for_url(re.compile("/a/"))
    note = page.locator(".notes li:has(.judge)").first
    before = note.locator(".who").first.inner_text()
    hand.press(note.locator("summary"))
    hand.fill(note.locator("input[name=speaker_name]"), "Zoé Valmarin")
    page.keyboard.press("Enter")
    person = page.locator(".human").first
    person.wait_for()
    page.locator(".notes li:target .human").wait_for()
    assert before in person.inner_text(), "what the machine said stays beside"
    retell(desk.store)
    page.reload()
    assert note.locator(".who").first.inner_text() == "Zoé Valmarin"
    hand.press(person.get_by_role("button", name="Annuler"))
    page.locator(".human").wait_for(state="detached")
    assert note.locator(".who").first.inner_text() == before


def test_a_difference_is_judged_and_the_judgement_undone(
    desk: Desk, page: Page, hand: Hand
) -> None:
    """By mouse in the form; by keyboard with one of the four keys, form closed."""
    page.goto(find_story(page, desk) + "/ecarts")
    difference = page.locator(".difference").first
    name = str(difference.get_attribute("id"))
    if hand.by == "mouse":
        difference.locator(".judge > summary").click()
        difference.locator("button[data-key='2']").click()
    else:
        page.keyboard.press("j")
        page.keyboard.press("2")
    judged = page.locator(f"#{name}")
    person = judged.locator(".human")
    person.wait_for()
    assert page.url.endswith(f"#{name}")
    assert "évolution" in person.inner_text().lower()
    hand.press(person.get_by_role("button", name="Annuler"))
    person.wait_for(state="detached")
    assert judged.is_visible()


def test_keys_judge_one_difference_after_the_other(desk: Desk, page: Page) -> None:
    page.goto(find_story(page, desk) + "/ecarts")
    for count in (1, 2):
        page.keyboard.press("j")
        page.keyboard.press("4")
        page.locator(".human").nth(count - 1).wait_for()
        page.wait_for_load_state()  # keys are listened to when the page is whole
    assert page.locator(".human").count() == 2
    while page.locator(".human").count():
        count = page.locator(".human").count()
        page.locator(".human button").first.click()
        page.locator(".human").nth(count - 1).wait_for(state="detached")
        page.wait_for_load_state()


def test_two_stories_are_merged_and_parted_again(desk: Desk, page: Page, hand: Hand) -> None:
    page.goto(desk.root)
    assert page.locator(".card").count() == 2
    assert page.locator("button[data-merge]").is_disabled()
    for n in (0, 1):
        hand.press(page.locator(".card input[name=about]").nth(n))
    hand.press(page.locator("button[data-merge]"))
    page.locator(".card").nth(1).wait_for(state="detached")
    page.goto(f"{desk.root}/decisions")
    hand.press(page.get_by_role("button", name="Annuler"))
    page.get_by_role("button", name="Annuler").wait_for(state="detached")
    page.goto(desk.root)
    assert page.locator(".card").count() == 2


def test_two_claims_are_joined_survive_a_rerun_and_are_parted(
    desk: Desk, page: Page, hand: Hand
) -> None:
    """By mouse through the fold of a claim; by keyboard with its key."""
    page.goto(find_story(page, desk) + "/grille")
    claims = page.locator(".choice a").first.locator(".n")
    before = int(claims.inner_text())
    claim = page.locator("tr.claim").first
    name = str(claim.locator("th").get_attribute("id"))
    if hand.by == "mouse":
        fold = page.locator(".proof-row").first
        fold.locator("summary").first.click()
        fold.locator(".judge summary").click()
        fold.locator("a[data-join]").click()
    else:
        page.keyboard.press("j")
        page.keyboard.press("m")
    page.wait_for_url(re.compile("/reunir"))
    other = page.locator(".others-list li").first
    words = other.locator(".said").inner_text().removeprefix("…").strip()
    hand.press(other.get_by_role("button", name="Celle-ci"))
    joined = page.locator(f"#{name}")
    joined.locator(".flag").wait_for()
    assert int(claims.inner_text()) == before - 1
    assert page.url.endswith(f"#{name}")
    retell(desk.store)
    page.reload()
    assert joined.locator(".flag").is_visible()
    fold = page.locator(f".claim:has(#{name}) + .proof-row")
    hand.press(fold.locator("summary").first)
    person = fold.locator(".human").first
    assert words[:60] in person.inner_text(), "what was joined is named"
    hand.press(person.get_by_role("button", name="Annuler"))
    joined.locator(".flag").wait_for(state="detached")
    assert int(claims.inner_text()) == before


def test_cards_of_triage_are_answered_one_after_the_other_and_undone(
    desk: Desk, page: Page, hand: Hand
) -> None:
    """By mouse with the buttons; by keyboard with the keys of triage."""
    page.goto(f"{desk.root}/tri")
    left = page.locator(".choice a").first.locator(".n")
    count = int(left.inner_text())
    first = str(page.locator(".difference").get_attribute("id"))
    for done, key in enumerate(("a", "x", "Space"), start=1):
        if hand.by == "mouse":
            page.locator(f".triage button[data-key={key}]").click()
        else:
            page.keyboard.press(key)
        expect(left).to_have_text(str(count - done))
        page.wait_for_load_state()
    assert page.locator(".difference").get_attribute("id") != first
    for done in (2, 1, 0):
        if hand.by == "mouse":
            page.locator(".triage button[data-key=z]").click()
        else:
            page.keyboard.press("z")
        expect(left).to_have_text(str(count - done))
        page.wait_for_load_state()
    assert page.locator(".difference").get_attribute("id") == first

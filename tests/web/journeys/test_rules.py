"""What holds on every page of the desk, in a browser: WCAG, narrow screens, paper, strangers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recoupe.growth import add
from recoupe.rooms.read import read
from recoupe.store import open_store
from tests.axe import list_faults
from tests.web.journeys.conftest import Desk, answer, find_story, watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = [pytest.mark.browser, pytest.mark.allow_hosts(["127.0.0.1"])]
PAGES = (
    "/",
    "{story}",
    "{story}/grille",
    "{story}/grille?show=disputed&sort=date",
    "{story}/reunir?claim={claim}",
    "{story}/separer?claim={claim}",
    "{story}/ecarts",
    "{story}/chronologie",
    "{story}/chronologie?clock=published",
    "{story}/chiffres",
    "{story}/paroles",
    "{story}/lignee",
    "{article}",
    "/comparer?a={one}&b={other}",
    "/paroles",
    "{speaker}",
    "/medias",
    "/medias?outlet=Midi%20Express",
    "/recherche",
    "/recherche?q=usine",
    "/recherche?q=zzz",
    "/importer",
    "/tri",
    "/tri?pile=voix",
    "/decisions",
    "/methode",
)
TARGETS = (
    "button, summary, .proof, .cell, .tabs a, .desk-nav a, .switch a, .chip, .chain a, "
    "main label, .foot a, .pages a, .choice a"
)
# WCAG 2.2, 2.5.8: what can be pressed measures 24 px at least, unless it stands in a sentence.
LIST_SMALL = f"""() => [...document.querySelectorAll('{TARGETS}')]
  .filter(e => e.checkVisibility({{contentVisibilityAuto: true, visibilityProperty: true}}))
  .map(e => [e.outerHTML.slice(0, 120), e.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (box.height < 23.9 || box.width < 23.9))
  .map(([html, box]) => `${{box.width}} x ${{box.height}}: ${{html}}`)"""
HOSTILE = "</title><script>alert(1)</script><img src=//evil.example/x onerror=alert(2)>"


@pytest.fixture(scope="module")
def names(desk: Desk, browser: Browser) -> dict[str, str]:
    """The addresses of this store that the pages above leave open."""
    context = browser.new_context()
    page = context.new_page()
    story = find_story(page, desk)
    page.goto(story)
    links = page.locator(".article-list a[id]").evaluate_all("all => all.map(a => a.pathname)")
    page.goto(f"{desk.root}/paroles")
    speaker = str(page.locator(".speaker-list a").first.get_attribute("href"))
    page.goto(f"{story}/grille")
    claim = str(page.locator("tr.claim th").first.get_attribute("id")).removeprefix("c-")
    context.close()
    found = {"story": story.removeprefix(desk.root), "article": links[0], "speaker": speaker}
    found["claim"] = claim
    return found | {"one": links[0].removeprefix("/a/"), "other": links[1].removeprefix("/a/")}


@pytest.fixture(params=PAGES)
def address(request: pytest.FixtureRequest, desk: Desk, names: dict[str, str]) -> str:
    return desk.root + str(request.param).format(**names)


def test_a_page_meets_the_rules_of_accessibility(
    browser: Browser, desk: Desk, address: str
) -> None:
    """All of axe-core in light, contrast again in dark; targets; 320 px and 400 % zoom."""
    context = browser.new_context(
        bypass_csp=True, locale="fr-FR", viewport={"width": 1440, "height": 900}
    )
    for page in watch(context, desk):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        assert list_faults(page) == []
        page.emulate_media(color_scheme="dark")
        assert list_faults(page, colours_only=True) == []
        # 1280 px wide at 400 % is 320 px wide and 256 px high.
        page.set_viewport_size({"width": 320, "height": 256})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.evaluate(LIST_SMALL) == []
        fixed = page.evaluate(
            """() => [...document.querySelectorAll('*')].filter(e => ['sticky', 'fixed']
            .includes(getComputedStyle(e).position) && e.checkVisibility()).length"""
        )
        assert fixed == 0, "nothing takes room from the little there is"
    context.close()


def test_an_empty_desk_meets_the_rules(browser: Browser, tmp_path: Path) -> None:
    store = open_store(tmp_path / "empty.sqlite")
    context = browser.new_context(bypass_csp=True, locale="fr-FR")
    with answer(store) as desk:
        for page in watch(context, desk):
            for path in ("/", "/paroles", "/recherche", "/importer", "/tri", "/decisions"):
                page.goto(desk.root + path)
                assert list_faults(page) == [], path
    context.close()
    store.close()


def test_the_help_meets_the_rules(browser: Browser, desk: Desk) -> None:
    context = browser.new_context(bypass_csp=True, locale="fr-FR")
    for page in watch(context, desk):
        page.goto(desk.root)
        page.keyboard.press("?")
        assert list_faults(page) == []
    context.close()


@pytest.mark.parametrize("part", ["", "/ecarts", "/grille"])
def test_bad_input_77_a_story_is_printed(
    desk: Desk, page: Page, names: dict[str, str], part: str
) -> None:
    """Words that a reader needs stand on the paper; buttons and forms do not."""
    page.goto(desk.root + names["story"] + part)
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert page.locator("main button:visible").count() == 0
    assert page.locator(".desk-nav").is_hidden()
    assert page.locator("main section").first.is_visible()
    assert page.pdf().startswith(b"%PDF")


@pytest.fixture(scope="module")
def hostile_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A store with one article whose title, outlet, speaker and text are out to do harm."""
    folder = tmp_path_factory.mktemp("hostile")
    line = f"La préfète {HOSTILE} a dit mardi que « le feu \u202eest éteint\u202c <b>partout</b> »."
    (folder / "a.txt").write_text(f"{HOSTILE}\n\n{line}\n\n{HOSTILE}\n", "utf-8")
    rows = f'file,title,outlet,url\na.txt,"\u202e{HOSTILE}","{HOSTILE}",javascript:alert(3)\n'
    (folder / "articles.csv").write_text(rows, "utf-8")
    store = open_store(folder / "desk.sqlite")
    add(store, read([folder]), at="2026-11-20T08:00:00+00:00")
    with answer(store) as desk:
        yield desk
    store.close()


def test_bad_inputs_16_77_strangers_run_nothing(
    context: BrowserContext, hostile_desk: Desk
) -> None:
    for page in watch(context, hostile_desk):
        page.goto(hostile_desk.root)
        story = str(page.locator(".card-title a").get_attribute("href"))
        page.goto(hostile_desk.root + story)
        article = str(page.locator(".article-list a[id]").get_attribute("href"))
        for path in (story, f"{story}/grille", f"{story}/paroles", article, "/recherche?q=feu"):
            page.goto(hostile_desk.root + path)
            assert page.locator("main img, main script, .paper b, blockquote b").count() == 0
            assert page.locator('a[href^="javascript"]').count() == 0
            assert "\u202e" not in page.title()
            assert page.evaluate("document.documentElement.scrollWidth") <= 1440

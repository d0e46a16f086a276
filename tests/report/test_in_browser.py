"""The page in Chromium: no request, no error, nothing runs, nothing is cut off."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recoupe.rooms.report import report
from tests.report.invented import make_dossier

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]
# Names and attributes of all elements and all words, in the order of the page.
_LIST_WORDS = """() => {
    const found = [], walk = document.createTreeWalker(document.documentElement);
    for (let node = walk.currentNode; node; node = walk.nextNode()) {
        if (node.nodeType === 1) {
            found.push([node.tagName, ...[...node.attributes].map(a => a.name + "=" + a.value).sort()].join(" "));
        } else if (!["SCRIPT", "STYLE"].includes(node.parentElement.tagName) && node.data) {
            found.push(node.data);
        }
    }
    return found;
}"""
HOSTILE = "</script><script>alert(1)</script><img src=//evil.example/x onerror=alert(2)>"


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    dossier = make_dossier(wire=HOSTILE)
    story = replace(dossier.stories[0], title=HOSTILE)
    file = tmp_path_factory.mktemp("page") / "page.html"
    file.write_text(report(replace(dossier, stories=(story,)), "html"), encoding="utf-8")
    return file


def _open(browser: Browser, file: Path, *, width: int = 1440, scripts: bool = True) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=scripts
    )
    page = context.new_page()
    page.goto(file.as_uri())
    return page


def test_bad_inputs_16_77_no_request_no_error_no_dialog(browser: Browser, page_file: Path) -> None:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    troubles: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: troubles.append(dialog.message))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(page_file.as_uri())
    page.emulate_media(color_scheme="dark", media="print")
    assert troubles == []
    assert requests == [page_file.as_uri()]


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_bad_input_77_nothing_scrolls_sideways(
    browser: Browser, page_file: Path, width: int
) -> None:
    page = _open(browser, page_file, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_evidence_link_opens_the_words(browser: Browser, page_file: Path) -> None:
    page = _open(browser, page_file)
    page.locator("a.cell").first.click()
    assert page.locator(".proof-group :visible").count() > 0


def test_filter_shows_only_what_is_asked(browser: Browser, page_file: Path) -> None:
    page = _open(browser, page_file)
    page.get_by_role("radio", name="a changé", exact=True).check()
    shown = page.locator(".claim:visible")
    assert shown.count() == 2
    assert page.locator(".claim:visible[data-changed=no]").count() == 0


def test_sorting_keeps_each_claim_with_its_evidence(browser: Browser, page_file: Path) -> None:
    page = _open(browser, page_file)
    page.get_by_role("radio", name="par date de parution", exact=True).check()
    for row in page.locator("tr.claim").all():
        follows = row.evaluate("row => row.nextElementSibling.className")
        assert follows == "proof-row"


def test_bad_input_77_readable_without_scripts(browser: Browser, page_file: Path) -> None:
    page = _open(browser, page_file, scripts=False)
    assert page.locator(".tools:visible").count() == 0
    assert page.get_by_text("Ce qui se contredit").first.is_visible()
    assert page.locator(".paper-body").first.is_visible()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_page_turns_into_the_page_of_the_other_language(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    """Every word and attribute, the title of the page and the counts of the filters among them."""
    pages = {}
    for name in ("fr", "en"):
        file = tmp_path / f"{name}.html"
        file.write_text(report(make_dossier(), "html", language=name), encoding="utf-8")
        pages[name] = _open(browser, file)
    other = pages["en" if language == "fr" else "fr"]
    page = pages[language]
    before = page.evaluate(_LIST_WORDS)
    page.get_by_role("button", name="English" if language == "fr" else "Français").click()
    assert page.evaluate(_LIST_WORDS) == other.evaluate(_LIST_WORDS)
    assert page.title() == other.title()
    page.get_by_role("button", name="Français" if language == "fr" else "English").click()
    assert page.evaluate(_LIST_WORDS) == before


def test_no_switch_without_scripts(browser: Browser, page_file: Path) -> None:
    page = _open(browser, page_file, scripts=False)
    assert page.locator(".other-language").count() == 1
    assert not page.locator(".other-language").is_visible()


def test_print_cuts_nothing_and_is_black_on_white(browser: Browser, page_file: Path) -> None:
    """On A4 with margins of 14 mm, from a dark screen, with all that was folded opened."""
    page = _open(browser, page_file, width=688)
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.documentElement.scrollWidth") <= 688
    cut = """() => [...document.querySelectorAll('.wide, th, td, svg')]
        .filter(e => e.scrollWidth > e.clientWidth + 1 || e.getBoundingClientRect().right > 688.5)
        .filter(e => !e.closest('.unseen')).map(e => e.outerHTML.slice(0, 90))"""
    assert page.evaluate(cut) == []
    colours = (
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert page.evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert page.locator("details:not([open])").count() == 0
    assert not page.locator(".tabs").first.is_visible()


def test_first_key_leads_to_the_content(browser: Browser, page_file: Path) -> None:
    page = _open(browser, page_file)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"


def test_small_targets_are_large_enough(browser: Browser, page_file: Path) -> None:
    """Marks, cells and controls measure 24 px at least; links within a sentence need not."""
    page = _open(browser, page_file, width=390)
    small = page.evaluate(
        """() => [...document.querySelectorAll('.proof, .cell, .tabs a, .other-language, summary, label, .go, .notes li > a:first-child')]
        .filter(e => e.offsetParent)
        .map(e => [e.className + e.tagName, e.getBoundingClientRect()])
        .filter(([, box]) => box.height < 23.9 || box.width < 23.9).map(([name]) => name)"""
    )
    assert small == []

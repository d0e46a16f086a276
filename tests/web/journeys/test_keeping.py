"""Searches that are kept and stories that are taken along, by mouse and by keyboard alone."""

from __future__ import annotations

import json
import re
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.web.journeys.conftest import Desk, find_story
from tests.web.journeys.hand import Hand

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.allow_hosts(["127.0.0.1"])]


def test_a_search_is_saved_found_again_and_deleted(desk: Desk, page: Page, hand: Hand) -> None:
    page.goto(f"{desk.root}/recherche?q=usine&kind=article")
    hits = page.locator(".hit").count()
    hand.press(page.get_by_text("Enregistrer cette recherche"))
    name = page.get_by_role("textbox", name="Nom")
    hand.fill(name, "Mon ")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#saved"))
    kept = page.locator(".saved > li")
    assert "rien de nouveau" in kept.inner_text()
    hand.press(kept.locator("a").first)
    page.wait_for_url(re.compile("kind=article"))
    assert page.locator(".hit").count() == hits
    page.goto(f"{desk.root}/recherche")
    hand.press(page.get_by_role("button", name="Supprimer la recherche"))
    page.locator(".saved").wait_for(state="detached")


def take(page: Page, hand: Hand, words: str, folder: Path) -> Path:
    """Press a link that hands over a file, and keep the file."""
    with page.expect_download() as coming:
        hand.press(page.get_by_role("link", name=words))
    file = folder / coming.value.suggested_filename
    coming.value.save_as(file)
    return file


def test_a_story_is_taken_along(desk: Desk, page: Page, hand: Hand, tmp_path: Path) -> None:
    """As a workbook, as tables, as references and as a page; each opened by a program not ours."""
    page.goto(find_story(page, desk))
    book = openpyxl.load_workbook(take(page, hand, "Tableur (XLSX)", tmp_path), read_only=True)
    assert len(list(next(s for s in book if s.title == "articles").rows)) == 10
    book.close()
    with zipfile.ZipFile(take(page, hand, "Tableaux pour programmes (CSV)", tmp_path)) as tables:
        assert {"articles.csv", "claims.csv", "differences.csv"} <= set(tables.namelist())
    references = take(page, hand, "Références (CSL-JSON)", tmp_path).read_text("utf-8")
    assert len(json.loads(references)) == 9
    report = take(page, hand, "Rapport en un fichier (HTML)", tmp_path)
    page.locator(".story-title").wait_for()
    assert "<!doctype html>" in report.read_text("utf-8")[:20]

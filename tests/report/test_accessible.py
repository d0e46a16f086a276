"""The single-file report under axe-core: both languages, light and dark, everything unfolded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recoupe.rooms.report import report
from tests.axe import list_faults
from tests.report.invented import make_dossier

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
UNFOLD = "document.querySelectorAll('details').forEach(fold => fold.open = true)"
SHOW_ALL = "document.querySelectorAll('.toggles input').forEach(box => box.checked = true)"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_report_breaks_no_rule(browser: Browser, tmp_path: Path, language: str) -> None:
    """In light, in dark, turned into the other language, at 320 px; asks for nothing elsewhere."""
    file = tmp_path / "report.html"
    dossier = make_dossier()
    # A path that cannot be broken at a space must not widen a narrow page.
    first = replace(dossier.articles[0], source="dossier/" + "un_nom_de_fichier_" * 6 + ".txt")
    dossier = replace(dossier, articles=(first, *dossier.articles[1:]))
    file.write_text(report(dossier, "html", language=language), "utf-8")
    context = browser.new_context(bypass_csp=True, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda r: None if r.url == file.as_uri() else wrong.append(r.url))
    page.goto(file.as_uri())
    page.evaluate(UNFOLD)
    page.evaluate(SHOW_ALL)
    assert list_faults(page) == []
    page.emulate_media(color_scheme="dark")
    assert list_faults(page, colours_only=True) == []
    page.locator(".other-language").click()
    assert list_faults(page) == []
    page.set_viewport_size({"width": 320, "height": 256})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert list_faults(page) == []
    assert wrong == []
    context.close()

"""Takes the pictures of the README anew: the sample story's report, and the same story on the desk.

    python -m tests.take_pictures

Needs what the browser tests need: the development extras and Debian's Chromium.
"""

from __future__ import annotations

import tempfile
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import sync_playwright

from recoupe import dossier, report
from recoupe.growth import add
from recoupe.rooms.read import read
from recoupe.store import open_store
from tests.web.journeys.conftest import answer

IMAGES = Path(__file__).parents[1] / "docs" / "images"
CHROMIUM = "/usr/bin/chromium"
SAMPLE = Path(str(files("recoupe") / "sample"))
# File, address on the desk, width and height in pixels.
DESK_PICTURES = (("desk.png", "", 1440, 900), ("differences.png", "/ecarts", 1440, 900))
REPORT_SIZE = (1280, 1180)


def main() -> None:
    """Write every picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(locale="fr-FR")
        made = Path(folder) / "report.html"
        made.write_text(report(dossier([str(SAMPLE)]), "html"), "utf-8")
        page.set_viewport_size({"width": REPORT_SIZE[0], "height": REPORT_SIZE[1]})
        page.goto(made.as_uri())
        page.screenshot(path=IMAGES / "report.png")
        store = open_store(Path(folder) / "desk.sqlite")
        add(store, read([SAMPLE]), at="2026-11-20T08:00:00+00:00")
        with answer(store) as desk:
            page.goto(f"{desk.root}/?sort=size")
            story = page.locator(".card-title a").first.evaluate("link => link.href")
            for name, address, width, height in DESK_PICTURES:
                page.set_viewport_size({"width": width, "height": height})
                page.goto(f"{story}{address}")
                page.screenshot(path=IMAGES / name)
        store.close()
        browser.close()


if __name__ == "__main__":
    main()

"""Accessibility faults of a page, as axe-core counts them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = Path(__file__).parents[1] / "desk" / "node_modules" / "axe-core" / "axe.min.js"


def list_faults(page: Page, *, colours_only: bool = False) -> list[str]:
    """Each rule that a page breaks, with the first element that breaks it.

    Args:
        page: The page, in a context that bypasses the page's policy.
        colours_only: Check contrast alone, as for a page that was checked in another scheme.
    """
    if not AXE.exists():
        pytest.skip("axe-core is not installed: run `npm ci` in desk/.")
    page.evaluate(AXE.read_text("utf-8"))
    options = {"runOnly": ["color-contrast"]} if colours_only else {}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in found["violations"]]

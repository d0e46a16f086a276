"""A person at the desk, by mouse or by keyboard alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

# A page of the sample story has some 300 places where the focus stops.
MOST_TABS = 500
HAS_FOCUS = "element => element === document.activeElement"
# WCAG 2.2, 2.4.7 and 2.4.11: the focus is drawn, and nothing lies over what has it.
SHOWS_FOCUS = """element => {
  const box = element.getClientRects()[0];
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const label = top && top.closest('label');
  return getComputedStyle(element).outlineStyle !== 'none'
    && (element.contains(top) || top.contains(element) || label && label.control === element);
}"""


@dataclass(frozen=True)
class Hand:
    """Presses, fills and chooses; by keyboard only what the Tab key reaches, in view."""

    page: Page
    by: str

    def press(self, place: Locator) -> None:
        """Follow a link, press a button, tick a box, open a fold."""
        if self.by == "mouse":
            place.click()
            return
        self.reach(place)
        is_box = place.evaluate("element => element.type === 'checkbox'")
        self.page.keyboard.press("Space" if is_box else "Enter")

    def fill(self, place: Locator, words: str) -> None:
        """Type words into a field."""
        if self.by == "mouse":
            place.click()
        else:
            self.reach(place)
        self.page.keyboard.type(words)

    def reach(self, place: Locator) -> None:
        """Tab to a place, and see it there."""
        for _ in range(MOST_TABS):
            if place.evaluate(HAS_FOCUS):
                break
            self.page.keyboard.press("Tab")
        assert place.evaluate(HAS_FOCUS), f"the Tab key does not reach {place}"
        assert place.evaluate(SHOWS_FOCUS), f"the focus on {place} is not seen"

"""Addresses of the desk's pages, as templates of the report take them."""

from __future__ import annotations

ARTICLE_PAGE = "/a/{}"
STORY_PAGE = "/h/{}"
SPEAKER_PAGE = "/paroles/{}"
COMPARE_PAGE = "/comparer?a={}&b={}"

# The parts of a story that have a page of their own, in the order of the tabs.
PARTS = {
    "grid": "grille",
    "differences": "ecarts",
    "timeline": "chronologie",
    "figures": "chiffres",
    "speakers": "paroles",
    "lineage": "lignee",
}
PART_PAGES = {name: f"{STORY_PAGE}/{word}" for name, word in PARTS.items()}

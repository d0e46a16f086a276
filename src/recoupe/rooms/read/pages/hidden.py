"""Which elements of a page a reader does not see."""

from __future__ import annotations

import re
from typing import Any

# Elements whose content is never shown as text.
UNSHOWN_TAGS = frozenset(
    [
        "script", "style", "template", "noscript", "head", "title", "svg", "iframe", "object",
        "embed", "audio", "video", "canvas", "select", "datalist", "textarea", "annotation",
        "annotation-xml", "map", "area", "dialog", "progress", "meter",
    ]
)  # fmt: skip
# Class names by which common style sheets hide text from sight.
_HIDING_CLASSES = frozenset(
    [
        "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-only",
        "u-hidden", "is-hidden", "d-none", "hidden", "hide", "a11y-hidden", "element-invisible",
    ]
)  # fmt: skip
_HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|em|rem|%)?\s*(?:;|!|$)"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)|text-indent\s*:\s*-\d{3,}",
    re.IGNORECASE,
)
_WHITE = r"(?:#fff(?:fff)?|white|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))"
_WHITE_TEXT = re.compile(rf"(?:^|;)\s*color\s*:\s*{_WHITE}", re.IGNORECASE)
_WHITE_GROUND = re.compile(rf"background(?:-color)?\s*:\s*{_WHITE}", re.IGNORECASE)
_RULE = re.compile(r"([^{}]{1,500})\{([^{}]{0,2000})\}")
_SIMPLE_SELECTOR = re.compile(r"[.#][\w-]+")
_AT_BLOCK_START = re.compile(r"@[\w-]+[^{};]*\{")


def find_hiding_selectors(style_sheets: list[str]) -> frozenset[str]:
    """The plain class and id selectors (".ad", "#pub") that a page's own style sheets hide.

    Rules inside `@media` and compound selectors are passed over: they may not apply.
    """
    found: set[str] = set()
    for sheet in style_sheets:
        for selectors, body in _RULE.findall(_drop_at_blocks(sheet)):
            if not _HIDING_STYLE.search(body):
                continue
            for selector in selectors.split(","):
                if _SIMPLE_SELECTOR.fullmatch(selector.strip()):
                    found.add(selector.strip())
    return frozenset(found)


def is_hidden(tag: str, attributes: dict[str, str], selectors: frozenset[str]) -> bool:
    """Whether an element is not shown: by its tag, attributes, inline style or a plain rule."""
    if tag in UNSHOWN_TAGS:
        return True
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return True
    style = attributes.get("style", "")
    if style and (
        _HIDING_STYLE.search(style) or (_WHITE_TEXT.search(style) and _WHITE_GROUND.search(style))
    ):
        return True
    classes = attributes.get("class", "").split()
    if any(name.lower() in _HIDING_CLASSES or f".{name}" in selectors for name in classes):
        return True
    return f"#{attributes.get('id', '')}" in selectors


def read_attributes(node: Any) -> dict[str, str]:
    """The attributes of an element that say how it is shown."""
    names = node.attrs
    if not names:
        return {}
    kept = ("class", "id", "role", "style", "hidden", "aria-hidden", "itemprop", "rel")
    return {name: (node.getattr(name) or "") for name in kept if name in names}


def _drop_at_blocks(sheet: str) -> str:
    """The sheet without its `@media {...}` and like blocks."""
    kept: list[str] = []
    at = 0
    while match := _AT_BLOCK_START.search(sheet, at):
        kept.append(sheet[at : match.start()])
        depth, at = 1, match.end()
        while depth and at < len(sheet):
            depth += {"{": 1, "}": -1}.get(sheet[at], 0)
            at += 1
    kept.append(sheet[at:])
    return "".join(kept)
